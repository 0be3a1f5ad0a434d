"""The words of a frozen month beside the record of today."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from quizapp.services.reports.months.comparing import ChangedPerson, Comparison, Difference, PersonThen
from quizapp.services.reports.rows import NO_TEAM
from quizapp.web.reports.months.month_words import name_month, share_or_none, taken_words
from quizapp.web.shell.filters import count, long_date, number
from quizapp.web.shell.measures.numbers import counted_share_words
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.people_table import ABSENCES

if TYPE_CHECKING:
    from quizapp.assessment.measures import Measures, Share

MOST_SHOWN = 200
_SENTENCES: Mapping[Difference, tuple[str, str]] = {
    Difference.LEFT: ("has since been recorded as a leaver", "have since been recorded as leavers"),
    Difference.WITHOUT_QUIZ: ("is now recorded as without the quiz", "are now recorded as without the quiz"),
    Difference.ADDED: ("has since been recorded as on file that day", "have since been recorded as on file that day"),
    Difference.ABSENCE: ("is now recorded with another absence", "are now recorded with another absence"),
    Difference.DUE_DATE: ("now has another due date", "now have another due date"),
    Difference.PASSED: ("now has another pass", "now have another pass"),
    Difference.TEAM: ("is now recorded in another team", "are now recorded in another team"),
    Difference.POST: ("now has another staff type or start date", "now have another staff type or start date"),
    Difference.NAME: ("now has another name", "now have another name"),
}


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """The people who differ in one way: the sentence, and a table of what was frozen and what is on record."""

    key: str
    sentence: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    shown: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Everything the page shows."""

    heading: str
    caption: str
    sentence: str
    as_at: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    parts: tuple[ChangedPart, ...]


def present_changes(found: Comparison, *, month: date) -> ChangesPage:
    """The figures side by side, then whose facts differ."""
    zone = ZoneInfo(found.head.time_zone)
    parts = tuple(_part(kind, people) for kind, people in found.differences.items())
    same = "The record of that day says today what was frozen. Nothing has been recorded since that changes it."
    differ = "The record of that day has changed since. The frozen month has not."
    return ChangesPage(
        heading=f"{name_month(month)} and the record today",
        caption=found.head.quiz_title,
        sentence=differ if parts else same,
        as_at=f"Both are about the end of {long_date(found.head.on.day)}."
        f" Edition {found.edition.number} was frozen on {taken_words(found.edition, zone)}.",
        columns=(Column("Measure"), Column("Frozen"), Column("Counted today")),
        rows=_figure_rows(found),
        parts=parts,
    )


def _figure_rows(found: Comparison) -> list[list[Cell]]:
    frozen, today = found.frozen, found.today
    shares: list[tuple[str, Share, Share]] = [
        ("Compliance", frozen.compliance, today.compliance),
        ("Rate as ESR counts it", frozen.esr_rate, today.esr_rate),
        ("Completion", frozen.completion, today.completion),
    ]
    counts: list[tuple[str, Callable[[Measures], int]]] = [
        ("Overdue", lambda measures: measures.overdue.total),
        ("Not due yet", lambda measures: measures.not_due_yet),
        ("On long-term absence", lambda measures: measures.absent),
    ]
    rows = [["On time", share_or_none(found.frozen_on_time), share_or_none(found.today_on_time)]]
    rows += [[name, *(counted_share_words(one) if one.of else "No one" for one in both)] for name, *both in shares]
    rows += [[name, number(read(frozen)), number(read(today))] for name, read in counts]
    return [[Cell(text) for text in row] for row in rows]


def _part(kind: Difference, people: Sequence[ChangedPerson]) -> ChangedPart:
    one, many = _SENTENCES[kind]
    total = len(people)
    return ChangedPart(
        key=kind.value,
        sentence=f"{count(total, 'person', many='people')} {one if total == 1 else many}",
        columns=(Column("Name"), Column("Team"), Column("Frozen"), Column("On record today")),
        rows=[_cells(kind, person) for person in people[:MOST_SHOWN]],
        shown=f"The first {number(MOST_SHOWN)} of {number(total)}." if total > MOST_SHOWN else "",
    )


def _cells(kind: Difference, person: ChangedPerson) -> list[Cell]:
    frozen, today = (_fact(kind, one) for one in (person.frozen, person.today))
    if person.left_on:
        today = f"Left on {long_date(person.left_on)}"
    return [Cell(person.name), Cell(person.team), Cell(frozen), Cell(today)]


def _fact(kind: Difference, one: PersonThen | None) -> str:
    """What one side says about the matter."""
    if one is None:
        return "Not on file"
    match kind:
        case Difference.LEFT | Difference.WITHOUT_QUIZ | Difference.ADDED:
            return "On file"
        case Difference.ABSENCE:
            return ABSENCES[one.absence] if one.absence else "Not away"
        case Difference.DUE_DATE:
            return f"Due {long_date(one.due_on)}" if one.due_on else "No due date"
        case Difference.PASSED:
            return _pass_words(one)
        case Difference.TEAM:
            return one.team or NO_TEAM
        case Difference.POST:
            return f"{str(one.staff_type).capitalize()} since {long_date(one.start_date)}"
        case Difference.NAME:
            return one.name


def _pass_words(one: PersonThen) -> str:
    if one.passed_on is None:
        return "No pass"
    ends = f", valid until {long_date(one.valid_until)}" if one.valid_until else ""
    return f"Passed {long_date(one.passed_on)}{ends}"
