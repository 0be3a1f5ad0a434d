"""Meanings that have lost the name above them, where the announced names tell how many and between which."""

import re
from collections.abc import Sequence
from itertools import pairwise

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Unit
from question_bank.reader.parts.groups import Group

_NUMBER = re.compile(r"\(?(\d+)")


def part_lost_meanings(groups: Sequence[Group], names: Sequence[Unit]) -> list[Group]:
    """Cut off the paragraphs below a name that are one too many for each name missing behind it.

    What is missing is told by the announced names, or by the numbers before the names.
    """
    if not groups or any(group.has_list for group in groups):
        return list(groups)
    places, last = _places_by_name(groups, names) or _places_by_number(groups)
    if not places or places != sorted(set(places)):
        return list(groups)
    missing = [after - place - 1 for place, after in pairwise((*places, last))]
    counts = [len(group.definition) for group in groups[:-1]]
    usual = {count for count, lost in zip(counts, missing, strict=False) if not lost}
    if (usual or {len(groups[-1].definition)}) != {1}:
        return list(groups)
    return [part for group, lost in zip(groups, missing, strict=True) for part in _cut(group, lost)]


def _places_by_name(groups: Sequence[Group], names: Sequence[Unit]) -> tuple[list[int], int] | None:
    order = {key_of(name.raw): place for place, name in enumerate(names)}
    keys = [key_of(group.heading.raw) if group.heading else "" for group in groups]
    return ([order[key] for key in keys], len(names)) if all(key in order for key in keys) else None


def _places_by_number(groups: Sequence[Group]) -> tuple[list[int], int]:
    found = [_NUMBER.match(group.heading.glyph) if group.heading else None for group in groups]
    places = [int(number.group(1)) for number in found if number]
    return (places, places[-1] + 1) if len(places) == len(groups) else ([], 0)


def _cut(group: Group, lost: int) -> list[Group]:
    if not lost or len(group.definition) != lost + 1:
        return [group]
    spare = group.definition[1:]
    del group.definition[1:]
    return [group, *(Group(None, definition=[paragraph]) for paragraph in spare)]
