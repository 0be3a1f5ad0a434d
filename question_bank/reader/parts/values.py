"""The values of a page, put together from its values and behaviours parts."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from question_bank.model import Value
from question_bank.reader.lines.names import bare_key, find_name, key_of, without_affixes
from question_bank.reader.lines.polarity import names_the_unwanted
from question_bank.reader.lines.shapes import split_name
from question_bank.reader.lines.strung_names import announced_number
from question_bank.reader.lines.unit import Kind, Unit, join_passages
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.announced import announced_names, groups_from_names, groups_without_part, set_apart
from question_bank.reader.parts.found import Found, section_of, sections_of_left
from question_bank.reader.parts.groups import Group, collect_groups
from question_bank.reader.parts.headings import join_subheadings, settle_headings
from question_bank.reader.parts.listing import (
    expand_named_lines,
    expand_spaced_names,
    expand_value_list,
    take_listed_names,
)
from question_bank.reader.parts.lost import part_lost_meanings
from question_bank.reader.parts.sections import Part
from question_bank.reader.parts.sifting import (
    drop_acronym,
    drop_introduction,
    drop_opening_headings,
    drop_opening_list,
    drop_opening_paragraph,
    drop_stray_headings,
    keep_values,
    trim_last_list,
    trim_last_meaning,
)
from question_bank.reader.parts.table import find_table


def find_values(parts: Sequence[Part], *, source: str) -> Found:
    """Read every values part, then the behaviours parts, which may only add to values that have a name."""
    found = Found()
    valued = _with_substance([part for part in parts if part.role is Role.VALUES], found)
    found.announced = announced_names(valued, everywhere=parts)
    for part in valued:
        if found.is_closed:
            _join_part(part, found, source=source)
        else:
            _read_part(part, found, is_last=part is parts[-1], source=source)
    if not found.groups and not found.sentences:
        found.groups = groups_from_names(found.announced, valued)
    _leave_nameless_before_counted(found)
    _merge_by_name(found)
    found.groups.extend(groups_without_part(found.groups, found.announced))
    for part in (*parts, *_parts_headed_by_names(parts, found)):
        if part.role is Role.BEHAVIOURS:
            _join_part(part, found, source=source)
    for group in found.groups:
        _doubt_unwanted_name(group)
    found.unattached.extend(item.passage() for group in found.groups for item in group.doubted)
    found.values = [*_values(found.groups), *map(_sentence_value, found.sentences)]
    found.values.sort(key=lambda value: value.line)
    found.sections.extend(sections_of_left(found))
    return found


def _read_part(part: Part, found: Found, *, is_last: bool, source: str) -> None:
    units: Sequence[Unit] = join_subheadings(set_apart(part.units, found.announced), source=source)
    table = find_table(units, is_last=is_last)
    if table:
        units = table.units
        found.tables.append(table)
        if table.is_unwanted:
            found.leave(part.heading, table.items)
        else:
            found.unattached.extend(item.passage() for item in table.items)
    number = _find_number(part, found)
    units, listed = take_listed_names(units)
    listing = expand_value_list(expand_spaced_names(expand_named_lines(units)))
    found.announced = found.announced or [*listing.names, *listed]
    names = frozenset(key_of(name.raw) for name in (*found.announced, *listing.names, *listed))
    intro, groups = collect_groups(settle_headings(listing.units, announced=names))
    if not listing.is_closed:
        intro.extend([*drop_acronym(groups), *drop_opening_list(groups), *drop_opening_headings(groups)])
        intro.extend([*drop_introduction(groups), *drop_opening_paragraph(groups)])
        number = table.columns if table and table.is_named else number
        intro.extend(drop_stray_headings(groups, announced=names, number=number))
        groups, others = keep_values(groups, announced=names, number=number, is_last=is_last)
        for group in others:
            found.leave_group(part.heading, group)
        trim_last_meaning(groups)
        spare = trim_last_list(groups)
        found.sections.extend([section_of(*spare)] if spare else [])
        groups = part_lost_meanings(groups, found.announced)
    found.groups.extend(groups)
    if found.groups and not groups:  # sentences after values that have names are no further values
        found.unattached.extend(sentence.passage() for sentence in listing.sentences)
    else:
        found.sentences.extend(listing.sentences)
    found.is_closed = listing.is_closed
    found.leave(part.heading, [*intro, *(unit for group in groups for unit in group.loose)])
    if listing.rest:
        _join_part(Part(part.role, part.heading, listing.rest), found, source=source)


def _join_part(part: Part, found: Found, *, source: str) -> None:
    """Add lists below the name of a known value to that value; lists below anything else are tied to none."""
    named = {key_of(group.heading.raw): group for group in found.groups if group.heading}
    units = [_as_heading_if_named(unit, named) for unit in join_subheadings(part.units, source=source)]
    left, groups = collect_groups(expand_named_lines(units))
    for group in groups:
        name = find_name(group.heading, named) if group.heading else None
        if name is not None:
            says_more = group.heading is not None and bare_key(group.heading.raw) != key_of(name.raw)
            left.extend([group.heading] if group.heading and says_more else [])
            left.extend(group.loose)
            left.extend(_add_to(named[key_of(name.raw)], group))
        elif part.role is Role.VALUES and group.heading is not None:
            found.leave_group(part.heading, group)
        else:
            found.unattached.extend(item.passage() for item in group.items)
            group.items = []
            left.extend([group.heading] if group.heading else [])
            left.extend(group.body)
    found.leave(part.heading, left)


def _as_heading_if_named(unit: Unit, named: Collection[str]) -> Unit:
    """An opening that is nothing but a known name, such as "People behaviours:", heads the lists of that value."""
    return replace(unit, kind=Kind.HEADING) if unit.kind is Kind.STEM and bare_key(unit.raw) in named else unit


def _parts_headed_by_names(parts: Sequence[Part], found: Found) -> list[Part]:
    """Parts of other sections that have the names of the values for headings, as a part on behaviours.

    They are taken out of `parts`. One such heading may be chance, so most of the names must be there.
    """
    known = {key_of(group.heading.raw) for group in found.groups if group.heading}
    headed = [part for part in parts if part.role is Role.OTHER and part.heading and _name_in(part.heading) in known]
    if len(headed) < 2 or 2 * len({_name_in(part.heading) for part in headed if part.heading}) < len(known):
        return []
    lines = [unit for part in headed for unit in (part.heading, *part.units) if unit is not None]
    for part in headed:
        part.units = []
    return [Part(Role.BEHAVIOURS, None, lines)]


def _name_in(heading: Unit) -> str:
    named = split_name(heading)
    return key_of(named.name.raw) if named else bare_key(heading.raw)


def _with_substance(parts: list[Part], found: Found) -> list[Part]:
    """Of several values parts those that hold more than short lines; the others are menus."""
    full = [part for part in parts if _has_substance(part)]
    for part in parts if full else []:
        if not _has_substance(part):
            found.leave(part.heading, part.units)
    return full or parts


def _has_substance(part: Part) -> bool:
    return any(unit.kind is not Kind.HEADING for unit in part.units)


def _find_number(part: Part, found: Found) -> int | None:
    """How many values the heading or a line of the part announces; the line is kept for the doubts."""
    for unit in (part.heading, *part.units):
        number = announced_number(unit.raw) if unit is not None and unit.kind is not Kind.ITEM else None
        if unit is not None and number is not None:
            found.numbers.append((unit.line, number))
            return number
    return None


def _add_to(owner: Group, group: Group) -> list[Unit]:
    """Give a group's lists to the group of the same name; what has no place there any more comes back."""
    spare = list(group.definition) if owner.definition else []
    openings = [group.stem, owner.stem]
    owner.definition = owner.definition or group.definition
    for key, opening in group.openings.items():
        owner.openings.setdefault(key, opening)
    owner.items.extend(group.items)
    owner.avoid.extend(group.avoid)
    owner.doubted.extend(group.doubted)
    return [*spare, *(opening for opening in openings if opening and not owner.stem)]


def _leave_nameless_before_counted(found: Found) -> None:
    """Lists without a name above as many names as the page counts values are on something else."""
    named = [group for group in found.groups if group.heading is not None]
    if not named or all(number != len(named) for _, number in found.numbers):
        return
    first = found.groups.index(named[0])
    for group in found.groups[:first]:
        found.leave_group(None, group)
    del found.groups[:first]


def _merge_by_name(found: Found) -> None:
    merged: dict[str, Group] = {}
    order: list[Group] = []
    for group in found.groups:
        key = key_of(group.heading.raw) if group.heading else ""
        if key and key in merged:
            found.leave(None, _add_to(merged[key], group))
            continue
        order.append(group)
        merged[key] = group
    found.groups = order


def _doubt_unwanted_name(group: Group) -> None:
    """What stands under a name that reads like a label of unwanted conduct is not taken for wanted."""
    if group.heading is not None and names_the_unwanted(group.heading.raw):
        group.doubted.extend(group.items)
        group.items = []


def _values(groups: Sequence[Group]) -> list[Value]:
    named = [group.heading for group in groups if group.heading]
    names = {name.start: short for name, short in zip(named, without_affixes(named), strict=True)}
    return [_value(group, names) for group in groups]


def _value(group: Group, names: dict[int, Unit]) -> Value:
    return Value(
        name=names[group.heading.start].text if group.heading else None,
        line=group.first.line,
        definition=join_passages(group.definition),
        stem=group.stem.passage() if group.stem else None,
        behaviours=tuple(item.passage() for item in group.items),
        avoid=tuple(item.passage() for item in group.avoid),
    )


def _sentence_value(unit: Unit) -> Value:
    return Value(name=None, line=unit.line, definition=unit.passage())
