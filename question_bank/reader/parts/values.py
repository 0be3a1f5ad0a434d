"""The values of a page, put together from its values and behaviours parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from question_bank.model import Passage, Section, Value
from question_bank.reader.lines.names import find_name, key_of, names_in_sentence, without_affixes
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.groups import Group, collect_groups
from question_bank.reader.parts.headings import join_subheadings, settle_headings
from question_bank.reader.parts.listing import expand_named_lines, expand_value_list
from question_bank.reader.parts.sections import Part
from question_bank.reader.parts.table import Table, find_table

_LONGEST_STEM = 8


@dataclass(slots=True)
class Found:
    """Values with everything under their headings that is none, and what the doubts rest on."""

    groups: list[Group] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unattached: list[Passage] = field(default_factory=list)
    announced: list[Unit] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def find_values(parts: Sequence[Part], *, source: str) -> Found:
    """Read every values part, then the behaviours parts, which may only add to values that have a name."""
    found = Found()
    valued = [part for part in parts if part.role is Role.VALUES]
    found.announced = _announced_names(valued)
    sentences: list[Unit] = []
    for part in valued:
        sentences.extend(_read_part(part, found, source=source))
    if not found.groups and not sentences:
        found.groups = _groups_from_names(found.announced, valued)
    found.groups = _merge_by_name(found.groups)
    for part in parts:
        if part.role is Role.BEHAVIOURS:
            _read_behaviours(part, found, source=source)
    found.values = [*_values(found.groups, source=source), *map(_sentence_value, sentences)]
    found.values.sort(key=lambda value: value.line)
    return found


def _read_part(part: Part, found: Found, *, source: str) -> list[Unit]:
    """Add the groups of one values part; give back the values that are sentences without a name."""
    units: Sequence[Unit] = join_subheadings(part.units, source=source)
    table = find_table(units)
    if table:
        units = table.units
        found.tables.append(table)
        found.unattached.extend(item.passage() for item in table.items)
    listing = expand_value_list(expand_named_lines(units))
    announced = [*found.announced, *listing.names]
    units = settle_headings(listing.units, announced=[key_of(name.raw) for name in announced])
    intro, groups = collect_groups(units)
    if found.groups and any(group.heading is None for group in groups[:1]):
        found.unattached.extend(item.passage() for item in groups.pop(0).items)
    intro.extend(_drop_opening_list(groups))
    found.groups.extend(_keep_values(groups, found, is_closed=listing.is_closed))
    after = [unit for group in groups for unit in group.after]
    _add_section(found, part, [*intro, *after])
    return listing.sentences


def _announced_names(parts: Iterable[Part]) -> list[Unit]:
    for part in parts:
        for unit in part.units:
            names = names_in_sentence(unit) if unit.kind is not Kind.ITEM else ()
            if names:
                return list(names)
    return []


def _drop_opening_list(groups: list[Group]) -> list[Unit]:
    """A list of the introduction, opened by a whole sentence, is no value that has lost its heading."""
    if len(groups) < 2 or groups[0].heading is not None or groups[0].stem is None:
        return []
    if len(groups[0].stem.raw.split()) <= _LONGEST_STEM:
        return []
    group = groups.pop(0)
    return [*group.definition, group.stem, *group.items, *group.after] if group.stem else []


def _keep_values(groups: list[Group], found: Found, *, is_closed: bool) -> list[Group]:
    """Leave out groups that follow a closed list of values or have another form than all values before them."""
    kept: list[Group] = []
    for group in groups:
        if is_closed and group.has_list and not any(other.has_list for other in kept):
            _add_group_as_section(found, group)
        else:
            kept.append(group)
    return kept


def _groups_from_names(names: Sequence[Unit], parts: Iterable[Part]) -> list[Group]:
    """Values that only a sentence names, each with the one paragraph that speaks of it, if there is one."""
    keys = [key_of(name.raw) for name in names]
    groups = [Group(name) for name in names]
    free = [
        unit for part in parts for unit in part.units if unit.kind is Kind.PARAGRAPH and not names_in_sentence(unit)
    ]
    for group, key in zip(groups, keys, strict=True):
        speaking = [unit for unit in free if f" {key} " in f" {key_of(unit.raw)} "]
        opening = [unit for unit in speaking if key_of(unit.raw).startswith(f"{key} ")]
        chosen = opening or speaking
        if len(chosen) == 1:
            group.definition = chosen
    return groups


def _merge_by_name(groups: Iterable[Group]) -> list[Group]:
    merged: dict[str, Group] = {}
    order: list[Group] = []
    for group in groups:
        key = key_of(group.heading.raw) if group.heading else ""
        first = merged.get(key) if key else None
        if first is None:
            order.append(group)
            merged.setdefault(key, group)
            continue
        first.definition = first.definition or group.definition
        first.stem = first.stem or group.stem
        first.items.extend(group.items)
        first.avoid.extend(group.avoid)
    return order


def _read_behaviours(part: Part, found: Found, *, source: str) -> None:
    named = {key_of(group.heading.raw): group for group in found.groups if group.heading}
    units = join_subheadings(part.units, source=source)
    intro, groups = collect_groups(units)
    left = list(intro)
    for group in groups:
        name = find_name(group.heading, named) if group.heading else None
        owner = named[key_of(name.raw)] if name else None
        if owner is None:
            found.unattached.extend(item.passage() for item in group.items)
            left.extend([*group.definition, *group.after])
            continue
        owner.stem = owner.stem or group.stem
        owner.items.extend(group.items)
        owner.avoid.extend(group.avoid)
        left.extend(group.after)
    _add_section(found, part, left)


def _add_section(found: Found, part: Part, units: Iterable[Unit]) -> None:
    paragraphs = tuple(unit.passage() for unit in units)
    if not paragraphs:
        return
    heading = part.heading
    found.sections.append(
        Section(
            heading=heading.text.rstrip(" :") if heading else "",
            line=heading.line if heading else paragraphs[0].line,
            paragraphs=paragraphs,
        )
    )


def _add_group_as_section(found: Found, group: Group) -> None:
    units = [*group.definition, *([group.stem] if group.stem else []), *group.items, *group.after]
    heading = group.heading or group.first
    found.sections.append(Section(heading.text, heading.line, tuple(unit.passage() for unit in units)))


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
