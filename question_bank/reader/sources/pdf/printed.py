"""A page of a PDF as it is printed: its lines with their places and sizes, and the dots drawn before them."""

from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject

_MOST_DOT, _LEAST_DOT = 0.8, 0.08  # of the height of the letters beside it
_FARTHEST_DOT = 3.0
_PATH_OPERATORS = frozenset({b"m", b"l", b"c", b"v", b"y", b"re"})
_FILL_OPERATORS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_END_OPERATORS = frozenset({b"n", b"S", b"s"})

Matrix = list[float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words in one row: where they begin, in points from the lower left corner, how high, and on which page."""

    text: str
    x: float
    y: float
    size: float
    page: int
    page_width: float = 595.0
    has_dot: bool = False


@dataclass(slots=True)
class _Shape:
    left: float
    low: float
    right: float
    high: float

    @property
    def side(self) -> float:
        return max(self.right - self.left, self.high - self.low)


@dataclass(slots=True)
class _Watcher:
    """Listens while a page is gone through."""

    page: int
    page_width: float
    lines: list[PrintedLine] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    is_new: bool = True

    def on_text(self, *said: Any) -> None:
        """Called with words, the matrices of the page and of the text, the font, and its size."""
        text, cm, tm, _, size = said
        for number, piece in enumerate(text.split("\n")):
            self.is_new = self.is_new or number > 0
            if not piece.strip():
                self._extend(piece)
                continue
            if not self.is_new:
                self._extend(piece)
                continue
            x, y = _at(cm, tm[4], tm[5])
            scale = (abs(tm[3]) or abs(tm[1])) * (abs(cm[3]) or abs(cm[1]))
            self.lines.append(PrintedLine(piece, x, y, abs(size) * scale, self.page, self.page_width))
            self.is_new = False

    def on_operator(self, *said: Any) -> None:
        """Called with an operator of the drawing, what it works on, and the matrices."""
        operator, operands, cm, _ = said
        if operator in _PATH_OPERATORS:
            numbers = [float(one) for one in operands]
            if operator == b"re":
                x, y, width, height = numbers
                numbers = [x, y, x + width, y + height]
            self.path += [_at(cm, *numbers[place : place + 2]) for place in range(0, len(numbers) - 1, 2)]
        elif operator in _FILL_OPERATORS and self.path:
            across, up = zip(*self.path, strict=True)
            self.shapes.append(_Shape(min(across), min(up), max(across), max(up)))
            self.path = []
        elif operator in _END_OPERATORS:
            self.path = []

    def _extend(self, piece: str) -> None:
        if self.lines and not self.is_new:
            self.lines[-1] = replace(self.lines[-1], text=self.lines[-1].text + piece)


def printed_lines(page: PageObject, number: int) -> list[PrintedLine]:
    """The lines of a page in the order in which the file gives them."""
    watcher = _Watcher(number, float(page.mediabox.width))
    page.extract_text(visitor_text=watcher.on_text, visitor_operand_before=watcher.on_operator)
    dots = sorted((one for one in watcher.shapes if one.side <= 20), key=lambda dot: dot.low)
    return [replace(line, has_dot=_has_dot(line, dots)) for line in watcher.lines]


def _has_dot(line: PrintedLine, dots: list[_Shape]) -> bool:
    """Whether a small filled shape stands before a line, as browsers print the bullets of lists."""
    return any(
        line.y - 0.25 * line.size <= dot.low
        and dot.high <= line.y + line.size
        and _LEAST_DOT * line.size <= dot.side <= _MOST_DOT * line.size
        and line.x - _FARTHEST_DOT * line.size <= dot.left
        and dot.right <= line.x
        for dot in dots
    )


def _at(cm: Matrix, x: float, y: float) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]
