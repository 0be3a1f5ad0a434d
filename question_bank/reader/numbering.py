"""Lines of the text that was taken out of a file, and the lines of the file they stand on."""

import re
from dataclasses import replace

from question_bank.model import Concern, Passage, Section, Value, ValuesPage

# A concern speaks of “line 12”; in quotation marks stand the page's own words, which are left alone.
_NUMBER = re.compile(r"“[^”]*+”|(\b[Ll]ine )(\d+)")


def count_in_file(page: ValuesPage, lines: tuple[int, ...]) -> ValuesPage:
    """A page whose lines count in the file it came from, given the line of the file for each line of its text."""
    return replace(
        page,
        lines=lines,
        vision=_passage(page.vision, lines),
        mission=_passage(page.mission, lines),
        values=tuple(_value(value, lines) for value in page.values),
        sections=tuple(_section(section, lines) for section in page.sections),
        unattached=_passages(page.unattached, lines),
        concerns=tuple(_concern(concern, lines) for concern in page.concerns),
    )


def _at(line: int, lines: tuple[int, ...]) -> int:
    return lines[min(line, len(lines)) - 1] if lines else line


def _passage(passage: Passage | None, lines: tuple[int, ...]) -> Passage | None:
    return replace(passage, line=_at(passage.line, lines)) if passage else None


def _passages(passages: tuple[Passage, ...], lines: tuple[int, ...]) -> tuple[Passage, ...]:
    return tuple(replace(passage, line=_at(passage.line, lines)) for passage in passages)


def _value(value: Value, lines: tuple[int, ...]) -> Value:
    return replace(
        value,
        line=_at(value.line, lines),
        definition=_passage(value.definition, lines),
        stem=_passage(value.stem, lines),
        behaviours=_passages(value.behaviours, lines),
        avoid=_passages(value.avoid, lines),
    )


def _section(section: Section, lines: tuple[int, ...]) -> Section:
    return replace(section, line=_at(section.line, lines), paragraphs=_passages(section.paragraphs, lines))


def _concern(concern: Concern, lines: tuple[int, ...]) -> Concern:
    message = _NUMBER.sub(
        lambda found: f"{found[1]}{_at(int(found[2]), lines)}" if found[1] else found[0], concern.message
    )
    return replace(concern, line=_at(concern.line, lines), message=message)
