"""What all kinds of files are brought to: lines in reading order, written down as the plain text of a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from question_bank.text import fold_space

BULLET = "•"


@dataclass(frozen=True, slots=True)
class Block:
    """One logical line: its words, the line of the file they begin on, and an item's mark and level.

    Without words it is a blank line; line 0 is that of the line above.
    """

    text: str = ""
    line: int = 1
    mark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a page, and for each of its lines the line of the file it comes from; none where they agree."""

    text: str
    lines: tuple[int, ...] = ()


GAP = Block(line=0)


def lay_out(blocks: Iterable[Block]) -> Extract:
    """The blocks as text; a blank line that the file does not have belongs to the line above it."""
    rows: list[tuple[str, int]] = []
    for block in blocks:
        rows.append((_written(block), block.line or (rows[-1][1] if rows else 1)))
    lines = tuple(line for _, line in rows)
    return Extract("\n".join(text for text, _ in rows), () if lines == tuple(range(1, len(rows) + 1)) else lines)


def tidy(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with white space folded, no blank line at either end, and never two in a row."""
    waits = said = False
    for block in blocks:
        text = fold_space(block.text)
        if not text:
            waits = said
            continue
        if waits:
            yield GAP
        waits, said = False, True
        yield replace(block, text=text)


def set_apart(blocks: Iterable[Block]) -> list[Block]:
    """Blocks between blank lines."""
    return [GAP, *blocks, GAP]


def deeper(block: Block) -> Block:
    """An item one level further in; anything else as it is."""
    return replace(block, level=block.level + 1) if block.mark else block


def _written(block: Block) -> str:
    text = " ".join(block.text.splitlines())  # whatever anybody takes for the end of a line
    return f"{'  ' * (block.level + 1)}{block.mark} {text}" if block.mark and text else text
