"""What print adds to a text: page numbers, running heads, lists of contents, labels that count the values."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from question_bank.reader.lines.unit import Unit

_NUMBER = re.compile(r"(?:page |[-–] ?)?(\d{1,3})(?: ?[-–])?", re.IGNORECASE)
_CONTENTS = re.compile(r".{1,120}?(?:\s?[.…·_]){4,}\s*\d{1,3}")
_CONTENTS_HEAD = re.compile(
    r"(?:table of )?contents(?: page)?|in this (?:document|booklet|section)|on this page", re.IGNORECASE
)
_COUNTED = (
    r"(?:our |core )?(?:value|principle|standard|theme|pillar|promise|behaviour) (?:no\.? ?|number )?"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_LABEL = re.compile(rf"{_COUNTED}\s*[:.)–—-]?", re.IGNORECASE)
_LETTER = re.compile(r"[A-Z](?:\s*[.:)–—-])?")
_NUMBER_BEFORE = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_LETTER_BEFORE = re.compile(r"[A-Z]\s*[-–—:.]\s+(?=\w)")
_LONGEST_COUNTED = 80
_FEWEST = 2
_LONGEST_LABEL = 40


def drop_print(lines: Sequence[Unit]) -> tuple[Unit, ...]:
    """The lines without the furniture of print; what stood below a dropped label keeps the blank lines above it."""
    lines = _without_letters(_with_numbers(lines))
    dropped = _running_lines(lines) | _contents(lines) | _labels(lines)
    kept: list[Unit] = []
    gap = 0
    for place, line in enumerate(lines):
        if place in dropped:
            gap = max(gap, line.gap)
            continue
        kept.append(replace(line, gap=max(gap, line.gap)))
        gap = 0
    return tuple(kept)


def _with_numbers(lines: Sequence[Unit]) -> list[Unit]:
    """Numbers before short lines, counting from one, set apart like those that a full stop follows."""
    found = {place: number for place, line in enumerate(lines) if not line.glyph and (number := _count_before(line))}
    places = list(found)
    if [found[place] for place in places] != list(range(1, len(places) + 1)) or len(places) <= _FEWEST:
        return list(lines)
    return [
        replace(line.cut(len(str(found[place]))), glyph=f"{found[place]}.") if place in found else line
        for place, line in enumerate(lines)
    ]


def _count_before(line: Unit) -> int:
    found = _NUMBER_BEFORE.match(line.raw) if len(line.raw) <= _LONGEST_COUNTED else None
    return int(found.group(1)) if found else 0


def _without_letters(lines: Sequence[Unit]) -> list[Unit]:
    """Names without the letters of an acronym before them, where each of the names has text below it."""
    found = {place: end for place, line in enumerate(lines) if (end := _letter_before(line))}
    if len(found) <= _FEWEST or any(place + 1 in found for place in found):
        return list(lines)
    return [line.cut(found[place]) if place in found else line for place, line in enumerate(lines)]


def _letter_before(line: Unit) -> int:
    """How long the letter before a name is, with what parts them; 0 where the name begins with another letter."""
    found = _LETTER_BEFORE.match(line.raw) if len(line.raw) <= _LONGEST_COUNTED else None
    return found.end() if found and line.raw[found.end()].casefold() == line.raw[0].casefold() else 0


def _running_lines(lines: Sequence[Unit]) -> set[int]:
    """Numbers of pages that count on, and the lines beside several of them that are always the same."""
    numbers = _counting(lines)
    beside = [place for number in numbers for place in (number - 1, number + 1) if 0 <= place < len(lines)]
    words = Counter(lines[place].text for place in beside)
    heads = {text for text, count in words.items() if count >= _FEWEST}
    running = [place for place, line in enumerate(lines) if line.text in heads]
    return numbers | set(running[1:])


def _counting(lines: Sequence[Unit]) -> set[int]:
    """Lines that are nothing but a number, one higher than the last such line, on a page with several."""
    alone = {place: int(found[1]) for place, line in enumerate(lines) if (found := _NUMBER.fullmatch(line.raw))}
    places = list(alone)
    pairs = [pair for pair in pairwise(places) if alone[pair[1]] == alone[pair[0]] + 1]
    return {place for pair in pairs for place in pair}


def _contents(lines: Sequence[Unit]) -> set[int]:
    """Lines that lead to the number of a page by a row of dots, and the head above them."""
    found = {place for place, line in enumerate(lines) if len(line.raw) <= 160 and _CONTENTS.fullmatch(line.raw)}
    if not found:
        return found
    above = min(found) - 1
    return found | {above} if above >= 0 and _CONTENTS_HEAD.fullmatch(lines[above].text.strip(" :")) else found


def _labels(lines: Sequence[Unit]) -> set[int]:
    """Lines with nothing but "Value 1" above a name, or the letter that the name below begins with."""
    counted = {
        place for place, line in enumerate(lines) if len(line.raw) <= _LONGEST_LABEL and _LABEL.fullmatch(line.raw)
    }
    letters = {
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if _LETTER.fullmatch(line.raw) and not below.gap and below.raw[0].casefold() == line.raw[0].casefold()
    }
    return (counted if len(counted) >= _FEWEST else set()) | (letters if len(letters) > _FEWEST else set())
