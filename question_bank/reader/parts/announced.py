"""Names of values that the page gives in a sentence or a line before, or instead of, a part of their own."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from question_bank.reader.lines.names import bare_key, key_of
from question_bank.reader.lines.strung_names import (
    announced_number,
    names_after_colon,
    names_in_line,
    names_in_sentence,
)
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.parts.groups import Group
from question_bank.reader.parts.sections import Part

_LINES_OF_INTRODUCTION = 3


def announced_names(parts: Sequence[Part], *, everywhere: Sequence[Part]) -> list[Unit]:
    """The names that some line of the values parts strings together; headings anywhere settle its "and"."""
    known = _heading_keys(everywhere)
    return _in_sentences(parts, known) or _in_introductions(parts) or _in_first_lines(parts)


def set_apart(units: Sequence[Unit], names: Collection[Unit]) -> list[Unit]:
    """The same lines, the one that announces the names as a paragraph whatever it looks like."""
    starts = [name.start for name in names]
    return [
        replace(unit, kind=Kind.PARAGRAPH) if sum(unit.start <= start < unit.end for start in starts) > 1 else unit
        for unit in units
    ]


def groups_from_names(names: Sequence[Unit], parts: Iterable[Part]) -> list[Group]:
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


def groups_without_part(groups: Sequence[Group], names: Sequence[Unit]) -> list[Group]:
    """The few announced names that no part bears, on a page where every part has a name and bears out the others."""
    order = [key_of(name.raw) for name in names]
    keys = {key_of(group.heading.raw) if group.heading else "" for group in groups}
    missing = [name for name, key in zip(names, order, strict=True) if key not in keys]
    if not keys <= set(order) or 2 * len(missing) > len(keys):
        return []
    return [Group(name) for name in missing]


def _in_sentences(parts: Iterable[Part], known: Collection[str]) -> list[Unit]:
    """The first such sentence whose number of names is the one it gives, or else the first of all."""
    first: list[Unit] = []
    for unit in (unit for part in parts for unit in part.units if unit.kind is not Kind.ITEM):
        names = names_in_sentence(unit, known)
        if names and len(names) == announced_number(unit.raw):
            return list(names)
        first = first or list(names)
    return first


def _in_introductions(parts: Iterable[Part]) -> list[Unit]:
    for unit in (unit for part in parts for unit in part.units[:_LINES_OF_INTRODUCTION]):
        names = names_after_colon(unit) if unit.kind is Kind.PARAGRAPH else ()
        if names:
            return list(names)
    return []


def _in_first_lines(parts: Iterable[Part]) -> list[Unit]:
    for part in parts:
        names = names_in_line(part.units[0]) if part.units else ()
        if names:
            return list(names)
    return []


def _heading_keys(parts: Iterable[Part]) -> frozenset[str]:
    units = (unit for part in parts for unit in (part.heading, *part.units) if unit is not None)
    return frozenset(bare_key(unit.raw) for unit in units if unit.kind is Kind.HEADING)
