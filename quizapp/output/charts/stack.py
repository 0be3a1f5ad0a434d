"""One bar of people, divided by what they have in common, each part told apart by its pattern and its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.output.charts.fills import Fill, define, ink_of, reference
from quizapp.output.charts.lettering import width_of, wrap
from quizapp.output.charts.paper import Caption, Drawn, Paper, draw_key, finish
from quizapp.output.charts.shapes import INK, box, line, moved, text
from quizapp.output.charts.svg import Svg, element

_BAR = 56
_GAP = 2


@dataclass(frozen=True, slots=True)
class Part:
    """So many people, with the words of the key, such as "Overdue: 12 people"."""

    people: int
    words: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class StackChart:
    """What is drawn, from left to right; parts of nobody are left out."""

    caption: Caption
    axis: str
    parts: tuple[Part, ...]


def draw_stack(chart: StackChart, *, paper: Paper) -> str:
    """The picture as SVG: the number of a part stands above it where it has room, and in the key in any case."""
    parts = [part for part in chart.parts if part.people]
    title = wrap(chart.axis, paper.letters, room=paper.width, bold=True)
    top = paper.row * (len(title) + 1.4)
    key = draw_key([(_sample(part, paper), part.words) for part in parts], paper=paper)
    pieces = (
        element("defs", {}, *(define(part.fill, name=paper.name) for part in parts)),
        *(
            text(0, paper.letters + number * paper.row, say=one, size=paper.letters, weight="bold")
            for number, one in enumerate(title)
        ),
        *_draw_parts(parts, top=top, paper=paper),
        moved(0, top + _BAR + 10, *key.pieces),
    )
    return finish(Drawn(pieces, top + _BAR + 10 + key.height), chart.caption, paper=paper)


def _draw_parts(parts: list[Part], *, top: float, paper: Paper) -> Iterator[Svg]:
    everybody = sum(part.people for part in parts)
    room = paper.width - _GAP * (len(parts) - 1)
    left, free = 0.0, 0.0
    for part in parts:
        width = room * part.people / everybody
        yield _filled(part.fill, left, top, width=width, height=_BAR, paper=paper)
        say = f"{part.people:,}"
        wide = width_of(say, paper.letters)
        middle = left + width / 2
        if middle - wide / 2 >= free and wide <= width + 6 and middle + wide / 2 <= paper.width:
            yield line((middle, top - 5), (middle, top - 1), ink=INK)
            yield text(middle, top - 9, say=say, size=paper.letters, anchor="middle")
            free = middle + wide / 2 + 6
        left += width + _GAP


def _sample(part: Part, paper: Paper) -> Svg:
    return _filled(part.fill, 0, 1, width=30, height=14, paper=paper)


def _filled(fill: Fill, left: float, top: float, *, width: float, height: float, paper: Paper) -> Svg:
    edge = min(1.0, width / 2)
    return box(
        left + edge / 2,
        top + 0.5,
        width=width - edge,
        height=height - 1,
        fill=reference(fill, name=paper.name),
        ink=ink_of(fill),
    )
