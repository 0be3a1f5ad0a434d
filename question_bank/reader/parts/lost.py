"""Meanings that have lost the name above them, where the announced names tell how many and between which."""

from collections.abc import Sequence
from itertools import pairwise

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Unit
from question_bank.reader.parts.groups import Group


def part_lost_meanings(groups: Sequence[Group], names: Sequence[Unit]) -> list[Group]:
    """Cut off the paragraphs below a name that are one too many for each announced name missing behind it."""
    order = [key_of(name.raw) for name in names]
    keys = [key_of(group.heading.raw) if group.heading else "" for group in groups]
    if any(group.has_list for group in groups) or any(key not in order for key in keys):
        return list(groups)
    places = [order.index(key) for key in keys]
    if len(set(order)) < len(order) or places != sorted(places):
        return list(groups)
    missing = [after - place - 1 for place, after in pairwise((*places, len(order)))]
    usual = {len(group.definition) for group, lost in zip(groups, missing, strict=True) if not lost}
    if usual != {1}:
        return list(groups)
    return [part for group, lost in zip(groups, missing, strict=True) for part in _cut(group, lost)]


def _cut(group: Group, lost: int) -> list[Group]:
    if not lost or len(group.definition) != lost + 1:
        return [group]
    spare = group.definition[1:]
    del group.definition[1:]
    return [group, *(Group(None, definition=[paragraph]) for paragraph in spare)]
