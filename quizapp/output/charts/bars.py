"""Bars that lie: a percentage for each name, the numbers behind it at its end, and a line for the target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.output.charts.lettering import width_of, wrap
from quizapp.output.charts.paper import Caption, Drawn, Paper, finish
from quizapp.output.charts.scales import Scale
from quizapp.output.charts.shapes import BLUE, FAINT, PAPER, PLUM, QUIET, box, line, text
from quizapp.output.charts.svg import Svg

_NAMES = 280
_BAR = 22


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, its percentage, and the words at the end of the bar, such as "86.3% (38 of 44)"."""

    name: str
    value: float
    end: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """What is drawn, from the top down in the caller's order; `target` is a percentage with its words."""

    caption: Caption
    axis: str
    bars: tuple[Bar, ...]
    target: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """One bar with its name in lines, beside it or on a phone above it."""

    bar: Bar
    lines: tuple[str, ...]
    top: float
    height: float
    bar_top: float


def draw_bars(chart: BarChart, *, paper: Paper) -> str:
    """The picture as SVG."""
    title = wrap(chart.axis, paper.letters, room=paper.width, bold=True)
    top = paper.row * (len(title) + (1.7 if chart.target else 0.8))
    rows = _place(chart.bars, top=top, paper=paper)
    bottom = rows[-1].top + rows[-1].height if rows else top
    left = 0 if paper.is_narrow else _NAMES
    ends = max(width_of(words, paper.letters) for words in ("100%", *(bar.end for bar in chart.bars)))
    along = Scale(0, 100, left, paper.width - ends - 10)
    pieces = (
        *(
            text(0, paper.letters + number * paper.row, say=one, size=paper.letters, weight="bold")
            for number, one in enumerate(title)
        ),
        *(line((along.at(tick), top - 4), (along.at(tick), bottom), ink=FAINT) for tick in range(25, 101, 25)),
        *(piece for row in rows for piece in _draw_row(row, along, paper=paper)),
        line((along.at(0), top - 4), (along.at(0), bottom), ink=QUIET),
        *_draw_target(chart, rows, along=along, top=top, paper=paper),
        *(_draw_end(row.bar, row.bar_top, along=along, chart=chart, paper=paper) for row in rows),
        *_draw_scale(along, bottom, paper=paper),
    )
    return finish(Drawn(pieces, bottom + paper.row + 8), chart.caption, paper=paper)


def _place(bars: Sequence[Bar], *, top: float, paper: Paper) -> list[_Row]:
    rows = []
    for bar in bars:
        room = paper.width if paper.is_narrow else _NAMES - 12
        lines = tuple(wrap(bar.name, paper.letters, room=room))
        words = len(lines) * paper.row
        height = words + _BAR + 12 if paper.is_narrow else max(words, _BAR) + 12
        bar_top = top + words + 2 if paper.is_narrow else top + (height - _BAR) / 2
        rows.append(_Row(bar, lines, top, height, bar_top))
        top += height
    return rows


def _draw_row(row: _Row, along: Scale, *, paper: Paper) -> Iterator[Svg]:
    words = len(row.lines) * paper.row
    first = row.top + (0 if paper.is_narrow else (row.height - words) / 2) + paper.letters
    for number, one in enumerate(row.lines):
        x, anchor = (0, "start") if paper.is_narrow else (_NAMES - 12, "end")
        yield text(x, first + number * paper.row, say=one, size=paper.letters, anchor=anchor)
    end = along.at(row.bar.value)
    yield box(along.at(0), row.bar_top, width=max(end - along.at(0), 2), height=_BAR, fill=BLUE)


def _draw_end(bar: Bar, bar_top: float, *, along: Scale, chart: BarChart, paper: Paper) -> Svg:
    """The numbers stand at the end of the bar, or behind the target's line where that would run through them."""
    x = along.at(bar.value) + 8
    if chart.target is not None:
        target = along.at(chart.target[0])
        if x - 4 < target < x + width_of(bar.end, paper.letters) + 4:
            x = target + 8
    return text(x, bar_top + _BAR / 2 + paper.letters / 3, say=bar.end, size=paper.letters)


def _draw_target(chart: BarChart, rows: Sequence[_Row], *, along: Scale, top: float, paper: Paper) -> Iterator[Svg]:
    """A line with light edges, so that it is seen on the bars too; on a phone it spares the names between them."""
    if chart.target is None or not rows:
        return
    value, say = chart.target
    x = along.at(value)
    half = width_of(say, paper.letters) / 2
    yield text(min(max(x, half), paper.width - half), top - 10, say=say, size=paper.letters, anchor="middle")
    whole = [(top - 6, rows[-1].top + rows[-1].height)]
    for upper, lower in [(row.bar_top - 3, row.bar_top + _BAR + 3) for row in rows] if paper.is_narrow else whole:
        yield line((x, upper), (x, lower), ink=PAPER, thick=5)
        yield line((x, upper), (x, lower), ink=PLUM, thick=2, dash="" if paper.is_narrow else "14 4 3 4")


def _draw_scale(along: Scale, bottom: float, *, paper: Paper) -> Iterator[Svg]:
    for tick in (0, 50, 100) if paper.is_narrow else (0, 25, 50, 75, 100):
        anchor = "start" if tick == 0 and paper.is_narrow else "middle"
        yield text(along.at(tick), bottom + paper.row, say=f"{tick}%", size=paper.letters, anchor=anchor)
