"""The words of the page on how soon starters pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.trends.starters import Cohort, StarterGroup, StartersTrend
from quizapp.web.reports.trends.on_time_words import choose
from quizapp.web.reports.trends.step_chart import (
    ESTIMATED,
    draw_steps,
    is_estimated,
    quarter_name,
    span_words,
    tabulate,
)
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.asked.report_day import AskedDay
from quizapp.web.shell.filters import count, number, part_of
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at

HEADER = ("Began", "Starters", "Passed", "Not passed yet", "Left without a pass", "Half by day", "9 in 10 by day")
COLUMNS = tuple(Column(text, numeric=place > 0) for place, text in enumerate(HEADER))
NO_CURVE = "A curve is drawn from 10 starters on. These are the counts."
_WORDS = {
    StarterGroup.ALL: "starters",
    StarterGroup.PASSED: "who have passed",
    StarterGroup.OPEN: "who have not passed yet",
    StarterGroup.LEFT: "who left without a pass",
}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the picture, the table as each kind of file and the lists of people are."""

    picture: str
    files: Mapping[FileKind, str]
    people: str


@dataclass(frozen=True, slots=True)
class StartersPage:
    """Everything the page shows."""

    caption: str
    sentence: str
    day: AskedDay
    as_at: str = ""
    figure: ChartFigure | None = None
    note: str = ""
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()
    downloads: Downloads | None = None


def present_nothing(sentence: str, day: AskedDay) -> StartersPage:
    """The page while there is nothing to follow."""
    return StartersPage("", sentence, day)


def present_starters(found: StartersTrend, day: AskedDay, *, paths: Paths) -> StartersPage:
    """The page: this quarter in a sentence, the curves, the counts by quarter and month."""
    query = {"quiz": str(found.head.quiz_id), "day": day.text}
    chart, picture = draw_steps(found), address(paths.picture, query)
    note = ESTIMATED if is_estimated(found) else ""
    return StartersPage(
        caption=found.head.quiz_title,
        sentence=_say(found),
        day=day,
        as_at=as_at(found.head),
        figure=present_chart(chart, name="starters", file=picture, note=note, table=tabulate(found)) if chart else None,
        note="" if chart else NO_CURVE,
        columns=COLUMNS,
        rows=[_cells(one, name, address(paths.people, {**query, **_span(one)})) for one, name in _lines(found)],
        quizzes=choose(found.head.quizzes, found.head.quiz_id),
        downloads=offer_files(paths.files, query, what="table"),
    )


def present_file(found: StartersTrend) -> Table:
    """The counts for a file; they are numbers there."""
    rows: list[list[str | int | None]] = [
        [name, *(_count(one, group) for group in StarterGroup), _day(one.days.median), _day(one.days.ninetieth)]
        for one, name in _lines(found)
    ]
    return Table(HEADER, rows, about_file(found.head, "Starters"))


def _lines(found: StartersTrend) -> list[tuple[Cohort, str]]:
    """The quarters, then their months, the newest first."""
    quarters = [(one, f"{quarter_name(one, found)}, {span_words(one)}") for one in found.quarters]
    return quarters + [(one, span_words(one)) for one in found.months]


def _span(one: Cohort) -> dict[str, str]:
    return {"from": one.first.isoformat(), "months": "1" if one.first.month == one.last.month else "3"}


def _cells(one: Cohort, name: str, list_path: str) -> list[Cell]:
    counts = []
    for group in StarterGroup:
        people = _count(one, group)
        href = f"{list_path}&group={group}" if people else None
        counts.append(Cell(number(people), href=href, hidden=f"{_WORDS[group]}, {name}" if people else None))
    return [Cell(name), *counts, Cell(_day(one.days.median)), Cell(_day(one.days.ninetieth))]


def _count(one: Cohort, group: StarterGroup) -> int:
    days = one.days
    return {
        StarterGroup.ALL: days.starters,
        StarterGroup.PASSED: days.passed,
        StarterGroup.OPEN: days.still_open,
        StarterGroup.LEFT: days.left,
    }[group]


def _day(day: int | None) -> str:
    return "" if day is None else str(day)


def _say(found: StartersTrend) -> str:
    """How many of this quarter's starters have passed and how soon, with those who have not."""
    days = found.quarters[0].days
    if not days.starters:
        return "Nobody has started this quarter yet."
    said = f"{part_of(days.passed, days.starters)} starters of this quarter {_have(days.passed)} passed"
    if days.median is not None and days.ninetieth is not None:
        said += f", half of those by day {days.median} and 9 in 10 by day {days.ninetieth}"
    said += f". {count(days.still_open, 'person', many='people')} {_have(days.still_open)} not passed yet."
    if days.left:
        said += f" {count(days.left, 'person', many='people')} left without a pass."
    return said


def _have(people: int) -> str:
    return "has" if people == 1 else "have"
