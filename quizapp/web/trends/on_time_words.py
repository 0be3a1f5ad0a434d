"""The words of the page on whether on-time completion has changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.services.reports.exports import About, FileKind, Table
from quizapp.services.trends.on_time import OnTimeTrend
from quizapp.web.shell.addresses import address
from quizapp.web.shell.filters import number, short_month
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.measures.numbers import share_words
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.trends.trend_chart import as_at, draw_trend, name_months

HEADER = ("Month", "Due", "Passed by then", "Share", "More than chance", "Figures")
COLUMNS = tuple(Column(text, numeric=text in HEADER[1:3]) for text in HEADER)
FROZEN, LIVE = "Frozen", "Can still change"


@dataclass(frozen=True, slots=True)
class OnTimePage:
    """Everything the page shows."""

    caption: str
    sentence: str
    target: str = ""
    small: str = ""
    as_at: str = ""
    figure: ChartFigure | None = None
    is_control_chart: bool = False
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()
    downloads: Downloads | None = None


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the picture, the table as each kind of file and the pages of the months are."""

    picture: str
    files: Mapping[FileKind, str]
    month: Callable[[date], str]
    """The page of one month, by its first day; an empty word where there is none."""


def present_nothing(sentence: str) -> OnTimePage:
    """The page while there is nothing to follow."""
    return OnTimePage("", sentence)


def present_on_time(found: OnTimeTrend, *, paths: Paths) -> OnTimePage:
    """The page: the sentence, the chart, the months."""
    series = found.series
    query = {"quiz": str(series.quiz_id)}
    chart = draw_trend(found)
    return OnTimePage(
        caption=series.quiz_title,
        sentence=found.sentence,
        target=found.target_sentence,
        small=found.small_sentence,
        as_at=as_at(found),
        figure=present_chart(chart, name="on-time", file=address(paths.picture, query)) if chart else None,
        is_control_chart=found.trend.limits is not None,
        columns=COLUMNS,
        rows=[_cells(found, place, paths.month) for place in reversed(range(len(series.months)))],
        quizzes=choose(series.quizzes, series.quiz_id),
        downloads=offer_files(paths.files, query, what="table") if series.months else None,
    )


def present_file(found: OnTimeTrend) -> Table:
    """The months for a file; counts are numbers there."""
    rows: list[list[str | int | None]] = []
    for place in reversed(range(len(found.series.months))):
        one = found.series.months[place]
        share = one.on_time
        state = FROZEN if one.is_frozen else LIVE
        month = short_month(one.month)
        rows.append([month, share.of, share.count, share_words(share), _special(found, place), state])
    return Table(HEADER, rows, About("On-time completion", found.series.quiz_title, as_at(found)))


def choose(quizzes: Sequence[tuple[int, str]], chosen: int) -> tuple[Choice, ...]:
    """The quizzes to choose from, where there are several."""
    several = len(quizzes) > 1
    return tuple(Choice(str(quiz_id), title, checked=quiz_id == chosen) for quiz_id, title in quizzes if several)


def _cells(found: OnTimeTrend, place: int, find_page: Callable[[date], str]) -> list[Cell]:
    one = found.series.months[place]
    share, month = one.on_time, short_month(one.month)
    page = find_page(one.month) or None
    return [
        Cell(month, href=page, nowrap=True),
        _people(share.of, page, f"people due, {month}"),
        _people(share.count, page, f"passed by their due date, {month}"),
        Cell(share_words(share)),
        Cell(_special(found, place)),
        Cell(FROZEN if one.is_frozen else LIVE),
    ]


def _people(people: int, page: str | None, words: str) -> Cell:
    return Cell(number(people), href=page, hidden=words) if people and page else Cell(number(people))


def _special(found: OnTimeTrend, place: int) -> str:
    return ", ".join(name_months(found, place))
