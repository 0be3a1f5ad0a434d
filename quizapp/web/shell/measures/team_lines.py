"""The table by team: counts beside each percentage, lines that add up, the same words on the screen and in the file."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from quizapp.services.reports.exports import Table
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import OrganisationReport, TeamLine
from quizapp.web.shell.measures.numbers import ALL_TEAMS, PeopleLinks, counted_share_words
from quizapp.web.shell.parts import Cell
from quizapp.web.shell.tables.ordering import Heading, Order, sort_rows
from quizapp.web.shell.tables.people_table import about_file

if TYPE_CHECKING:
    from quizapp.assessment.measures import Measures

BY_TEAM = Order("team")
HEADINGS = (
    Heading("team", "Team"),
    Heading("in-post", "In post", numeric=True),
    Heading("due", "Due", numeric=True),
    Heading("passed", "Passed", numeric=True),
    Heading("share", "Passed of due", numeric=True),
    Heading("overdue", "Overdue", numeric=True),
    Heading("not-due-yet", "Not due yet", numeric=True),
    Heading("absent", "Away", numeric=True),
)
_COUNTS: Mapping[str, tuple[Group, Callable[["Measures"], int], str]] = {
    "in-post": (Group.IN_SCOPE, lambda measures: measures.esr_rate.of, "in post"),
    "due": (Group.DUE, lambda measures: measures.compliance.of, "due"),
    "passed": (Group.DUE_PASSED, lambda measures: measures.compliance.count, "due and passed"),
    "overdue": (Group.OVERDUE, lambda measures: measures.overdue.total, "overdue"),
    "not-due-yet": (Group.NOT_DUE_YET, lambda measures: measures.not_due_yet, "not due yet"),
    "absent": (Group.ABSENT, lambda measures: measures.absent, "on long-term absence"),
}


def table_rows(report: OrganisationReport, order: Order, *, links: PeopleLinks) -> list[list[Cell]]:
    """A line a team, and the line of all."""
    lines = [_cells(line.measures, links.of_team(line.team_id, line.name)) for line in _sorted(report.lines, order)]
    return [*lines, _cells(report.measures, links)]


def table_file(report: OrganisationReport, order: Order) -> Table:
    """The same for a file; counts are numbers there."""
    named = [(line.name, line.measures) for line in _sorted(report.lines, order)]
    return Table(
        tuple(heading.text for heading in HEADINGS),
        [[name, *_values(measures)] for name, measures in [*named, (ALL_TEAMS, report.measures)]],
        about_file(report.head, "Organisation report"),
    )


def _cells(measures: "Measures", links: PeopleLinks) -> list[Cell]:
    cells = [Cell(links.name, href=links.to(Group.EVERYBODY))]
    for heading in HEADINGS[1:]:
        if heading.key == "share":
            cells.append(Cell(counted_share_words(measures.compliance)))
        else:
            group, read, words = _COUNTS[heading.key]
            cells.append(links.number(read(measures), group, words=words))
    return cells


def _values(measures: "Measures") -> list[str | int]:
    return [
        counted_share_words(measures.compliance) if heading.key == "share" else _COUNTS[heading.key][1](measures)
        for heading in HEADINGS[1:]
    ]


def _sorted(lines: Iterable[TeamLine], order: Order) -> list[TeamLine]:
    def value(line: TeamLine) -> Any:
        if order.key == "team":
            return line.name.casefold()
        share = line.measures.compliance
        if order.key == "share":
            return share.count / share.of if share.percentage else None
        return _COUNTS[order.key][1](line.measures)

    return sort_rows(lines, order, values={order.key: value})
