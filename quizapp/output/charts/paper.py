"""The sheet a picture is drawn on, in a page or as a file of its own, with its title and description."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.output.charts.lettering import width_of, wrap
from quizapp.output.charts.shapes import PAPER, box, moved, text
from quizapp.output.charts.svg import Svg, element, words

WIDE, NARROW = 960, 288
_MARGIN = 24
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says, the same for those who do not see it, and where it is from; all in the caller's words."""

    title: str
    description: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """How a picture is drawn: `name` begins its ids, `is_narrow` is for a phone.

    One that stands alone, as a file, has its title and source drawn on it; in a page they stand around it.
    """

    name: str
    is_narrow: bool = False
    is_alone: bool = False

    @property
    def width(self) -> int:
        """In units that are pixels at its usual size."""
        return NARROW if self.is_narrow else WIDE

    @property
    def letters(self) -> int:
        """The size of its words."""
        return 13 if self.is_narrow else 16

    @property
    def row(self) -> int:
        """The height of a line of words."""
        return 18 if self.is_narrow else 22


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of a picture and how high it is."""

    pieces: tuple[Svg, ...]
    height: float


def finish(drawn: Drawn, caption: Caption, *, paper: Paper) -> str:
    """The whole picture as one SVG element."""
    above = _lines(caption.title, paper=paper, size=22, weight="bold") if paper.is_alone else Drawn((), 0)
    below = _lines(caption.source, paper=paper, size=14, above=8) if paper.is_alone and caption.source else Drawn((), 0)
    margin = _MARGIN if paper.is_alone else 0
    width = paper.width + 2 * margin
    height = above.height + drawn.height + below.height + 2 * margin
    title, description = f"{paper.name}-title", f"{paper.name}-desc"
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {width} {height:.0f}",
        "width": width,
        "height": round(height),
        "role": "img",
        "aria-labelledby": title,
        "aria-describedby": description,
    }
    return element(
        "svg",
        attributes,
        element("title", {"id": title}, words(caption.title)),
        element("desc", {"id": description}, words(caption.description)),
        box(0, 0, width=width, height=round(height), fill=PAPER),
        moved(margin, margin, *above.pieces),
        moved(margin, margin + above.height, *drawn.pieces),
        moved(margin, margin + above.height + drawn.height, *below.pieces),
    )


def draw_key(entries: Sequence[tuple[Svg, str]], *, paper: Paper) -> Drawn:
    """Samples with their words, in as few rows as they fit; a sample is drawn around the middle of 32 by 16 units."""
    pieces: list[Svg] = []
    x, y = 0.0, float(paper.row)
    for sample, say in entries:
        lines = wrap(say, paper.letters, room=paper.width - _SAMPLE)
        width = _SAMPLE + max(width_of(one, paper.letters) for one in lines)
        if x and x + width > paper.width:
            x, y = 0.0, y + paper.row
        pieces.append(moved(x, y - paper.letters / 3 - 8, sample))
        pieces.extend(
            text(x + _SAMPLE, y + number * paper.row, say=one, size=paper.letters) for number, one in enumerate(lines)
        )
        y += (len(lines) - 1) * paper.row
        x += width + 24
    return Drawn(tuple(pieces), y + 6)


def _lines(say: str, *, paper: Paper, size: int, weight: str = "normal", above: int = 0) -> Drawn:
    lines = wrap(say, size, room=paper.width, bold=weight == "bold")
    step = size * 1.35
    pieces = tuple(
        text(0, above + (number + 1) * step - size * 0.3, say=one, size=size, weight=weight)
        for number, one in enumerate(lines)
    )
    return Drawn(pieces, above + len(lines) * step + 10)
