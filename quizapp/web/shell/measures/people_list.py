"""The words of a list behind a number: whom it counts, why, and the people themselves, some hundreds at a time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import ReportRow, TeamReport
from quizapp.web.shell.addresses import address, whole_number
from quizapp.web.shell.filters import count, number
from quizapp.web.shell.measures.numbers import ALL_TEAMS
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order, read_order, sortable_columns
from quizapp.web.shell.tables.people_table import (
    ABSENCES,
    BY_NAME,
    HEADINGS,
    Layout,
    about_file,
    as_at,
    people_cells,
    people_file,
    sort_people,
)

PAGE_SIZE = 200
WORDS: Mapping[Group, tuple[str, str]] = {
    Group.EVERYBODY: ("Everybody with the quiz", "Everybody who has been given the quiz and has not left."),
    Group.IN_SCOPE: ("In post", "In post today, whether due or not, away or not."),
    Group.BASE: ("In post and not away", "In post today and not on long-term absence."),
    Group.DUE: ("Due", "The due date has passed; in post and not on long-term absence."),
    Group.DUE_PASSED: ("Due and passed", "The due date has passed, and there is a valid pass."),
    Group.OVERDUE: ("Overdue", "The due date has passed, and there is no valid pass."),
    Group.OVERDUE_UP_TO_7: ("Overdue by 1 to 7 days", "No valid pass, up to a week after the due date."),
    Group.OVERDUE_8_TO_28: ("Overdue by 8 to 28 days", "No valid pass, 2 to 4 weeks after the due date."),
    Group.OVERDUE_OVER_28: ("Overdue by 29 days and over", "No valid pass, more than 4 weeks after the due date."),
    Group.NOT_DUE_YET: ("Not due yet", "In post, and the due date has not passed."),
    Group.ABSENT: (
        "On long-term absence",
        "Not counted while away; the due date waits until 28 days after the return.",
    ),
    Group.PASSED: ("With a valid pass", "In post today and holding a valid pass."),
    Group.EVER_PASSED: ("Have ever passed", "In post and not away, with a pass, also one that has run out."),
    Group.NEEDS_SOMETHING: ("Need something", "Overdue, due within 7 days, or without a pass after 3 tries."),
    Group.OTHER_STAFF: ("Agency, volunteers and students", "In post, and not part of the organisation's figures."),
    Group.NOT_IN_POST: ("Not in post yet", "To start later; a pass taken early counts from the first day."),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which list an address asks for, in what order, and which part of it."""

    group: Group
    quiz: int | None
    team: int | None
    order: Order
    part: int = 1

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without order and part."""
        return {
            "group": self.group,
            "team": "" if self.team is None else str(self.team),
            "quiz": str(self.quiz or ""),
        }


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everything the page shows."""

    heading: str
    caption: str
    sentence: str
    as_at: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    shown: str
    earlier: str
    later: str
    report: str
    downloads: Downloads | None


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; raises NotFound for a list there is none of."""
    groups = {group.value: group for group in Group}
    if query.get("group") not in groups:
        raise NotFound("There is no such list.")
    keys = [heading.key for heading in HEADINGS if heading.sorts]
    return Selection(
        group=groups[query["group"]],
        quiz=whole_number(query.get("quiz")),
        team=whole_number(query.get("team")),
        order=read_order(query, keys=keys, default=BY_NAME),
        part=whole_number(query.get("part")) or 1,
    )


def present_people(
    report: TeamReport, selection: Selection, *, path: str, files: Mapping[FileKind, str], report_path: str
) -> PeoplePage:
    """The page: one part of the list, as long as a screen can take."""
    heading, definition = WORDS[selection.group]
    people = sort_people(report.rows, selection.order)
    first = (selection.part - 1) * PAGE_SIZE
    part = people[first : first + PAGE_SIZE]
    query = selection.parameters | selection.order.parameters
    layout = _layout(report)
    return PeoplePage(
        heading=heading,
        caption=f"{report.head.quiz_title}, {_team_name(report)}",
        sentence=f"{count(len(people), 'person', many='people')}. {definition}{_by_reason(people)}",
        as_at=as_at(report.head),
        columns=sortable_columns(layout.headings, selection.order, path=path, query=selection.parameters),
        rows=people_cells(part, layout),
        shown=_shown(first, len(part), len(people)),
        earlier=address(path, query | {"part": str(selection.part - 1)}) if first and part else "",
        later=address(path, query | {"part": str(selection.part + 1)}) if first + PAGE_SIZE < len(people) else "",
        report=address(report_path, {"quiz": str(report.head.quiz_id)}),
        downloads=offer_files(files, query, rows=len(people)) if people else None,
    )


def present_file(report: TeamReport, selection: Selection) -> Table:
    """The whole list, in the order of the screen."""
    about = about_file(report.head, f"{WORDS[selection.group][0]}, {_team_name(report)}")
    return people_file(sort_people(report.rows, selection.order), _layout(report), about=about)


def _layout(report: TeamReport) -> Layout:
    return Layout(report.head.on.day, with_team=not report.teams, with_score=report.head.shows_scores)


def _team_name(report: TeamReport) -> str:
    return report.teams[0][1] if report.teams else ALL_TEAMS.lower()


def _by_reason(people: Iterable[ReportRow]) -> str:
    """How many are away for which reason, where that is what the list is about."""
    reasons = Counter(row.absence for row in people)
    named = [f"{words}: {number(reasons[kind])}" for kind, words in ABSENCES.items() if reasons[kind]]
    return f" {', '.join(named)}." if named and None not in reasons else ""


def _shown(first: int, people: int, of: int) -> str:
    if of <= PAGE_SIZE:
        return ""
    if not people:
        return f"There is nobody this far down a list of {number(of)}."
    return f"Showing {number(first + 1)} to {number(first + people)} of {number(of)}."
