"""The words of the list of months."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from quizapp.services.reports.months.frozen import MonthLine, MonthList
from quizapp.web.reports.months.month_words import name_month, share_or_none, taken_words
from quizapp.web.shell.filters import long_date
from quizapp.web.shell.measures.numbers import counted_share_words
from quizapp.web.shell.parts import Cell, Choice, Column


@dataclass(frozen=True, slots=True)
class HomePage:
    """The list of months."""

    caption: str
    sentence: str
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()


def present_nothing(sentence: str) -> HomePage:
    """The page before there is a quiz."""
    return HomePage("", sentence)


def present_home(found: MonthList, *, open_month: Callable[[date], str], list_due: Callable[[date], str]) -> HomePage:
    """The months, the newest first; `list_due` is where those are who fell due in a month that waits to be frozen."""
    zone, several = ZoneInfo(found.time_zone), len(found.quiz.quizzes) > 1
    return HomePage(
        caption=found.quiz.title,
        sentence="A month is frozen seven days after it ended. What is recorded later does not change it any more."
        " A month opens its figures, and each of them the list of the people it counts.",
        columns=(
            Column("Month"),
            Column("On-time completion"),
            Column("Compliance at the end"),
            Column("Edition"),
            Column("Frozen"),
        ),
        rows=[_month_cells(line, zone, open_month=open_month, list_due=list_due) for line in found.lines],
        quizzes=tuple(
            Choice(str(quiz_id), title, checked=quiz_id == found.quiz.id)
            for quiz_id, title in found.quiz.quizzes
            if several
        ),
    )


def _month_cells(
    line: MonthLine, zone: ZoneInfo, *, open_month: Callable[[date], str], list_due: Callable[[date], str]
) -> list[Cell]:
    on_time = Cell(share_or_none(line.on_time) if line.on_time else "")
    if line.edition is None:
        freezes = long_date(line.freezes_on)
        if line.on_time and line.on_time.of:
            on_time = replace(on_time, href=list_due(line.month))
        waits = f"Not frozen yet. It will be on {freezes}."
        return [Cell(name_month(line.month)), on_time, Cell(""), Cell(""), Cell(waits)]
    return [
        Cell(name_month(line.month), href=open_month(line.month)),
        on_time,
        Cell(counted_share_words(line.compliance) if line.compliance else ""),
        Cell(str(line.edition.number)),
        Cell(taken_words(line.edition, zone)),
    ]
