"""The words of the report that a manager prints: one sentence, the counts, everybody in one table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.assessment.status import Status
from quizapp.services.reports.reports import TeamReport
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.filters import count, listed, number
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.people_table import BY_NAME, Layout, as_at, people_cells, sort_people
from quizapp.web.team.sentences import need_detail, passed_sentence

NO_TEAM = "We cannot find a team for you, so there is no report to print."
NOBODY = "Nobody in your team has been given this quiz."
MOST_TEAMS = 6


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Everything on the sheet; without rows only the sentence."""

    sentence: str
    caption: str = ""
    organisation: str = ""
    teams: str = ""
    detail: str = ""
    passed: str = ""
    counts: tuple[tuple[str, str], ...] = ()
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    as_at: str = ""
    made_for: str = ""
    quizzes: tuple[Choice, ...] = ()


def present_nothing_to_print(sentence: str) -> PrintedPage:
    """The page while there is nothing to report on."""
    return PrintedPage(sentence)


def present_printed(report: TeamReport, *, name: str) -> PrintedPage:
    """The sheet; `name` is of whoever prints it."""
    head = report.head
    several = len(head.quizzes) > 1
    quizzes = tuple(
        Choice(str(quiz_id), title, checked=quiz_id == head.quiz_id) for quiz_id, title in head.quizzes if several
    )
    if not report.rows:
        return PrintedPage(NOBODY if report.teams else NO_TEAM, head.quiz_title, quizzes=quizzes)
    layout = Layout(head.on.day, with_team=True, with_score=False)
    return PrintedPage(
        sentence=_sentence(report),
        caption=head.quiz_title,
        organisation=head.organisation,
        teams=_teams(report),
        detail=need_detail(report.rows),
        passed=passed_sentence(report),
        counts=_counts(report.rows),
        columns=tuple(Column(heading.text) for heading in layout.headings),
        rows=people_cells(_in_order(report.rows), layout),
        as_at=as_at(head),
        made_for=name,
        quizzes=quizzes,
    )


def _sentence(report: TeamReport) -> str:
    needing = sum(row.needs_something for row in report.rows)
    of = f"{number(needing)} of {count(len(report.rows), 'person', many='people')}"
    if report.head.on.is_over:
        return f"{of} needed something on that day."
    return f"{of} {'needs' if needing == 1 else 'need'} something."


def _teams(report: TeamReport) -> str:
    names = [name for _, name in report.teams[:MOST_TEAMS]]
    left = len(report.teams) - len(names)
    return listed([*names, count(left, "other")] if left else names)


def _counts(rows: Sequence[ReportRow]) -> tuple[tuple[str, str], ...]:
    """How many stand where; the numbers add up to everybody."""
    statuses = Counter(row.status for row in rows)
    counted = ((status.value, number(statuses[status])) for status in Status if statuses[status])
    return (("In the list", number(len(rows))), *counted)


def _in_order(rows: Sequence[ReportRow]) -> list[ReportRow]:
    """Those who need something first, then by name."""
    return sorted(sort_people(rows, BY_NAME), key=lambda row: not row.needs_something)
