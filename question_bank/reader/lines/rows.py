"""Tables that were flattened row by row: a block of column heads, then a block of as many cells for each value."""

import re
from collections.abc import Sequence
from dataclasses import replace

from question_bank.reader.lines.polarity import says_not_wanted
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.text import fold_for_match

_VALUE_HEAD = re.compile(r"(?:our |the )?values?(?: name)?|what we value", re.IGNORECASE)
_MEANING_HEAD = re.compile(
    r"\b(?:mean(?:s|ing)?|definitions?|descriptions?|describes?|explain(?:s|ed)?|about|statement|why)\b", re.IGNORECASE
)
_CONDUCT_HEAD = re.compile(
    r"\b(?:behaviou?rs?|see|look(?:s)?|do|doing|practice|action|example|expect|show|live|hear|notice)\b", re.IGNORECASE
)
_MOST_COLUMNS, _MOST_HEAD_WORDS, _MOST_NAME_WORDS = 5, 8, 8
_FEWEST_ROWS = 2
_LONGEST_ROW = 1500
_CELL_GAP = re.compile(r"\s*\t\s*|[^\S\r\n]{3,}|[^\S\r\n]{2}(?=\S)")


def mark_rows(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Give the cells of a table that was flattened row by row the kinds that their columns tell."""
    units = _split_rows(units)
    marked = list(units)
    place = 0
    while place < len(units):
        columns = _columns_at(units, place)
        rows = _rows_below(units, place, columns) if columns > 1 else 0
        if rows < _FEWEST_ROWS:
            place += 1
            continue
        heads = units[place : place + columns]
        marked[place] = replace(heads[0], kind=Kind.HEADING)
        for column in range(1, columns):
            marked[place + column] = replace(heads[column], kind=Kind.PARAGRAPH)
        for row in range(1, rows + 1):
            first = place + row * columns
            marked[first : first + columns] = _cells(heads, units[first : first + columns])
        place += columns * (rows + 1)
    return tuple(marked)


def _split_rows(units: Sequence[Unit]) -> list[Unit]:
    """Lines that hold a whole row, its cells parted by tabs or wide gaps, as blocks of one line for each cell."""
    split: list[Unit] = []
    columns = 0
    for unit in units:
        cells = _cells_of(unit)
        if (
            not columns
            and len(cells) > 1
            and _VALUE_HEAD.fullmatch(cells[0].text)
            and all(map(_may_be_head, cells[1:]))
        ):
            columns = len(cells)
        elif len(cells) != columns:
            columns = 0
        split.extend(cells if columns else [unit])
    return split


def _cells_of(unit: Unit) -> list[Unit]:
    if unit.glyph or len(unit.raw) > _LONGEST_ROW:
        return [unit]
    borders = [0, *(border for found in _CELL_GAP.finditer(unit.raw) for border in found.span()), len(unit.raw)]
    pieces = [unit.cut(borders[place], borders[place + 1]) for place in range(0, len(borders), 2)]
    return [replace(piece, gap=0 if place else max(1, unit.gap)) for place, piece in enumerate(pieces)]


def _columns_at(units: Sequence[Unit], place: int) -> int:
    """How many column heads stand together from here on, the first of them that of the names."""
    if units[place].glyph or _VALUE_HEAD.fullmatch(fold_for_match(units[place].raw).strip(" :")) is None:
        return 0
    end = place + 1
    while end < len(units) and end - place <= _MOST_COLUMNS and units[end].gap == 0 and _may_be_head(units[end]):
        end += 1
    return end - place if end < len(units) and units[end].gap else 0


def _may_be_head(unit: Unit) -> bool:
    if unit.glyph or len(unit.raw.split()) > _MOST_HEAD_WORDS or unit.raw.endswith("."):
        return False
    return any(head.search(unit.raw) for head in (_MEANING_HEAD, _CONDUCT_HEAD)) or says_not_wanted(unit.raw)


def _rows_below(units: Sequence[Unit], place: int, columns: int) -> int:
    """How many blocks of just so many lines follow, each under a short first line."""
    rows = 0
    first = place + columns
    while first + columns <= len(units):
        row = units[first : first + columns]
        is_block = row[0].gap > 0 and all(cell.gap == 0 and not cell.glyph for cell in row[1:])
        is_whole = first + columns == len(units) or units[first + columns].gap > 0
        if not (is_block and is_whole and len(row[0].raw.split()) <= _MOST_NAME_WORDS):
            break
        rows += 1
        first += columns
    return rows


def _cells(heads: Sequence[Unit], row: Sequence[Unit]) -> list[Unit]:
    cells = [replace(row[0], kind=Kind.HEADING)]
    for head, cell in zip(heads[1:], row[1:], strict=True):
        if says_not_wanted(head.raw):
            cells.append(
                replace(cell, kind=Kind.ASIDE)
            )  # unwanted conduct has no opening here that would keep it apart
            continue
        is_conduct = _CONDUCT_HEAD.search(head.raw) and not _MEANING_HEAD.search(head.raw)
        cells.append(replace(cell, kind=Kind.ITEM if is_conduct else Kind.PARAGRAPH))
    return cells
