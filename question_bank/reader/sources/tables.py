"""Tables into lines: row by row where names stand at the side, column by column where they stand on top."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from question_bank.reader.lines.polarity import names_the_unwanted
from question_bank.reader.lines.wording import Role, is_bare_stem, is_list_caption, role_of
from question_bank.reader.sources.blocks import BULLET, GAP, Block, set_apart
from question_bank.text import fold_for_match

_LONGEST_NAME = 6
_CLEARLY_LONGER = 1.3
_FEWEST_ROWS_OF_ITEMS = 3
_MEANING = re.compile(
    r"(?:our |the )?(?:meanings?|definitions?|descriptions?|summary|explanation|statements?|details?|"
    r"what (?:it|this|that|we) means?.*|why (?:it|this) matters.*)"
)
_NAMES = re.compile(r"(?:(?:our|the|trust|core|nhs) )*(?:values?|names?|principles?|themes?|headings?|titles?|areas?)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and whether the file marks it as the head of a row or column."""

    blocks: tuple[Block, ...] = ()
    is_head: bool = False

    @property
    def words(self) -> int:
        """How many words stand in the cell."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def label(self) -> str:
        """The words of a cell that holds one short line, else nothing."""
        only = self.blocks[0] if len(self.blocks) == 1 else GAP
        return only.text if not only.mark and len(only.text.split()) <= 2 * _LONGEST_NAME else ""


Row = Sequence[Cell]


def table_blocks(rows: Sequence[Row]) -> list[Block]:
    """The lines of a table in the order in which a person takes them in."""
    square = _square(rows)
    title: list[Block] = []
    while len(square) > 1 and len(square[0]) > 1 and sum(bool(cell.blocks) for cell in square[0]) == 1:
        title += [GAP, *(block for cell in square[0] for block in cell.blocks)]
        square = square[1:]
    return set_apart([*title, *_body(square)])


def _body(rows: Sequence[Row]) -> Iterable[Block]:
    if len(rows) < 2 or len(rows[0]) < 2:
        return _in_reading_order(rows)
    top, side = rows[0], [row[0] for row in rows[1:]]
    if all(_is_caption(cell.label) for cell in top):
        return _by_caption(rows)
    if _are_labels(side) and not _are_labels(top[1:]):
        return _by_column(rows, labelled=True)
    if _are_labels(top[1:]) or (_are_labels(top[:1]) and all(cell.label for cell in top)):
        return _by_row(rows[1:], labels=[cell.label for cell in top])
    side_is_head = all(row[0].is_head for row in rows)
    top_is_head = all(cell.is_head or not cell.blocks for cell in top)
    below = _mean_words(cell for row in rows[1:] for cell in row) / _mean_words(top)
    beside = _mean_words(cell for row in rows for cell in row[1:]) / _mean_words(row[0] for row in rows)
    if top_is_head != side_is_head:
        return _by_column(rows) if top_is_head else _by_row(rows)
    if all(map(_is_name, top)) and below >= max(beside, _CLEARLY_LONGER):
        return _by_column(rows)
    if all(_is_name(row[0]) or not row[0].blocks for row in rows) and beside >= _CLEARLY_LONGER:
        return _by_row(rows)
    return _in_reading_order(rows)


def _in_reading_order(rows: Sequence[Row]) -> Iterator[Block]:
    for row in rows:
        for cell in row:
            yield from (GAP, *cell.blocks)


def _by_caption(rows: Sequence[Row]) -> Iterator[Block]:
    """Lists side by side, each under its caption: they belong to the heading above the table."""
    for place, caption in enumerate(rows[0]):
        yield from set_apart(caption.blocks)
        for row in rows[1:]:
            yield from _as_items(row[place])


def _by_row(rows: Sequence[Row], *, labels: Sequence[str] = ()) -> Iterator[Block]:
    """A name and what stands beside it; captions are repeated where several lists stand side by side."""
    lists = [label for label in labels[1:] if label and not _is_meaning(label)]
    for row in rows:
        yield from set_apart(row[0].blocks)
        for place, cell in enumerate(row[1:], start=1):
            label = labels[place] if place < len(labels) else ""
            if not cell.blocks:
                continue
            if not label or _is_meaning(label):
                yield from (GAP, *cell.blocks)
                continue
            if len(lists) > 1 or names_the_unwanted(label):
                yield from set_apart([_caption(label, cell)])
            yield from (GAP, *_as_items(cell))


def _by_column(rows: Sequence[Row], *, labelled: bool = False) -> Iterator[Block]:
    """A name and what stands below it; captions at the side are repeated in each column."""
    body = rows[1:]
    first = 1 if labelled else 0
    as_items = len(body) >= _FEWEST_ROWS_OF_ITEMS and all(len(cell.blocks) <= 1 for row in body for cell in row)
    for place in range(first, len(rows[0])):
        yield from set_apart(rows[0][place].blocks)
        for row in body:
            cell, label = row[place], row[0].label if labelled else ""
            if not cell.blocks:
                continue
            if label and not _is_meaning(label):
                yield from (GAP, _caption(label, cell), GAP, *_as_items(cell))
            elif as_items and not label:
                yield from _as_items(cell)
            else:
                yield from (GAP, *cell.blocks)


def _as_items(cell: Cell) -> list[Block]:
    if any(block.mark for block in cell.blocks):
        return list(cell.blocks)
    return [replace(block, mark=BULLET) for block in cell.blocks if block.text]


def _caption(label: str, cell: Cell) -> Block:
    return Block(label, cell.blocks[0].line)


def _square(rows: Sequence[Row]) -> list[list[Cell]]:
    """Rows of one length, without rows and columns that are empty."""
    width = max((len(row) for row in rows), default=0)
    full = [[*row, *[Cell()] * (width - len(row))] for row in rows if any(cell.blocks for cell in row)]
    used = [place for place in range(width) if any(row[place].blocks for row in full)]
    return [[row[place] for place in used] for row in full]


def _are_labels(cells: Sequence[Cell]) -> bool:
    """Whether cells say what sort of thing stands beside or below them, rather than name values."""
    said = [cell.label for cell in cells if cell.blocks]
    return bool(said) and 2 * sum(map(_is_label, said)) > len(said)


def _is_caption(text: str) -> bool:
    """Whether words open a list."""
    return bool(text) and (is_bare_stem(text) or is_list_caption(text) or names_the_unwanted(text))


def _is_label(text: str) -> bool:
    if _is_caption(text) or _is_meaning(text):
        return True
    plain = fold_for_match(text).casefold().strip(" .:")
    return role_of(text) in (Role.BEHAVIOURS, Role.VALUES) or _NAMES.fullmatch(plain) is not None


def _is_meaning(text: str) -> bool:
    return _MEANING.fullmatch(fold_for_match(text).casefold().strip(" .:?")) is not None


def _is_name(cell: Cell) -> bool:
    text = cell.label
    return 0 < len(text.split()) <= _LONGEST_NAME and not text.endswith((".", ";", ","))


def _mean_words(cells: Iterable[Cell]) -> float:
    counts = [cell.words for cell in cells if cell.blocks]
    return sum(counts) / len(counts) if counts else 1.0
