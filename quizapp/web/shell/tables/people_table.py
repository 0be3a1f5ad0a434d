"""The table of people that every report shows: status, reason, dates and score, the same on a screen and in a file."""

from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Progress, Status
from quizapp.services.reports.exports import About, Table
from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.filters import clock_time, count, long_date, part_of, weekday_date
from quizapp.web.shell.parts import Cell
from quizapp.web.shell.tables.ordering import Heading, Order, sort_rows

MANY_TRIES = 3
BY_NAME = Order("name")
HEADINGS = (
    Heading("name", "Name"),
    Heading("team", "Team"),
    Heading("status", "Status"),
    Heading("reason", "Reason", sorts=False),
    Heading("start", "Start"),
    Heading("due", "Due"),
    Heading("passed", "Passed"),
    Heading("score", "Score"),
)
ABSENCES = {
    AbsenceKind.PARENTAL: "Parental leave",
    AbsenceKind.CAREER_BREAK: "Career break",
    AbsenceKind.SECONDMENT: "Secondment",
    AbsenceKind.SUSPENSION: "Suspension",
    AbsenceKind.LONG_TERM_SICKNESS: "Long-term sickness",
}
_COLOURS = {
    Status.OVERDUE: "red",
    Status.EXPIRED: "red",
    Status.DUE_SOON: "yellow",
    Status.EXPIRING: "yellow",
    Status.NOT_PASSED_YET: "blue",
    Status.IN_PROGRESS: "blue",
    Status.PASSED: "green",
}
_STATUSES = tuple(Status)
_NO_DATE = Cell("")
_SORTED_BY: Mapping[str, Callable[[ReportRow], Any]] = {
    "name": lambda row: row.name.casefold(),
    "team": lambda row: row.team.casefold(),
    "status": lambda row: _STATUSES.index(row.status),
    "start": lambda row: row.start_date,
    "due": lambda row: row.due_on,
    "passed": lambda row: row.passed_on,
    "score": lambda row: row.score / row.count if row.score is not None and row.count else None,
}
_CELLS: Mapping[str, Callable[[ReportRow, date], Cell]] = {
    "name": lambda row, day: Cell(row.name),
    "team": lambda row, day: Cell(row.team),
    "status": lambda row, day: status_cell(row),
    "reason": lambda row, day: Cell(reason(row, day)),
    "start": lambda row, day: date_cell(row.start_date),
    "due": lambda row, day: date_cell(row.due_on),
    "passed": lambda row, day: date_cell(row.passed_on),
    "score": lambda row, day: Cell(
        part_of(row.score, row.count) if row.score is not None and row.count else "", nowrap=True
    ),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns a list has: the team where there are several, the score where the organisation shows it."""

    day: date
    with_team: bool
    with_score: bool

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns, from left to right."""
        shown = {"team": self.with_team, "score": self.with_score}
        return tuple(heading for heading in HEADINGS if shown.get(heading.key, True))


def sort_people(rows: Iterable[ReportRow], order: Order) -> list[ReportRow]:
    """The people by one column; equals by name."""
    return sort_rows(rows, order, values=_SORTED_BY)


def people_cells(rows: Iterable[ReportRow], layout: Layout) -> list[list[Cell]]:
    """What the screen shows of each person."""
    makers = _makers(layout)
    return [[make(row, layout.day) for make in makers] for row in rows]


def people_file(rows: Iterable[ReportRow], layout: Layout, *, about: About, count: int | None = None) -> Table:
    """The same words for a file, made as they are taken; `count` is how many rows there are, where they do not say."""
    header = tuple(heading.text for heading in layout.headings)
    many = len(rows) if isinstance(rows, Sized) else count
    makers = _makers(layout)
    return Table(header, ([make(row, layout.day).text for make in makers] for row in rows), about, many)


def about_file(head: ReportHead, report: str) -> About:
    """What a file says about the report it holds."""
    return About(report, head.quiz_title, as_at(head))


def status_cell(row: ReportRow) -> Cell:
    """The status as a tag."""
    return Cell(status_words(row), tag=_COLOURS.get(row.status, "grey"))


def date_cell(day: date | None) -> Cell:
    """6 Jun 2025: the month cut short, as in a table it may be."""
    return _NO_DATE if day is None else _short_date(day)


@lru_cache(maxsize=4096)  # a long list says the same few hundred days again and again
def _short_date(day: date) -> Cell:
    number, month, year = long_date(day).split(" ")
    return Cell(f"{number} {month[:3]} {year}", nowrap=True)


def status_words(row: ReportRow) -> str:
    """The status, which never hides that an overdue person has begun."""
    if row.status in (Status.OVERDUE, Status.DUE_SOON):
        started = {Progress.IN_PROGRESS: ", in progress", Progress.NOT_PASSED_YET: ", not passed yet"}
        return row.status + started.get(row.progress, "")
    due_again = row.due_on is not None and row.valid_until is not None and row.due_on > row.valid_until
    return f"{row.status}, overdue" if row.status is Status.EXPIRED and due_again and row.days_late else row.status


def reason(row: ReportRow, day: date) -> str:
    """Why somebody has the status they have, where there is more to say than the columns do."""
    tries = f"{count(row.tries, 'try', many='tries')} without a pass" if row.tries >= MANY_TRIES else ""
    match row.status:
        case Status.OVERDUE:
            late = f"Overdue by {count(row.days_late or 0, 'day')}"
            return f"{late}, {tries}" if tries else late
        case Status.DUE_SOON:
            due = _due_in_words(row.due_on or day, day)
            return f"{due}, {tries}" if tries else due
        case Status.EXPIRED:
            return f"Pass ran out on {long_date(row.valid_until)}" if row.valid_until else "Pass has run out"
        case Status.EXPIRING:
            return f"Pass ends on {long_date(row.valid_until)}" if row.valid_until else ""
        case Status.ABSENT:
            return ABSENCES[row.absence] if row.absence else "Not counted while away"
        case Status.NOT_STARTED | Status.IN_PROGRESS | Status.NOT_PASSED_YET:
            return tries or (f"Due in {count((row.due_on - day).days, 'day')}" if row.due_on else "No due date")
    return ""


def as_at(head: ReportHead) -> str:
    """As at 7.02am on 21 November 2026; a past day is as it ended."""
    if head.on.is_over:
        return f"As at the end of {long_date(head.on.day)}"
    local = head.as_at.astimezone(ZoneInfo(head.time_zone))
    return f"As at {clock_time(local)} on {long_date(local.date())}"


def _makers(layout: Layout) -> list[Callable[[ReportRow, date], Cell]]:
    return [_CELLS[heading.key] for heading in layout.headings]


def _due_in_words(due_on: date, day: date) -> str:
    days = (due_on - day).days
    if days < 2:
        return "Due tomorrow" if days else "Due today"
    return f"Due on {weekday_date(due_on).removesuffix(f' {due_on.year}')}"
