"""What a presenter may have drawn: a chart in its own words, for a page, for a phone, and as a file."""

from dataclasses import dataclass

from quizapp.output.charts.bars import Bar, BarChart, draw_bars
from quizapp.output.charts.fills import Fill
from quizapp.output.charts.month_chart import Level, LevelKind, Look, MonthChart, Point, Span, draw_months
from quizapp.output.charts.paper import Caption, Paper
from quizapp.output.charts.stack import Part, StackChart, draw_stack
from quizapp.output.charts.steps import StepChart, StepLine, draw_steps

__all__ = [
    "Bar",
    "BarChart",
    "Caption",
    "Chart",
    "Fill",
    "Level",
    "LevelKind",
    "Look",
    "MonthChart",
    "Part",
    "Picture",
    "Point",
    "Span",
    "StackChart",
    "StepChart",
    "StepLine",
    "draw",
    "draw_file",
]

Chart = MonthChart | BarChart | StackChart | StepChart


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart as SVG to stand in a page: for a wide screen and paper, and for a phone."""

    wide: str
    narrow: str


def draw(chart: Chart, *, name: str) -> Picture:
    """The chart for a page; `name` tells its ids from those of other charts there."""
    return Picture(_draw(chart, Paper(f"{name}-wide")), _draw(chart, Paper(f"{name}-narrow", is_narrow=True)))


def draw_file(chart: Chart, *, name: str) -> bytes:
    """The chart as a file of its own, with its title and source on it."""
    return _draw(chart, Paper(name, is_alone=True)).encode()


def _draw(chart: Chart, paper: Paper) -> str:
    match chart:
        case MonthChart():
            return draw_months(chart, paper=paper)
        case BarChart():
            return draw_bars(chart, paper=paper)
        case StackChart():
            return draw_stack(chart, paper=paper)
        case StepChart():
            return draw_steps(chart, paper=paper)
