"""The table by team: counts beside each percentage, lines that add up, the same words on the screen and in the file."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from quizapp.services.reports.exports import Table
from quizapp.services.reports.groups import Group
from quizapp.services.reports.organisation import OrganisationReport, TeamLine
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


def table_rows(
    report: OrganisationReport, order: Order, *, links: PeopleLinks, open_team: Callable[[int], str] | None = None
) -> list[list[Cell]]:
    """A line a team, and the line of all; a team's name leads to its own page, or else to the list of its people."""
    lines = [_line_cells(line, links, open_team) for line in _sorted(report.lines, order)]
    return [*lines, [Cell(links.name, href=links.to(Group.EVERYBODY)), *_cells(report.measures, links)]]


def table_file(report: OrganisationReport, order: Order) -> Table:
    """The same for a file; counts are numbers there."""
    whole = report.team[1] if report.team else ALL_TEAMS
    named = [(line_name(line), line.measures) for line in _sorted(report.lines, order)]
    return Table(
        tuple(heading.text for heading in HEADINGS),
        [[name, *_values(measures)] for name, measures in [*named, (whole, report.measures)]],
        about_file(report.head, "Organisation report"),
    )


def line_name(line: TeamLine) -> str:
    """The team's name; where it stands for the people directly in it, that is said."""
    return f"Directly in {line.name}" if line.alone else line.name


def _line_cells(line: TeamLine, links: PeopleLinks, open_team: Callable[[int], str] | None) -> list[Cell]:
    own = links.of_team(line.team_id, line_name(line), alone=line.alone)
    opens = open_team(line.team_id) if open_team and line.team_id is not None and not line.alone else ""
    return [Cell(own.name, href=opens or own.to(Group.EVERYBODY)), *_cells(line.measures, own)]


def _cells(measures: "Measures", links: PeopleLinks) -> list[Cell]:
    cells = []
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
            return line_name(line).casefold()
        share = line.measures.compliance
        if order.key == "share":
            return share.count / share.of if share.percentage else None
        return _COUNTS[order.key][1](line.measures)

    return sort_rows(lines, order, values={order.key: value})
