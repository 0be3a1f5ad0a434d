"""A table whose columns were flattened: names on one line, their openings on the next, then all items in one run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from question_bank.reader.lines.polarity import says_not_wanted
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import is_bare_stem

_REPEATED = re.compile(r"(?P<one>[^:]{2,40}:)(?:\s*(?P=one))+")
_OPENING = re.compile(r"[^\s:][^:]{1,39}:")
_NAME_BEFORE_COLON = re.compile(r"(?<!\S)[A-Z][^A-Z:]{1,60}(?=:\s)")
_LONGEST_HEAD, _LONGEST_NAMES = 400, 2000


@dataclass(frozen=True, slots=True)
class Table:
    """What can be told of a flattened table: names with meanings, and items of which nobody knows the column.

    Where the page's own full stops end as many lists as there are columns, those are in `units`, and `items` is empty.
    """

    columns: int
    line: int
    units: tuple[Unit, ...]
    items: tuple[Unit, ...]
    is_unwanted: bool
    is_named: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether the lists were given to their columns."""
        return not self.items


def find_table(units: Sequence[Unit], *, is_last: bool = False) -> Table | None:
    """The first flattened table, or None; items of unknown columns are taken out of the lines.

    `is_last` says that the page ends with these lines, so that the last list may be cut.
    """
    for place, unit in enumerate(units):
        openings = _openings(unit)
        if len(openings) < 2 or place == 0:
            continue
        names = _split_names(units[place - 1], len(openings)) if _is_repeated(openings) else []
        items = _items_after(units, place + 1)
        before, after = units[: place - 1] if names else units[:place], units[place + 1 + len(items) :]
        lists = _split_lists(items, len(openings), is_cut=is_last and not after) if names else []
        columns = _columns(names, openings, lists)
        return Table(
            columns=len(openings),
            line=unit.line,
            units=(*before, *columns, *after),
            items=() if lists else tuple(items),
            is_unwanted=says_not_wanted(unit.raw),
            is_named=bool(names),
        )
    return None


def _openings(unit: Unit) -> list[Unit]:
    """The openings on one line: one repeated, or openings of wanted and of unwanted lists side by side."""
    if len(unit.raw) > _LONGEST_HEAD or not unit.raw.endswith(":"):
        return []
    pieces = [unit.cut(found.start(), found.end()) for found in _OPENING.finditer(unit.raw)]
    openings = [replace(piece, kind=Kind.STEM, glyph="") for piece in pieces]
    if _REPEATED.fullmatch(unit.raw) or all(is_bare_stem(opening.raw) for opening in openings):
        return openings
    return []


def _is_repeated(openings: Sequence[Unit]) -> bool:
    return all(opening.text == openings[0].text for opening in openings)


def _split_names(unit: Unit, columns: int) -> list[tuple[Unit, Unit]]:
    names = list(_NAME_BEFORE_COLON.finditer(unit.raw, 0, _LONGEST_NAMES))
    if len(names) != columns:
        return []
    borders = [*(name.start() for name in names), len(unit.raw)]
    return [
        (
            replace(unit.cut(name.start(), name.end()), kind=Kind.HEADING, glyph=""),
            replace(unit.cut(name.end() + 1, close), kind=Kind.PARAGRAPH, glyph=""),
        )
        for name, close in zip(names, borders[1:], strict=True)
    ]


def _split_lists(items: Sequence[Unit], columns: int, *, is_cut: bool) -> list[list[Unit]]:
    """One list for each column where only final full stops tell, and tell exactly so many; else none."""
    lists: list[list[Unit]] = [[]]
    for item in items:
        lists[-1].append(item)
        if item.raw.endswith("."):
            lists.append([])
    whole, rest = lists[:-1], lists[-1]
    if not all(item.raw.endswith((";", ",")) for one in whole for item in one[:-1]):
        return []
    if rest:
        is_open = is_cut and not rest[-1].raw.endswith((";", ",")) and len(whole) == columns - 1
        return [*whole, rest] if is_open else []
    return whole if len(whole) == columns and any(len(one) > 1 for one in whole) else []


def _columns(names: Sequence[tuple[Unit, Unit]], openings: Sequence[Unit], lists: Sequence[list[Unit]]) -> list[Unit]:
    if not lists:
        return [line for name, meaning in names for line in (name, meaning)]
    return [
        line
        for (name, meaning), opening, items in zip(names, openings, lists, strict=True)
        for line in (name, meaning, opening, *items)
    ]


def _items_after(units: Sequence[Unit], place: int) -> list[Unit]:
    items: list[Unit] = []
    for unit in units[place:]:
        if unit.kind is not Kind.ITEM:
            break
        items.append(unit)
    return items
