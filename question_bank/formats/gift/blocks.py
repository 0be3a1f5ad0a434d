"""A GIFT file as blocks: the lines of one question with the comments before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from question_bank.formats.gift.syntax import find

CATEGORY = "$CATEGORY:"


@dataclass(slots=True)
class Block:
    """One question's lines, the number of the first, and its comments without their strokes."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    has_opened: bool = False
    has_closed: bool = False

    @property
    def text(self) -> str:
        """The question without its comments."""
        return "\n".join(self.lines).strip()

    @property
    def is_open(self) -> bool:
        """Whether its answers have begun and not ended."""
        return self.has_opened and not self.has_closed

    def add(self, line: str, number: int) -> None:
        """Take one line more; braces are never split between two."""
        self.line = self.line or number
        self.lines.append(line)
        opening = 0 if self.has_opened else find(line, "{")
        self.has_opened = opening >= 0
        self.has_closed = self.has_closed or (self.has_opened and find(line, "}", start=opening) >= 0)


def blocks(text: str) -> Iterator[Block]:
    """Every question in turn; a blank line ends one unless its braces are open. The last may be comments alone."""
    block = Block()
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        line = raw.strip()
        if line.startswith("//"):
            block.comments.append(line.removeprefix("//").strip())
            continue
        if block.lines and _ends_before(line, block):
            yield block
            block = Block()
        if line or block.is_open:
            block.add(line, number)
    if block.lines or block.comments:
        yield block


def _ends_before(line: str, block: Block) -> bool:
    """A question whose braces were never closed ends where the next one plainly begins."""
    if block.lines[0].startswith(CATEGORY):
        return True
    if not line:
        return not block.is_open
    begins = line.startswith(("::", CATEGORY))
    return begins and (not block.is_open or block.lines[-1] == "")
