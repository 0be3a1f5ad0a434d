"""The frame of a plot: percentages upwards, names or days along the bottom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.output.charts.lettering import width_of, wrap
from quizapp.output.charts.paper import Drawn, Paper
from quizapp.output.charts.scales import Scale, thin_labels
from quizapp.output.charts.shapes import FAINT, QUIET, line, text
from quizapp.output.charts.svg import Svg


@dataclass(frozen=True, slots=True)
class Plot:
    """Where on the sheet the plot lies."""

    left: float
    right: float
    top: float
    bottom: float


def draw_title(say: str, ticks: Sequence[int], *, paper: Paper) -> Drawn:
    """What is measured, above everything, and the ends of the scale where they are not 0 and 100."""
    ends = f" to {ticks[-1]}%" if ticks[-1] < 100 else ""
    whole = ticks[0] == 0 and not ends
    lines = wrap(say if whole else f"{say} (axis from {ticks[0]}%{ends})", paper.letters, room=paper.width, bold=True)
    pieces = tuple(
        text(0, paper.letters + number * paper.row, say=one, size=paper.letters, weight="bold")
        for number, one in enumerate(lines)
    )
    return Drawn(pieces, (len(lines) + 0.9) * paper.row)


def draw_percent_axis(ticks: Sequence[int], up: Scale, *, plot: Plot, paper: Paper) -> Iterator[Svg]:
    """Lines across the plot with their percentages."""
    for tick in ticks:
        y = up.at(tick)
        ink = QUIET if tick == ticks[0] else FAINT
        yield line((plot.left, y), (plot.right, y), ink=ink)
        yield text(plot.left - 8, y + paper.letters / 3, say=f"{tick}%", size=paper.letters, anchor="end")


def draw_labels(names: Sequence[str], across: Scale, *, top: float, paper: Paper) -> Drawn:
    """Names under their places, as many as have room; the last one always has its own."""
    widths = [width_of(name, paper.letters) for name in names]
    spacing = across.at(1) - across.at(0)
    pieces = []
    for number in thin_labels(widths, spacing=spacing, gap=10):
        x, half = across.at(number), widths[number] / 2
        pieces.append(line((x, top), (x, top + 6), ink=QUIET))
        middle = min(max(x, half), paper.width - half)
        pieces.append(text(middle, top + 8 + paper.letters, say=names[number], size=paper.letters, anchor="middle"))
    return Drawn(tuple(pieces), paper.row + 10)
