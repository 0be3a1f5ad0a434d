"""The words of a list behind a number: whom it counts, why, and the people themselves, some hundreds at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import GroupReport, GroupStream, PeopleQuery
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.asked.report_day import TODAY, AskedDay, read_day
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
)

PAGE_SIZE = 200
WORDS: Mapping[Group, tuple[str, str]] = {
    Group.EVERYBODY: ("Everybody with the quiz", "Everybody who has been given the quiz and has not left."),
    Group.IN_SCOPE: ("In post", "In post, whether due or not, away or not."),
    Group.BASE: ("In post and not away", "In post and not on long-term absence."),
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
    Group.NOT_DUE_PASSED: ("Not due yet, and passed", "In post, with a valid pass before the due date has passed."),
    Group.ABSENT_PASSED: ("On long-term absence, and passed", "Not counted while away, and holding a valid pass."),
    Group.PASSED: ("With a valid pass", "In post and holding a valid pass."),
    Group.EVER_PASSED: ("Have ever passed", "In post and not away, with a pass, also one that has run out."),
    Group.NEEDS_SOMETHING: ("Need something", "Overdue, due within 7 days, or without a pass after 3 tries."),
    Group.OTHER_STAFF: ("Agency, volunteers and students", "In post, and not part of the organisation's figures."),
    Group.NOT_IN_POST: ("Not in post yet", "To start later; a pass taken early counts from the first day."),
    Group.STATUS_PASSED: ("Status: Passed", "In post, with a pass that holds for more than 90 days."),
    Group.STATUS_EXPIRING: ("Status: Expiring", "In post, with a valid pass that ends within 90 days."),
    Group.STATUS_NOT_STARTED: ("Status: Not started", "Nothing opened, and not due within 7 days."),
    Group.STATUS_IN_PROGRESS: ("Status: In progress", "An attempt is open, none is passed, and not due within 7 days."),
    Group.STATUS_NOT_PASSED_YET: ("Status: Not passed yet", "Tried and not passed, and not due within 7 days."),
    Group.STATUS_DUE_SOON: ("Status: Due soon", "Never passed, and due today or within 7 days."),
    Group.STATUS_OVERDUE: ("Status: Overdue", "The due date has passed, and there has never been a pass."),
    Group.STATUS_EXPIRED: ("Status: Expired", "In post, with a pass that has run out."),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which list an address asks for, in what order, and which part of it."""

    group: Group
    quiz: int | None
    team: int | None
    order: Order
    part: int = 1
    alone: bool = False
    day: AskedDay = TODAY

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without order and part."""
        return {
            "group": self.group,
            "team": "" if self.team is None else str(self.team),
            "alone": "yes" if self.alone else "",
            "quiz": str(self.quiz or ""),
            "day": self.day.text,
        }

    def ask(self, *, size: int | None) -> PeopleQuery:
        """The same as the service takes it: one part of the list, or all of it where no size is given."""
        return PeopleQuery(
            self.group,
            self.team,
            alone=self.alone,
            sort=self.order.key,
            descending=self.order.descending,
            part=self.part,
            size=size,
        )


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
    day = read_day(query)
    if query.get("group") not in groups or day.problem:
        raise NotFound("There is no such list.")
    keys = [heading.key for heading in HEADINGS if heading.sorts]
    return Selection(
        group=groups[query["group"]],
        quiz=whole_number(query.get("quiz")),
        team=whole_number(query.get("team")),
        order=read_order(query, keys=keys, default=BY_NAME),
        part=whole_number(query.get("part")) or 1,
        alone=query.get("alone") == "yes",
        day=day,
    )


def present_people(
    report: GroupReport, selection: Selection, *, path: str, files: Mapping[FileKind, str], report_path: str
) -> PeoplePage:
    """The page: one part of the list, as long as a screen can take."""
    heading, definition = WORDS[selection.group]
    first, total = (selection.part - 1) * PAGE_SIZE, report.total
    query = selection.parameters | selection.order.parameters
    layout = _layout(report)
    return PeoplePage(
        heading=heading,
        caption=f"{report.head.quiz_title}, {_team_name(report)}",
        sentence=f"{count(total, 'person', many='people')}. {definition}{_by_reason(report)}",
        as_at=as_at(report.head),
        columns=sortable_columns(layout.headings, selection.order, path=path, query=selection.parameters),
        rows=people_cells(report.rows, layout),
        shown=_shown(first, len(report.rows), total),
        earlier=address(path, query | {"part": str(selection.part - 1)}) if first and report.rows else "",
        later=address(path, query | {"part": str(selection.part + 1)}) if first + PAGE_SIZE < total else "",
        report=address(report_path, {"quiz": str(report.head.quiz_id), "day": selection.day.text}),
        downloads=offer_files(files, query, rows=total) if total else None,
    )


def present_file(report: GroupReport | GroupStream, selection: Selection) -> Table:
    """The whole list, in the order of the screen."""
    about = about_file(report.head, f"{WORDS[selection.group][0]}, {_team_name(report)}")
    return people_file(report.rows, _layout(report), about=about, count=report.total)


def _layout(report: GroupReport | GroupStream) -> Layout:
    return Layout(report.head.on.day, with_team=not report.is_one_team, with_score=report.head.shows_scores)


def _team_name(report: GroupReport | GroupStream) -> str:
    return report.team[1] if report.team else ALL_TEAMS.lower()


def _by_reason(report: GroupReport) -> str:
    """How many are away for which reason, where that is what the list is about."""
    named = [f"{words}: {number(report.absences[kind])}" for kind, words in ABSENCES.items() if kind in report.absences]
    return f" {', '.join(named)}." if named and sum(report.absences.values()) == report.total else ""


def _shown(first: int, people: int, of: int) -> str:
    if of <= PAGE_SIZE:
        return ""
    if not people:
        return f"There is nobody this far down a list of {number(of)}."
    return f"Showing {number(first + 1)} to {number(first + people)} of {number(of)}."
