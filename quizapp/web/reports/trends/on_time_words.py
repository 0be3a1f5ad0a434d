"""The words of the page on whether on-time completion has changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.services.reports.exports import About, FileKind, Table
from quizapp.services.reports.months.behind import DueGroup
from quizapp.services.reports.trends.on_time import OnTimeTrend
from quizapp.web.reports.trends.trend_chart import as_at, draw_trend, name_months
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import number, short_month
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.measures.numbers import share_words
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files

HEADER = ("Month", "Due", "Passed by then", "Share", "What stands out", "Figures")
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
    """Where the picture, the table as each kind of file, the pages of frozen months and the lists of others are."""

    picture: str
    files: Mapping[FileKind, str]
    month: Callable[[date], str]
    """The page of a frozen month, by its first day."""
    people: str


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
        rows=[_cells(found, place, paths) for place in reversed(range(len(series.months)))],
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


def _cells(found: OnTimeTrend, place: int, paths: Paths) -> list[Cell]:
    """Each number opens its list: of a frozen month as it was frozen, of another from the record as it is."""
    one = found.series.months[place]
    share, month, query = one.on_time, short_month(one.month), {"quiz": str(found.series.quiz_id)}
    frozen = address(paths.month(one.month), query) if one.is_frozen else ""

    def people(number_: int, group: DueGroup, *, words: str) -> Cell:
        if not number_:
            return Cell("0")
        listed = address(paths.people, {"group": group, "month": one.month.isoformat(), **query})
        return Cell(number(number_), href=listed, hidden=f"{words}, {month}")

    return [
        Cell(month, href=frozen or None, nowrap=True),
        people(share.of, DueGroup.DUE, words="people due"),
        people(share.count, DueGroup.ON_TIME, words="passed by their due date"),
        Cell(share_words(share)),
        Cell(_special(found, place)),
        Cell(FROZEN if one.is_frozen else LIVE),
    ]


def _special(found: OnTimeTrend, place: int) -> str:
    return ", ".join(name_months(found, place))
