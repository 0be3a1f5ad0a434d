"""What each line looks like: heading, opening of a list, list item or paragraph; and "name – meaning" lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from question_bank.reader.lines.asides import is_job_title
from question_bank.reader.lines.labels import without_labels
from question_bank.reader.lines.polarity import names_the_unwanted, says_not_wanted
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import (
    MOST_HEADING_WORDS,
    Role,
    is_bare_stem,
    is_list_caption,
    is_other_list,
    is_picture_text,
    opens_a_clause,
    role_of,
)

_LONGEST_NAME = 6
_LONGEST_ASKED = 120
_SHORTEST_DOUBLED, _LONGEST_DOUBLED = 4, 100
_DASH = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S)")
_COLON = re.compile(r"(?<=\S)\s*:\s+(?=\S)")
_STOP = re.compile(r"(?<=\w)\.\s+(?=\S)")
_SENTENCE_CLOSE = re.compile(r"[.;,][\"'”’)]*$")
_TRAILING_MARK = re.compile(r"\s*[-–—:.…]+$")
_HEADING_START = re.compile(r"[\"'“‘(]?[A-Z0-9]")
_OPEN_END = re.compile(r"\s(?:we|by|to|will|that|when|must|should|can|are|the|our|a|of|i|you)$", re.IGNORECASE)
_WIDE_OPEN_END = re.compile(
    r"\b(?:we|I|you|staff|us)(?: [\w'’]+){0,3} (?:to|will|must|should)$|\s(?:when|that) we$", re.IGNORECASE
)
_LONGEST_STEM = 20
_DIGITS = re.compile(r"\(?(\d+)")


@dataclass(frozen=True, slots=True)
class Named:
    """A line that gives a name and, behind a dash or colon, its meaning."""

    name: Unit
    meaning: Unit
    separator: str


def mark_kinds(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Give every line its kind by its own form and the line that follows."""
    units = without_labels([_halve_doubled(unit) for unit in units])
    asked = _repeated_openings(units)
    numbered = numbered_headings(units)
    around = zip(units, (*units[1:], None), strict=False)
    return tuple(
        replace(unit, kind=Kind.STEM if unit.start in asked else _kind(unit, following, numbered))
        for unit, following in around
    )


def split_name(unit: Unit) -> Named | None:
    """Cut "Name – meaning" or "Name: meaning"; None for anything else, a line that ends in the mark too."""
    for mark, pattern in (("–", _DASH), (":", _COLON)):
        found = pattern.search(unit.raw, 0, 120)
        if found and _may_be_name(unit.raw[: found.start()]):
            if mark == ":" and opens_a_clause(unit.raw[: found.start()]):
                return None
            return Named(unit.cut(0, found.start()), unit.cut(found.end()), mark)
    return None


def split_at_stop(unit: Unit) -> Named | None:
    """Cut "Name. Meaning" where the name has one to three words."""
    found = _STOP.search(unit.raw, 0, 60)
    if not found or len(unit.raw[: found.start()].split()) > 3 or not _HEADING_START.match(unit.raw):
        return None
    return Named(unit.cut(0, found.start()), unit.cut(found.end()), ".")


def bare_name(unit: Unit) -> Unit:
    """A heading without the dash, colon or dots at its end."""
    return unit.cut(0, len(_TRAILING_MARK.sub("", unit.raw)) or None)


def ends_in_dots(unit: Unit) -> bool:
    """Whether a line trails off in dots, as sub-headings do that a second line completes."""
    return unit.raw.endswith(("..", "…"))


def is_heading_shaped(unit: Unit) -> bool:
    """Whether a line is short, begins like a heading and does not end like a sentence."""
    text = unit.raw
    if len(text) > 90 or len(text.split()) > MOST_HEADING_WORDS:
        return False
    if _SENTENCE_CLOSE.search(text) and not ends_in_dots(unit):
        return False
    if text.endswith("?") or is_picture_text(text) or is_job_title(text):
        return False
    return bool(_HEADING_START.match(text)) or len(text.split()) <= 3


def numbered_headings(units: Sequence[Unit]) -> frozenset[int]:
    """Where a number stands before a heading, not before an item of a list; the headings count on by themselves."""
    found: set[int] = set()
    outer = 0
    for above, unit, following in zip((None, *units), units, (*units[1:], None), strict=False):
        number = _number(unit)
        if number and following and _heads(unit, number, around=(above, following), outer=outer):
            found.add(unit.start)
            outer = number
    return frozenset(found)


def _heads(unit: Unit, number: int, *, around: tuple[Unit | None, Unit], outer: int) -> bool:
    above, following = around
    if not is_heading_shaped(unit) and split_name(unit) is None:
        return False
    counted = _number(above) if above else 0
    parted = above is not None and unit.gap > above.gap
    goes_on = number == outer + 1 and (number != counted + 1 or _opens_by_form(following) or parted)
    if _number(following):
        return _number(following) == 1 and (not counted or goes_on)
    return not counted or (outer > 0 and goes_on)


def _opens_by_form(unit: Unit) -> bool:
    return is_bare_stem(unit.raw) or unit.raw.endswith(":")


def _number(unit: Unit) -> int:
    found = _DIGITS.match(unit.glyph)
    return int(found.group(1)) if found else 0


def _halve_doubled(unit: Unit) -> Unit:
    """A heading that was copied twice in one run, "Our valuesOur values"."""
    half = len(unit.raw) // 2
    doubled = _SHORTEST_DOUBLED <= half <= _LONGEST_DOUBLED and unit.raw[:half] == unit.raw[half:]
    return unit.cut(0, half) if doubled else unit


def _repeated_openings(units: Sequence[Unit]) -> frozenset[int]:
    """Where a question or caption stands that is printed again and again: it opens what stands below it each time."""
    lines = [unit for unit in units if not unit.glyph and len(unit.raw) <= _LONGEST_ASKED]
    counts = Counter(unit.text.casefold() for unit in lines)
    often = [unit for unit in lines if counts[unit.text.casefold()] > 1 and role_of(unit.raw) is None]
    return frozenset(
        unit.start
        for unit in often
        if unit.raw.endswith("?")
        or _captions(unit.raw)
        or (counts[unit.text.casefold()] > 2 and is_heading_shaped(unit))
    )


def _kind(unit: Unit, following: Unit | None, numbered: frozenset[int]) -> Kind:
    text = unit.raw
    if unit.glyph and unit.start not in numbered:
        return Kind.ITEM
    if len(text) > 400:
        return Kind.PARAGRAPH
    if following is not None and is_bare_stem(text) and not unit.glyph and role_of(text) is None:
        return Kind.STEM
    if following is not None and following.glyph and not unit.glyph and _captions(text):
        return Kind.STEM
    if text.endswith((":", ":-", ";")):
        return Kind.HEADING if _is_label(unit) and not says_not_wanted(text) else Kind.STEM
    if following is not None and _breaks_off(text, following):
        return Kind.STEM
    return Kind.HEADING if is_heading_shaped(unit) else Kind.PARAGRAPH


def _breaks_off(text: str, following: Unit) -> bool:
    """Whether a line is a clause that only the lines below it complete."""
    if len(text.split()) > _LONGEST_STEM:
        return False
    if following.glyph:
        return text.endswith(("?", "…", "...")) or (_OPEN_END.search(text) is not None and role_of(text) is None)
    return _WIDE_OPEN_END.search(text) is not None and role_of(text) is None


def _captions(text: str) -> bool:
    return names_the_unwanted(text) or (
        is_list_caption(text) and role_of(text) is not Role.VALUES and not is_other_list(text)
    )


def _is_label(unit: Unit) -> bool:
    text = unit.raw.rstrip(" :;-")
    return len(text.split()) <= 5 and _HEADING_START.match(text) is not None and not opens_a_clause(text)


def _may_be_name(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_NAME and _HEADING_START.match(text) is not None
