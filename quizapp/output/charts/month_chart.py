"""A measure by month: points, the levels it is held against, and the stretches that chance seldom gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.output.charts.axes import Plot, draw_labels, draw_percent_axis, draw_title
from quizapp.output.charts.lettering import width_of
from quizapp.output.charts.paper import Caption, Drawn, Paper, draw_key, finish
from quizapp.output.charts.scales import Scale, keep_apart, percent_ticks
from quizapp.output.charts.shapes import (
    BLUE,
    INK,
    ORANGE,
    PLUM,
    QUIET,
    diamond,
    dot,
    haloed,
    line,
    moved,
    path,
    ring,
    square,
    text,
    triangle,
)
from quizapp.output.charts.svg import Svg


class Look(StrEnum):
    """The form of a point; the caller's key says what each stands for."""

    USUAL = "dot"
    HIGH = "triangle up"
    LOW = "triangle down"
    RISE = "square"
    FALL = "diamond"
    SMALL = "ring"


class LevelKind(StrEnum):
    """The line of a level."""

    CENTRE = "centre"
    LIMIT = "limit"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Point:
    """A percentage in one of the months, counted from 0."""

    month: int
    value: float
    look: Look = Look.USUAL


@dataclass(frozen=True, slots=True)
class Level:
    """A percentage that all months are held against, and its words."""

    kind: LevelKind
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of months with its words."""

    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class MonthChart:
    """What is drawn: the months' names in a row without gaps, points where there is a value."""

    caption: Caption
    axis: str
    months: tuple[str, ...]
    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    spans: tuple[Span, ...] = ()
    looks: tuple[tuple[Look, str], ...] = ()
    """The key: which forms of points there are, and their words."""


_LINES = {
    LevelKind.CENTRE: (INK, 2.0, ""),
    LevelKind.LIMIT: (QUIET, 1.5, "7 5"),
    LevelKind.TARGET: (PLUM, 2.0, "14 4 3 4"),
}
_INSET = 10


def draw_months(chart: MonthChart, *, paper: Paper) -> str:
    """The picture as SVG: beside a wide plot the levels have their words, under a narrow one they have a key."""
    across = _across(chart, paper)
    spans = _stack_spans(chart, across, paper=paper)
    ticks = percent_ticks([*(point.value for point in chart.points), *(level.value for level in chart.levels)])
    title = draw_title(chart.axis, ticks, paper=paper)
    top = title.height + (max((row for _, row in spans), default=-1) + 1) * _span_row(paper)
    plot = Plot(across.start - _INSET, across.end + _INSET, top, top + (200 if paper.is_narrow else 300))
    up = Scale(ticks[0], ticks[-1], plot.bottom, plot.top)
    labels = draw_labels(chart.months, across, top=plot.bottom, paper=paper)
    key = draw_key(_key(chart, paper), paper=paper)
    pieces = (
        *title.pieces,
        *draw_percent_axis(ticks, up, plot=plot, paper=paper),
        *labels.pieces,
        *_draw_levels(chart.levels, up, plot=plot, paper=paper),
        *(piece for span, row in spans for piece in _draw_span(span, row, across=across, plot=plot, paper=paper)),
        path([(across.at(one.month), up.at(one.value)) for one in chart.points], ink=QUIET, thick=2)
        if len(chart.points) > 1
        else Svg(""),
        *(_draw_point(one.look, across.at(one.month), up.at(one.value)) for one in chart.points),
        moved(0, plot.bottom + labels.height, *key.pieces),
    )
    return finish(Drawn(pieces, plot.bottom + labels.height + key.height), chart.caption, paper=paper)


def _across(chart: MonthChart, paper: Paper) -> Scale:
    """From months to places: an axis on the left, and where there is room the words of the levels on the right."""
    left = width_of("100%", paper.letters) + 8
    right = 10.0
    if not paper.is_narrow:
        right = max((width_of(one.words, paper.letters) for one in chart.levels), default=0) + 20
    places = left + _INSET, paper.width - right - _INSET
    last = len(chart.months) - 1
    return Scale(0, last, *places) if last > 0 else Scale(-1, 1, *places)


def _draw_levels(levels: Sequence[Level], up: Scale, *, plot: Plot, paper: Paper) -> Iterator[Svg]:
    places = [up.at(level.value) for level in levels]
    for level, place in zip(levels, places, strict=True):
        ink, thick, dash = _LINES[level.kind]
        yield line((plot.left, place), (plot.right, place), ink=ink, thick=thick, dash=dash)
    if paper.is_narrow:
        return
    apart = keep_apart(places, gap=paper.row, low=plot.top - paper.row, high=plot.bottom)
    for level, place, label in zip(levels, places, apart, strict=True):
        yield line((plot.right, place), (plot.right + 12, label), ink=QUIET)
        yield text(plot.right + 16, label + paper.letters / 3, say=level.words, size=paper.letters)


def _draw_point(look: Look, x: float, y: float) -> Svg:
    match look:
        case Look.USUAL:
            return dot(x, y, ink=QUIET)
        case Look.SMALL:
            return ring(x, y, ink=QUIET)
        case Look.HIGH:
            return triangle(x, y, ink=BLUE, is_up=True)
        case Look.LOW:
            return triangle(x, y, ink=ORANGE, is_up=False)
        case Look.RISE:
            return square(x, y, ink=BLUE)
        case Look.FALL:
            return diamond(x, y, ink=ORANGE)


def _span_row(paper: Paper) -> float:
    return paper.row + 10


def _span_middle(span: Span, across: Scale, *, paper: Paper) -> float:
    """Where its words are centred: over the stretch, or as near as the sheet has room."""
    half = width_of(span.words, paper.letters) / 2
    return min(max((across.at(span.first) + across.at(span.last)) / 2, half), paper.width - half)


def _stack_spans(chart: MonthChart, across: Scale, *, paper: Paper) -> list[tuple[Span, int]]:
    """Each stretch with its row above the plot, counted upwards: the lowest in which it touches no other."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for span in sorted(chart.spans, key=lambda span: (span.first, span.last)):
        middle, half = _span_middle(span, across, paper=paper), width_of(span.words, paper.letters) / 2
        left = min(middle - half, across.at(span.first) - 6) - 8
        right = max(middle + half, across.at(span.last) + 6) + 8
        free = (number for number, row in enumerate(rows) if all(right <= a or left >= b for a, b in row))
        number = next(free, len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append((left, right))
        placed.append((span, number))
    return placed


def _draw_span(span: Span, row: int, *, across: Scale, plot: Plot, paper: Paper) -> Iterator[Svg]:
    """A bracket with its words above it."""
    y = plot.top - 12 - row * _span_row(paper)
    left, right = across.at(span.first) - 6, across.at(span.last) + 6
    yield path([(left, y + 6), (left, y), (right, y), (right, y + 6)], ink=INK, thick=1.5)
    middle = _span_middle(span, across, paper=paper)
    yield haloed(text(middle, y - 6, say=span.words, size=paper.letters, anchor="middle"))


def _key(chart: MonthChart, paper: Paper) -> list[tuple[Svg, str]]:
    points = [(_draw_point(look, 16, 8), say) for look, say in chart.looks]
    if not paper.is_narrow:
        return points
    lines = []
    for level in chart.levels:
        ink, thick, dash = _LINES[level.kind]
        lines.append((line((0, 8), (32, 8), ink=ink, thick=thick, dash=dash), level.words))
    return [*lines, *points]
