"""Step curves: the share who had done something by each day since they began."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.output.charts.axes import Plot, draw_percent_axis, draw_title
from quizapp.output.charts.lettering import width_of
from quizapp.output.charts.paper import Caption, Drawn, Paper, draw_key, finish
from quizapp.output.charts.scales import Scale, keep_apart
from quizapp.output.charts.shapes import BLUE, INK, PLUM, QUIET, dot, haloed, line, moved, path, square, text
from quizapp.output.charts.svg import Svg

_TICKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A curve: the percentage by each day from 0 on, its words in the key and at its end."""

    values: tuple[float, ...]
    words: str
    end: str


@dataclass(frozen=True, slots=True)
class StepChart:
    """What is drawn: the curve that is spoken of, others to hold it against, and a day with its words."""

    caption: Caption
    axis: str
    days_axis: str
    last_day: int
    lines: tuple[StepLine, ...]
    marked: tuple[int, str] | None = None


_LOOKS = ((BLUE, 3.5, ""), (INK, 2.0, "7 4"), (QUIET, 1.5, "2 3"))


def draw_steps(chart: StepChart, *, paper: Paper) -> str:
    """The picture as SVG; up to three curves."""
    title = draw_title(chart.axis, _TICKS, paper=paper)
    left = width_of("100%", paper.letters) + 8
    right = max((width_of(one.end, paper.letters, bold=True) for one in chart.lines), default=10) + 12
    top = title.height + (paper.row if chart.marked else 0)
    plot = Plot(left, paper.width - right, top, top + (200 if paper.is_narrow else 300))
    along = Scale(0, chart.last_day, plot.left, plot.right)
    up = Scale(0, 100, plot.bottom, plot.top)
    under = plot.bottom + 2 * paper.row + 8
    key = draw_key([(_sample(number), one.words) for number, one in enumerate(chart.lines)], paper=paper)
    pieces = (
        *title.pieces,
        *draw_percent_axis(_TICKS, up, plot=plot, paper=paper),
        *_draw_days(chart, along, plot=plot, paper=paper),
        *_draw_marked(chart, along, plot=plot, paper=paper),
        *(
            path(
                _corners(one.values, along, up), ink=_LOOKS[number][0], thick=_LOOKS[number][1], dash=_LOOKS[number][2]
            )
            for number, one in reversed(list(enumerate(chart.lines)))
            if one.values
        ),
        *_draw_ends(chart.lines, along, up, paper=paper),
        moved(0, under, *key.pieces),
    )
    return finish(Drawn(pieces, under + key.height), chart.caption, paper=paper)


def _draw_curve(curve: StepLine, number: int, *, along: Scale, up: Scale) -> Svg:
    ink, thick, dash = _LOOKS[number]
    return path(_corners(curve.values, along, up), ink=ink, thick=thick, dash=dash)


def _corners(values: Sequence[float], along: Scale, up: Scale) -> list[tuple[float, float]]:
    """From the bottom on day 0 to the first value, then a step on each day that has one."""
    corners = [(along.at(0), up.at(0))]
    level = 0.0
    for day, value in enumerate(values):
        if value != level:
            corners += [(along.at(day), up.at(level)), (along.at(day), up.at(value))]
            level = value
    return [*corners, (along.at(len(values) - 1), up.at(level))]


def _draw_days(chart: StepChart, along: Scale, *, plot: Plot, paper: Paper) -> Iterator[Svg]:
    stride = 30 if paper.is_narrow else 10
    for day in range(0, chart.last_day + 1, stride):
        x = along.at(day)
        yield line((x, plot.bottom), (x, plot.bottom + 6), ink=QUIET)
        yield text(x, plot.bottom + 8 + paper.letters, say=str(day), size=paper.letters, anchor="middle")
    middle = (plot.left + plot.right) / 2
    y = plot.bottom + 8 + paper.letters + paper.row
    yield text(middle, y, say=chart.days_axis, size=paper.letters, anchor="middle")


def _draw_marked(chart: StepChart, along: Scale, *, plot: Plot, paper: Paper) -> Iterator[Svg]:
    if chart.marked is None or chart.marked[0] > chart.last_day:
        return
    day, say = chart.marked
    x = along.at(day)
    half = width_of(say, paper.letters) / 2
    middle = min(max(x, half), paper.width - half)
    yield line((x, plot.top - 8), (x, plot.bottom), ink=PLUM, thick=2, dash="14 4 3 4")
    yield text(middle, plot.top - 13, say=say, size=paper.letters, anchor="middle")


def _draw_ends(lines: Sequence[StepLine], along: Scale, up: Scale, *, paper: Paper) -> Iterator[Svg]:
    """A mark where each curve ends, and its words to the right of it; curves that end together keep theirs apart."""
    shown = [(number, one) for number, one in enumerate(lines) if one.values]
    places = {number: (along.at(len(one.values) - 1), up.at(one.values[-1])) for number, one in shown}
    heights = {number: y for number, (_, y) in places.items()}
    widest = max((width_of(one.end, paper.letters, bold=True) for _, one in shown), default=0) + 16
    for group in _ending_together({number: x for number, (x, _) in places.items()}, within=widest):
        apart = keep_apart([heights[number] for number in group], gap=paper.row, low=up.end, high=up.start)
        heights |= dict(zip(group, apart, strict=True))
    for number, one in shown:
        x, y = places[number]
        yield moved(x, y, _end_mark(number))
        yield haloed(text(x + 10, heights[number] + paper.letters / 3, say=one.end, size=paper.letters, weight="bold"))


def _ending_together(ends: dict[int, float], *, within: float) -> list[list[int]]:
    """The curves in groups whose ends are so near that their words would meet."""
    groups: list[list[int]] = []
    for number in sorted(ends, key=lambda number: ends[number]):
        if groups and ends[number] - ends[groups[-1][-1]] < within:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _end_mark(number: int) -> Svg:
    ink = _LOOKS[number][0]
    return square(0, 0, ink=ink) if number else dot(0, 0, ink=ink, radius=6)


def _sample(number: int) -> Svg:
    ink, thick, dash = _LOOKS[number]
    return moved(0, 8, line((0, 0), (26, 0), ink=ink, thick=thick, dash=dash), moved(26, 0, _end_mark(number)))
