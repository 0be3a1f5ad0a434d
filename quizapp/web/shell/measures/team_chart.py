"""Compliance by team as bars, the best first, and everybody in post by status as one divided bar with its table."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.assessment.status import Status
from quizapp.services.reports.groups import BY_STATUS, Group
from quizapp.services.reports.organisation import OrganisationReport, TeamLine
from quizapp.services.reports.pictures import Bar, BarChart, Caption, Fill, Part, StackChart
from quizapp.web.shell.filters import count, listed, number, part_of
from quizapp.web.shell.measures.charts import ChartTable
from quizapp.web.shell.measures.numbers import PeopleLinks
from quizapp.web.shell.measures.team_lines import line_name
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.people_table import as_at

if TYPE_CHECKING:
    from quizapp.services.reports.heads import ReportHead

_AXIS = "People who were due and have passed"
_FILLS: Mapping[Status, Fill] = {
    Status.PASSED: Fill.SOLID,
    Status.EXPIRING: Fill.DOTS,
    Status.NOT_STARTED: Fill.EMPTY,
    Status.IN_PROGRESS: Fill.LEVEL,
    Status.NOT_PASSED_YET: Fill.UPRIGHT,
    Status.DUE_SOON: Fill.FALLING,
    Status.OVERDUE: Fill.RISING,
    Status.EXPIRED: Fill.DARK,
    Status.ABSENT: Fill.GRID,
}


def draw_teams(report: OrganisationReport) -> BarChart | None:
    """The teams with ten people due or more; None where fewer than two have them."""
    lines = [line for line in report.lines if line.measures.compliance.percentage]
    if len(lines) < 2:
        return None
    reached = sum(_reaches(line, report.target) for line in lines)
    left_out = len(report.lines) - len(lines)
    are = "is" if left_out == 1 else "are"
    small = f" {count(left_out, 'line')} with fewer than 10 people due {are} left out." if left_out else ""
    title = f"{_of_teams(reached, len(lines))} {whose_target(report.head)} target of {report.target}%"
    ends = "; ".join(f"{line_name(line)} {_end(line)}" for line in _best_first(lines))
    return BarChart(
        Caption(title, f"Bars from the highest share to the lowest: {ends}.{small}", source_words(report.head)),
        _AXIS,
        tuple(Bar(line_name(line), _percentage(line), _end(line)) for line in _best_first(lines)),
        (report.target, f"Target {report.target}%"),
    )


def draw_statuses(report: OrganisationReport) -> StackChart | None:
    """Everybody in post, from those who have passed to those who are away; None where there is nobody."""
    everybody = sum(report.statuses.values())
    if not everybody:
        return None
    people = [(status, report.statuses.get(status, 0)) for status in _FILLS]
    parts = tuple(
        Part(one, f"{status}: {count(one, 'person', many='people')}", _FILLS[status]) for status, one in people
    )
    said = listed([f"{status} {number(one)}" for status, one in people if one])
    return StackChart(
        Caption(
            f"{count(everybody, 'person', many='people')} in post, by status",
            f"One bar of everybody in post, by status: {said}.",
            source_words(report.head),
        ),
        f"Everybody in post: {count(everybody, 'person', many='people')}",
        parts,
    )


def tabulate_statuses(report: OrganisationReport, links: PeopleLinks) -> ChartTable:
    """The same numbers, each with its list; they add up to everybody in post."""
    counted = [(status, report.statuses.get(status, 0)) for status in _FILLS]
    rows = [
        [Cell(status.value), links.number(people, BY_STATUS[status], words=f"with the status {status}")]
        for status, people in counted
        if people
    ]
    everybody = links.number(sum(report.statuses.values()), Group.IN_SCOPE, words="in post")
    columns = (Column("Status"), Column("People", numeric=True))
    return ChartTable("People in post by status", columns, [*rows, [Cell("In post"), everybody]], is_folded=False)


def explain_overdue(report: OrganisationReport) -> str:
    """Why more people are overdue than have that status: who held a pass once has another label."""
    overdue, never = report.measures.overdue.total, report.statuses.get(Status.OVERDUE, 0)
    if overdue == never:
        return ""
    people = count(overdue, "overdue person", many="overdue people")
    once = f"{number(overdue - never)} whose pass has run out, with the status Expired"
    if not never:
        return f"The {people} counted above: {once}."
    return f"The {people} counted above: {number(never)} with the status Overdue, and {once}."


def whose_target(head: "ReportHead") -> str:
    """A past day is held against the target as it is today, and says so."""
    return "today's" if head.on.is_over else "the"


def source_words(head: "ReportHead") -> str:
    """Where a picture is from: NHS Somerset, Our values. As at 7am on 1 June 2026."""
    return f"{head.organisation}, {head.quiz_title}. {as_at(head)}."


def _of_teams(reached: int, teams: int) -> str:
    if reached == teams:
        return f"All {teams} teams reach"
    if not reached:
        return f"None of {teams} teams reaches"
    return f"{part_of(reached, teams)} teams {'reaches' if reached == 1 else 'reach'}"


def _best_first(lines: Sequence[TeamLine]) -> list[TeamLine]:
    return sorted(lines, key=lambda line: (-_percentage(line), line_name(line).casefold()))


def _reaches(line: TeamLine, target: int) -> bool:
    share = line.measures.compliance
    return share.count * 100 >= target * share.of


def _percentage(line: TeamLine) -> float:
    share = line.measures.compliance
    return share.count * 100 / share.of


def _end(line: TeamLine) -> str:
    share = line.measures.compliance
    return f"{share.percentage} ({part_of(share.count, share.of)})"
