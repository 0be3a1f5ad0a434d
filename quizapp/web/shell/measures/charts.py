"""A chart on a page: under its message the picture, the same numbers as a table, and the picture as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response

from quizapp.services.errors import NotFound
from quizapp.services.reports.pictures import Chart, draw, draw_file
from quizapp.web.shell.parts import Cell, Column


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers of a chart, where the page does not show them anyway; not folded it ends with a total."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    is_folded: bool = True


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """What the component prints; `wide` and `narrow` are SVG, `file` is where the picture can be had."""

    title: str
    wide: str
    narrow: str
    file: str
    note: str = ""
    table: ChartTable | None = None


def present_chart(
    chart: Chart, *, name: str, file: str, note: str = "", table: ChartTable | None = None
) -> ChartFigure:
    """The chart with what stands around it; `name` tells it from other charts of the page."""
    picture = draw(chart, name=name)
    return ChartFigure(chart.caption.title, picture.wide, picture.narrow, file, note, table)


def svg_response(chart: Chart | None, *, name: str) -> Response:
    """The picture to be saved and put into a paper; `name` goes without its ending. Raises NotFound without one."""
    if chart is None:
        raise NotFound("There is nothing to draw yet.")
    response = Response(draw_file(chart, name="chart"), mimetype="image/svg+xml")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return response
