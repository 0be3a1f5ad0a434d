"""A page as logical lines: blank lines counted, bullet glyphs set aside, hard-wrapped lines joined."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from unicodedata import category

from question_bank.model import Passage
from question_bank.text import fold_space

LINE_BREAK = re.compile(r"\r\n|\r|\n")
_GLYPH = re.compile(
    r"(?:[•●○▪▫◦‣∙·■□◆►➢➤→✓✔✅☑✗✘✖❌\uf0b7\uf0a7\uf0d8]\ufe0f?\s*|(?:[-–—*+]|o|\(?\d{1,2}[.)]|\(?[a-h]\))(?:\s+|$)"
    r"|(?P<letter>[A-Z])(?:\t|[ \xa0]{2})[ \t\xa0]*(?=(?P=letter)))"
)
_CROSSES = "✗✘✖❌❎🚫⛔👎🙅🔴🟥☹"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_FINISHED = re.compile(r"[.!?;…][\"'”’)]?$")
_UNFINISHED = re.compile(r"^.{15,}[ ,](?:and|or|the|an?|of)$")
_WIDEST_COLUMN = 130
_LINES_NEAR_COLUMN = 3
_SHORTEST_BROKEN_LINE = 40
_SHORTEST_BROKEN_ITEM = 30


class Kind(Enum):
    """What a logical line is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    STEM = "stem"
    ITEM = "item"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Unit:
    """One logical line: where its words stand, the glyph before them, the blank lines above."""

    raw: str
    line: int
    start: int
    indent: int
    glyph: str
    gap: int
    kind: Kind = Kind.PARAGRAPH

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.start + len(self.raw)

    @property
    def text(self) -> str:
        """The words with white space folded."""
        return fold_space(self.raw)

    @property
    def is_crossed(self) -> bool:
        """Whether its glyph says that the page does not want this."""
        return self.glyph in _CROSSES and bool(self.glyph)

    def cut(self, start: int, end: int | None = None) -> "Unit":
        """Part of the line by offsets into `raw`, without white space at either end."""
        piece = self.raw[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        above = len(LINE_BREAK.findall(self.raw, 0, begin))
        return replace(self, raw=piece.strip(), line=self.line + above, start=self.start + begin)

    def until(self, other: "Unit", *, source: str) -> "Unit":
        """The run of the source from this line to the end of a later one."""
        return replace(self, raw=source[self.start : other.end])

    def passage(self) -> Passage:
        """The words with their place on the page."""
        return Passage(text=self.text, line=self.line, start=self.start, end=self.end)


def join_passages(units: Sequence[Unit]) -> Passage | None:
    """The words of several lines as one passage, without what stands between them; None where there are no lines."""
    if not units:
        return None
    first, last = units[0], units[-1]
    return Passage(text=" ".join(unit.text for unit in units), line=first.line, start=first.start, end=last.end)


def split_lines(source: str) -> tuple[Unit, ...]:
    """Every line that has words, as it stands."""
    return _with_signs_for_bullets(tuple(_count_gaps(_split(source))))


def _with_signs_for_bullets(lines: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A sign such as a star that opens neighbouring lines is their bullet; one above a paragraph is an ornament."""
    pairs = list(pairwise(lines))
    bullets = {above.raw[0] for above, below in pairs if _sign(above) == _sign(below) != "" and not below.gap}
    return tuple(
        replace(line.cut(line.raw.index(line.raw.split()[1])), glyph=line.raw[0]) if _sign(line) in bullets else line
        for line in lines
    )


def _sign(line: Unit) -> str:
    is_sign = not line.glyph and category(line.raw[0]) == "So" and line.raw[1:].lstrip("\ufe0f")[:1].isspace()
    return line.raw[0] if is_sign else ""


def join_wrapped(lines: Sequence[Unit], *, source: str) -> tuple[Unit, ...]:
    """Join a line to the one above where that one was only broken to fit a column."""
    column = _column(lines)
    runs: list[tuple[Unit, Unit]] = []
    for line in lines:
        if runs and _continues(line, opening=runs[-1][0], last=runs[-1][1], column=column):
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return tuple(first.until(last, source=source) for first, last in runs)


def _column(lines: Sequence[Unit]) -> int | None:
    """The width the page was broken to, if several lines come near to the longest and none is very long."""
    widths = [line.indent + len(line.raw) for line in lines]
    column = max(widths, default=0)
    near = sum(1 for width in widths if width > 0.85 * column)
    return column if column <= _WIDEST_COLUMN and near >= _LINES_NEAR_COLUMN else None


def _split(source: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    number = 1
    for found in LINE_BREAK.finditer(source):
        yield number, start, source[start : found.start()]
        start = found.end()
        number += 1
    yield number, start, source[start:]


def _count_gaps(lines: Iterable[tuple[int, int, str]]) -> Iterator[Unit]:
    gap = 0
    carried = ""
    for number, start, line in lines:
        body = line.lstrip(_INVISIBLE + " \t\xa0")
        mark = _GLYPH.match(body)
        skipped = mark.end() if mark else 0
        words = body[skipped:].strip()
        if not any(character.isalnum() for character in words):
            carried = mark.group().strip() if mark else carried
            gap += not mark
            continue
        indent = len(line) - len(body)
        begin = start + line.index(words, indent + skipped)
        glyph = mark.group().strip(" \t\xa0\ufe0f") if mark else carried
        yield Unit(raw=words, line=number, start=begin, indent=indent, glyph=glyph, gap=gap)
        gap, carried = 0, ""


def _continues(line: Unit, *, opening: Unit, last: Unit, column: int | None) -> bool:
    if line.glyph or line.gap or last.raw.endswith(":"):
        return False
    lower = line.raw[0].islower()
    if opening.glyph and line.indent >= opening.indent + 2:
        return lower or len(last.raw) >= _SHORTEST_BROKEN_ITEM
    if _FINISHED.search(last.raw):
        return False
    if opening.glyph:
        return lower
    if _UNFINISHED.search(last.raw):
        return True
    if column is None or len(last.raw) < _SHORTEST_BROKEN_LINE:
        return False
    room = column - last.indent - len(last.raw) - 1 - len(line.raw.split(maxsplit=1)[0])
    return room < (0.15 * column if lower else 0)
