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
_BETWEEN = 6


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
    """The picture as SVG: the number of a part stands above it or beside that place, and in the key in any case."""
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
    left, middles = 0.0, []
    for part in parts:
        width = room * part.people / everybody
        yield _filled(part.fill, left, top, width=width, height=_BAR, paper=paper)
        middles.append(left + width / 2)
        left += width + _GAP
    said = [f"{part.people:,}" for part in parts]
    places = _spread(middles, [width_of(say, paper.letters) for say in said], room=paper.width)
    for say, middle, place in zip(said, middles, places, strict=True):
        yield line((place, top - 5), (middle, top - 1), ink=INK)
        yield text(place, top - 9, say=say, size=paper.letters, anchor="middle")


def _spread(middles: list[float], widths: list[float], *, room: float) -> list[float]:
    """Where words above narrow parts stand so that none touches the next: as far left as the end of the line asks."""
    last, places = room, []
    for middle, width in zip(reversed(middles), reversed(widths), strict=True):
        place = min(middle, last - width / 2)
        places.append(place)
        last = place - width / 2 - _BETWEEN
    free, spread = 0.0, []
    for place, width in zip(reversed(places), widths, strict=True):
        free = max(place, free + width / 2)
        spread.append(free)
        free += width / 2 + _BETWEEN
    return spread


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
