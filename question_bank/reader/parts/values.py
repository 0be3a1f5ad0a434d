"""The values of a page, put together from its values and behaviours parts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from question_bank.model import Passage, Section, Value
from question_bank.reader.lines.names import bare_key, find_name, key_of, without_affixes
from question_bank.reader.lines.strung_names import (
    announced_number,
    names_after_colon,
    names_in_line,
    names_in_sentence,
)
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.groups import Group, collect_groups
from question_bank.reader.parts.headings import join_subheadings, settle_headings
from question_bank.reader.parts.listing import (
    expand_named_lines,
    expand_spaced_names,
    expand_value_list,
    take_listed_names,
)
from question_bank.reader.parts.sections import Part
from question_bank.reader.parts.sifting import drop_opening_list, drop_opening_paragraph, keep_values, trim_last_meaning
from question_bank.reader.parts.table import Table, find_table

_LINES_OF_INTRODUCTION = 3


@dataclass(slots=True)
class Found:
    """Values with everything under their headings that is none, and what the doubts rest on."""

    groups: list[Group] = field(default_factory=list)
    sentences: list[Unit] = field(default_factory=list)
    announced: list[Unit] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    is_closed: bool = False
    values: list[Value] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unattached: list[Passage] = field(default_factory=list)


def find_values(parts: Sequence[Part], *, source: str) -> Found:
    """Read every values part, then the behaviours parts, which may only add to values that have a name."""
    valued = _with_substance([part for part in parts if part.role is Role.VALUES])
    found = Found(announced=_announced_names(valued, _heading_keys(parts)))
    for part in valued:
        if found.is_closed:
            _join_part(part, found, source=source)
        else:
            _read_part(part, found, is_last=part is parts[-1], source=source)
    if not found.groups and not found.sentences:
        found.groups = _groups_from_names(found.announced, valued)
    found.groups = _merge_by_name(found.groups)
    for part in parts:
        if part.role is Role.BEHAVIOURS:
            _join_part(part, found, source=source)
    found.values = [*_values(found.groups, source=source), *map(_sentence_value, found.sentences)]
    found.values.sort(key=lambda value: value.line)
    return found


def section_of(heading: Unit | None, units: Iterable[Unit]) -> Section:
    """A heading with the lines under it; the heading is empty where the page has none."""
    paragraphs = tuple(unit.passage() for unit in units)
    line = heading.line if heading else paragraphs[0].line
    return Section(heading=heading.text.rstrip(" :") if heading else "", line=line, paragraphs=paragraphs)


def _read_part(part: Part, found: Found, *, is_last: bool, source: str) -> None:
    units: Sequence[Unit] = join_subheadings(part.units, source=source)
    table = find_table(units, is_last=is_last)
    if table:
        units = table.units
        found.tables.append(table)
        if table.is_unwanted and table.items:
            found.sections.append(section_of(part.heading, table.items))
        else:
            found.unattached.extend(item.passage() for item in table.items)
    number = _find_number(part, found)
    units, listed = take_listed_names(units)
    listing = expand_value_list(expand_spaced_names(expand_named_lines(units)))
    names = frozenset(key_of(name.raw) for name in (*found.announced, *listing.names, *listed))
    intro, groups = collect_groups(settle_headings(listing.units, announced=names))
    if not listing.is_closed:
        intro.extend([*drop_opening_list(groups), *drop_opening_paragraph(groups)])
        groups, others = keep_values(groups, announced=names, number=number, is_last=is_last)
        found.sections.extend(section_of(group.heading, group.body) for group in others if group.body)
        trim_last_meaning(groups)
    found.groups.extend(groups)
    found.sentences.extend(listing.sentences)
    found.is_closed = listing.is_closed
    left = [*intro, *(unit for group in groups for unit in group.after)]
    if left:
        found.sections.append(section_of(part.heading, left))
    if listing.rest:
        _join_part(Part(part.role, part.heading, listing.rest), found, source=source)


def _join_part(part: Part, found: Found, *, source: str) -> None:
    """Add lists below the name of a known value to that value; lists below anything else are tied to none."""
    named = {key_of(group.heading.raw): group for group in found.groups if group.heading}
    left, groups = collect_groups(join_subheadings(part.units, source=source))
    for group in groups:
        name = find_name(group.heading, named) if group.heading else None
        if name is not None:
            _add_to(named[key_of(name.raw)], group)
            left.extend(group.after)
        elif part.role is Role.VALUES and group.heading is not None:
            found.sections.extend([section_of(group.heading, group.body)] if group.body else [])
        else:
            found.unattached.extend(item.passage() for item in group.items)
            group.items = []
            left.extend(group.body)
    if left:
        found.sections.append(section_of(part.heading, left))


def _with_substance(parts: list[Part]) -> list[Part]:
    """Of several values parts those that hold more than short lines; the others are menus."""
    full = [part for part in parts if any(unit.kind is not Kind.HEADING for unit in part.units)]
    return full or parts


def _find_number(part: Part, found: Found) -> int | None:
    """How many values the heading or a line of the part announces; the line is kept for the doubts."""
    for unit in (part.heading, *part.units):
        number = announced_number(unit.raw) if unit is not None and unit.kind is not Kind.ITEM else None
        if unit is not None and number is not None:
            found.numbers.append((unit.line, number))
            return number
    return None


def _add_to(owner: Group, group: Group) -> None:
    owner.definition = owner.definition or group.definition
    owner.stem = owner.stem or group.stem
    owner.items.extend(group.items)
    owner.avoid.extend(group.avoid)


def _heading_keys(parts: Iterable[Part]) -> frozenset[str]:
    units = (unit for part in parts for unit in (part.heading, *part.units) if unit is not None)
    return frozenset(bare_key(unit.raw) for unit in units if unit.kind is Kind.HEADING)


def _announced_names(parts: Sequence[Part], known: Collection[str]) -> list[Unit]:
    for part in parts:
        for unit in part.units:
            names = names_in_sentence(unit, known) if unit.kind is not Kind.ITEM else ()
            if names:
                return list(names)
    for part in parts:
        for unit in part.units[:_LINES_OF_INTRODUCTION]:
            names = names_after_colon(unit) if unit.kind is Kind.PARAGRAPH else ()
            if names:
                return list(names)
    for part in parts:
        names = names_in_line(part.units[0]) if part.units and part.units[0].kind is not Kind.ITEM else ()
        if names:
            return list(names)
    return []


def _groups_from_names(names: Sequence[Unit], parts: Iterable[Part]) -> list[Group]:
    """Values that only a sentence names, each with the one paragraph that speaks of it, if there is one."""
    keys = [key_of(name.raw) for name in names]
    groups = [Group(name) for name in names]
    paragraphs = [unit for part in parts for unit in part.units if unit.kind is Kind.PARAGRAPH]
    announcing = {name.line for name in names}
    free = [(unit, f" {key_of(unit.raw)} ") for unit in paragraphs if unit.line not in announcing]
    for group, key in zip(groups, keys, strict=True):
        speaking = [unit for unit, words in free if f" {key} " in words]
        opening = [unit for unit, words in free if words.startswith(f" {key} ")]
        chosen = opening or speaking
        if len(chosen) == 1:
            group.definition = chosen
    return groups


def _merge_by_name(groups: Iterable[Group]) -> list[Group]:
    merged: dict[str, Group] = {}
    order: list[Group] = []
    for group in groups:
        key = key_of(group.heading.raw) if group.heading else ""
        if key and key in merged:
            _add_to(merged[key], group)
            continue
        order.append(group)
        merged[key] = group
    return order


def _values(groups: Sequence[Group], *, source: str) -> list[Value]:
    named = [group.heading for group in groups if group.heading]
    names = {name.start: short for name, short in zip(named, without_affixes(named), strict=True)}
    return [_value(group, names, source=source) for group in groups]


def _value(group: Group, names: dict[int, Unit], *, source: str) -> Value:
    return Value(
        name=names[group.heading.start].text if group.heading else None,
        line=group.first.line,
        definition=_run_of(group.definition, source=source),
        stem=group.stem.passage() if group.stem else None,
        behaviours=tuple(item.passage() for item in group.items),
        avoid=tuple(item.passage() for item in group.avoid),
    )


def _run_of(units: Sequence[Unit], *, source: str) -> Passage | None:
    return units[0].until(units[-1], source=source).passage() if units else None


def _sentence_value(unit: Unit) -> Value:
    return Value(name=None, line=unit.line, definition=unit.passage())
