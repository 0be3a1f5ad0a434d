"""A table whose columns were flattened: names on one line, their openings on the next, then all items in one run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from question_bank.reader.lines.unit import Kind, Unit

_REPEATED = re.compile(r"(?P<one>[^:]{2,40}:)(?:\s*(?P=one))+")
_NAME_BEFORE_COLON = re.compile(r"(?<!\S)[A-Z][^A-Z:]{1,60}(?=:\s)")


@dataclass(frozen=True, slots=True)
class Table:
    """What can be told of a flattened table: names with meanings, and items of which nobody knows the column."""

    columns: int
    line: int
    units: tuple[Unit, ...]
    items: tuple[Unit, ...]


def find_table(units: Sequence[Unit]) -> Table | None:
    """The first flattened table, or None; its items are taken out of the lines."""
    for place, unit in enumerate(units):
        repeated = _REPEATED.fullmatch(unit.raw, 0, 400)
        if repeated is None or place == 0:
            continue
        columns = unit.raw.count(repeated.group("one"))
        names = _split_names(units[place - 1], columns)
        items = _items_after(units, place + 1)
        before = units[: place - 1] if names else units[:place]
        kept = (*before, *names, *units[place + 1 + len(items) :])
        return Table(columns=columns, line=unit.line, units=kept, items=tuple(items))
    return None


def _split_names(unit: Unit, columns: int) -> list[Unit]:
    names = list(_NAME_BEFORE_COLON.finditer(unit.raw, 0, 2000))
    if len(names) != columns:
        return []
    borders = [*(name.start() for name in names), len(unit.raw)]
    return [
        piece
        for name, close in zip(names, borders[1:], strict=True)
        for piece in (
            replace(unit.cut(name.start(), name.end()), kind=Kind.HEADING, glyph=""),
            replace(unit.cut(name.end() + 1, close), kind=Kind.PARAGRAPH, glyph=""),
        )
    ]


def _items_after(units: Sequence[Unit], place: int) -> list[Unit]:
    items: list[Unit] = []
    for unit in units[place:]:
        if unit.kind is not Kind.ITEM:
            break
        items.append(unit)
    return items
