"""Lines of a page that no part has taken up: they are kept, so that nothing is dropped without a word."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from question_bank.model import Passage, Section, ValuesPage
from question_bank.reader.lines.names import bare_key, key_of
from question_bank.reader.lines.unit import Unit
from question_bank.reader.lines.wording import role_of
from question_bank.reader.parts.found import section_of

LONGEST_REPEAT = 100


def keep_strays(page: ValuesPage, units: Sequence[Unit]) -> tuple[Section, ...]:
    """The lines that stand in no part of the page and repeat no name or heading, as sections under the title."""
    taken = sorted((passage.start, passage.end) for passage in _passages(page))
    starts = [start for start, _ in taken]
    furthest: list[int] = []
    for _, end in taken:
        furthest.append(max(end, furthest[-1]) if furthest else end)
    said = _said(page)
    lines = {value.line for value in page.values} | {section.line for section in page.sections}
    strays = []
    for unit in units:
        before = bisect_right(starts, unit.end - 1) - 1
        is_taken = before >= 0 and furthest[before] > unit.start
        repeats = not said.isdisjoint((key_of(unit.raw), bare_key(unit.raw)))
        if not (is_taken or repeats or unit.line in lines or role_of(unit.raw) is not None):
            strays.append(unit)
    return tuple(_with_title(section_of(None, [unit]), page) for unit in strays)


def _with_title(section: Section, page: ValuesPage) -> Section:
    return Section(page.title or "", section.line, section.paragraphs)


def _passages(page: ValuesPage) -> Iterator[Passage]:
    statements = (page.vision, page.mission, *(value.definition for value in page.values))
    yield from (said for said in (*statements, *(value.stem for value in page.values)) if said)
    for value in page.values:
        yield from (*value.behaviours, *value.avoid)
    for section in page.sections:
        yield from section.paragraphs
    yield from page.unattached


def _said(page: ValuesPage) -> set[str]:
    """What is said elsewhere in the same words: names, headings, openings of lists."""
    found = {key_of(text) for text in (page.title, *(value.name for value in page.values)) if text}
    found |= {key_of(section.heading) for section in page.sections}
    repeatable = [value.stem for value in page.values if value.stem]
    repeatable += [passage for section in page.sections for passage in section.paragraphs]
    return found | {key_of(passage.text) for passage in repeatable if len(passage.text) < LONGEST_REPEAT}
