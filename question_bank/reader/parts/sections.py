"""A page as headed parts: vision, mission, values, behaviours and all the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from question_bank.reader.lines.captions import repeated_captions
from question_bank.reader.lines.shapes import is_heading_shaped, split_name
from question_bank.reader.lines.strung_names import announced_number, names_in_sentence
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role, is_other_list, role_of
from question_bank.text import sentences

_LABEL = re.compile(
    r"(?:(?:our|the)\s+)?(?:[\w'’-]+\s+){0,2}(vision|mission)(?:\s+statement)?(?:\s+is)?\s*(?::|\s[–—-])\s*(?=\S)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:our|the|these|its|we have|as an? \w+,? our)\s(?:[\w'’-]+\s){0,5}values\b|.{0,120}\bvalues (?:are|which are)\b",
    re.IGNORECASE,
)
_LAST_LEAD_IN = re.compile(
    r"(?:these|here|below|the following)\b.{0,60}\bvalues\b|.{0,60}\bare (?:the|our|its)\s(?:[\w'’-]+\s){0,3}values\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:we|there are|our|these|the|staff|everyone)\b", re.IGNORECASE)
_HAS_VALUES = re.compile(r"\b(?:has|have|are|holds?|contains?) (?:\w+ ){1,3}values\b", re.IGNORECASE)
_OUR_VALUES = re.compile(r"\bour (?:\w+ ){0,2}values\b", re.IGNORECASE)
_SECTION_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?(?=\s|$)")
_LONGEST_LEAD_IN = 250
_LONGEST_CAPTION = 5
_FEWEST_ALIKE = 3


@dataclass(slots=True)
class Part:
    """A headed run of lines; the heading is None above the first one and under a mere lead-in.

    `is_guess` marks values that were only known by their form.
    """

    role: Role
    heading: Unit | None = None
    units: list[Unit] = field(default_factory=list)
    is_guess: bool = False


def split_parts(units: Sequence[Unit]) -> list[Part]:
    """Cut a page at its headings and labels; inside the values unknown headings stay, they may be names."""
    repeated = repeated_captions(units)
    is_headed = any(unit.kind is Kind.HEADING and role_of(unit.raw) is Role.VALUES for unit in units)
    parts = [Part(Role.TOP)]
    is_awaited = False
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        if unit.start in repeated:
            parts[-1].units.append(replace(unit, kind=Kind.STEM))
            continue
        opened = _open_part(parts[-1], unit, following=following)
        if opened is None and not is_headed and parts[-1].role is not Role.VALUES and _counts_values(unit, following):
            opened = Part(Role.VALUES, None, [unit])
        if opened is None and is_awaited and _speaks_of_values_again(parts[-1], unit):
            opened = Part(Role.VALUES, None, [unit])
        is_awaited = _are_awaited(is_awaited, parts[-1], opened)
        if opened is None:
            parts[-1].units.append(unit)
        else:
            parts.append(opened)
    return _with_values(_carry_on(_without_empty(parts)))


def is_label(unit: Unit) -> bool:
    """Whether a line opens with "Vision:" or "Mission:" and says it at once."""
    return _LABEL.match(unit.raw, 0, 160) is not None


def _open_part(current: Part, unit: Unit, *, following: Unit | None) -> Part | None:
    if unit.kind is not Kind.ITEM:
        label = _LABEL.match(unit.raw, 0, 160)
        if label:
            role = Role.VISION if label.group(1).casefold() == "vision" else Role.MISSION
            return Part(role, unit.cut(0, label.end(1)), [replace(unit.cut(label.end()), kind=Kind.PARAGRAPH)])
    if unit.kind is Kind.HEADING and names_in_sentence(unit):
        return Part(Role.VALUES, None, [replace(unit, kind=Kind.PARAGRAPH)])
    if unit.kind in (Kind.HEADING, Kind.STEM) and (is_heading_shaped(unit) or unit.raw.endswith(":")):
        role_said = role_of(unit.raw)
        if unit.kind is Kind.STEM and role_said is current.role is Role.VALUES:
            return None
        if role_said is not None and _is_heading_here(role_said, unit, current=current):
            return Part(role_said, unit)
    if current.role is not Role.VALUES and _leads_into_values(unit, following):
        return Part(Role.VALUES, None, [unit])
    if unit.kind is Kind.HEADING and current.role is Role.VALUES and _is_next_section(unit, current):
        return Part(Role.OTHER, unit)
    if unit.kind is not Kind.HEADING or current.role in (Role.VALUES, Role.COMBINED, Role.BEHAVIOURS):
        return None
    if current.role in (Role.VISION, Role.MISSION) and not current.units:
        return None
    return Part(Role.OTHER, unit)


def _are_awaited(is_awaited: bool, current: Part, opened: Part | None) -> bool:
    """Whether a heading has promised values that no line has followed yet."""
    if current.role is Role.VALUES and (current.units or opened is None):
        return False
    return is_awaited or (opened is not None and current.role in (Role.VALUES, Role.COMBINED) and not current.units)


def _speaks_of_values_again(current: Part, unit: Unit) -> bool:
    """Whether, behind the vision or the mission, a paragraph comes back to the values that a heading promised."""
    is_behind = current.role in (Role.VISION, Role.MISSION) and bool(current.units)
    return is_behind and unit.kind is Kind.PARAGRAPH and _LEAD_IN.match(unit.raw) is not None


def _carry_on(parts: list[Part]) -> list[Part]:
    """Take "name – meaning" lines behind the next heading for values where only paragraphs stand below theirs."""
    for place, part in enumerate(parts[:-1]):
        if part.role is not Role.VALUES or not part.units or not all(_is_plain(unit) for unit in part.units):
            continue
        rest = list(takewhile(lambda other: other.role is Role.OTHER, parts[place + 1 :]))
        lines = [unit for other in rest for unit in (other.heading, *other.units) if unit is not None]
        named = [unit for unit, below in pairwise(lines) if split_name(unit) and below.kind is not Kind.HEADING]
        if len([unit for unit in named if unit.kind is not Kind.ITEM]) > 1:
            return [*parts[: place + 1], Part(Role.VALUES, None, lines), *parts[place + 1 + len(rest) :]]
    return parts


def _is_plain(unit: Unit) -> bool:
    return unit.kind is Kind.PARAGRAPH and not names_in_sentence(unit) and split_name(unit) is None


def _is_next_section(unit: Unit, current: Part) -> bool:
    """Whether a heading counts on from the number of the heading above the values, and not from one among them."""
    number, above = _section_number(unit), _section_number(current.heading)
    if not number or number[:-1] != above[:-1] or not above or number[-1] != above[-1] + 1:
        return False
    return not any(len(_section_number(inner)) == len(number) for inner in current.units if inner.kind is Kind.HEADING)


def _section_number(heading: Unit | None) -> list[int]:
    found = _SECTION_NUMBER.match(f"{heading.glyph.strip('()')} {heading.raw}".strip()) if heading else None
    return [int(number) for number in found.group(1).split(".")] if found else []


def _is_heading_here(role: Role, unit: Unit, *, current: Part) -> bool:
    if unit.kind is Kind.HEADING or role in (Role.VALUES, Role.COMBINED):
        return True
    if len(unit.raw.split()) > _LONGEST_CAPTION:
        return False
    return role is not Role.OTHER or current.role is not Role.VALUES or is_other_list(unit.raw)


def _leads_into_values(unit: Unit, following: Unit | None) -> bool:
    if unit.kind is Kind.ITEM or len(unit.raw) > _LONGEST_LEAD_IN:
        return False
    if names_in_sentence(unit):
        return True
    if following is None or not (_LEAD_IN.match(unit.raw) or _LAST_LEAD_IN.match(sentences(unit.raw)[-1])):
        return False
    if following.kind is Kind.HEADING:
        return role_of(following.raw) is None
    return following.kind is Kind.ITEM or split_name(following) is not None


def _counts_values(unit: Unit, following: Unit | None) -> bool:
    """Whether a sentence such as "We have five values" opens them, on a page where no heading does."""
    if unit.kind is Kind.ITEM or following is None or len(unit.raw) > _LONGEST_LEAD_IN:
        return False
    counted = [said for said in sentences(unit.raw) if announced_number(said) is not None]
    if split_name(following) and (counted or _OUR_VALUES.search(unit.raw)):
        return True
    return any(_COUNTED.match(said) or _HAS_VALUES.search(said) for said in counted)


def _without_empty(parts: Sequence[Part]) -> list[Part]:
    """A short line with nothing below it was no heading, but text of the part above."""
    kept: list[Part] = []
    for part in parts:
        above = kept[-1] if kept else None
        if part.units or part.role is not Role.OTHER or part.heading is None or role_of(part.heading.raw) is not None:
            kept.append(part)
        elif above is not None and above.role is Role.OTHER:
            above.units.append(replace(part.heading, kind=Kind.PARAGRAPH))
        else:
            kept.append(Part(Role.OTHER, None, [replace(part.heading, kind=Kind.PARAGRAPH)]))
    return kept


def _with_values(parts: list[Part]) -> list[Part]:
    """Where no part is headed as values: the one under "Vision and values", or else what has the form of values."""
    if any(part.role is Role.VALUES and part.units for part in parts):
        return parts
    if any(part.role is Role.COMBINED and part.units for part in parts):
        return [replace(part, role=Role.VALUES) if part.role is Role.COMBINED else part for part in parts]
    announced = next((part.heading for part in parts if part.role in (Role.COMBINED, Role.VALUES)), None)
    first = _first_of_alike(parts)
    if announced is None or first is None:
        return parts
    alike = [unit for part in parts[first:] for unit in (part.heading, *part.units) if unit is not None]
    return [*parts[:first], Part(Role.VALUES, announced, alike, is_guess=True)]


def _first_of_alike(parts: Sequence[Part]) -> int | None:
    """Where three or more parts of one form begin, to the end of the page, under headings that tell nothing."""
    first = len(parts)
    while first and parts[first - 1].role is Role.OTHER and _tells_nothing(parts[first - 1].heading):
        first -= 1
    alike = parts[first:]
    forms = {any(unit.kind is Kind.ITEM for unit in part.units) for part in alike}
    return first if len(alike) >= _FEWEST_ALIKE and len(forms) == 1 else None


def _tells_nothing(heading: Unit | None) -> bool:
    return heading is not None and role_of(heading.raw) is None
