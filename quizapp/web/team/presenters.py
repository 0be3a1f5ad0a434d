"""The words of a manager's page: who needs something, everybody else, and what the filters offer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.assessment.status import Status
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.reports import ReportRow, TeamReport
from quizapp.web.shell.addresses import address, whole_number
from quizapp.web.shell.filters import count, number, part_of
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order, read_order, sortable_columns
from quizapp.web.shell.tables.people_table import (
    BY_NAME,
    HEADINGS,
    Layout,
    about_file,
    as_at,
    people_cells,
    people_file,
    sort_people,
)

NEEDING_ORDER = Order("due")
"""Whoever has waited longest comes first."""

NOTHING = "Nothing to do. Everyone in your team has passed or is not due yet."
NOTHING_WITH_ABSENCE = "Nothing to do. Everyone in your team has passed, is not due yet or is on long-term absence."
NO_TEAM = "We cannot find a team for you. Ask your learning and development team to record which team you manage."
NOBODY_HERE = "Nobody in your team has been given this quiz yet."
NOBODY_CHOSEN = "Nobody with these filters needs something."

_URGENT = {
    Status.OVERDUE: "overdue",
    Status.EXPIRED: "with a pass that has run out",
    Status.DUE_SOON: "due within 7 days",
    Status.NOT_PASSED_YET: "with 3 tries or more and no pass",
}
_OTHERS = (
    (frozenset({Status.PASSED, Status.EXPIRING}), "passed"),
    (frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.NOT_PASSED_YET}), "not due yet"),
    (frozenset({Status.ABSENT}), "on long-term absence"),
    (frozenset({Status.NOT_IN_POST}), "not in post yet"),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which quiz, team and status an address asks for, and in what order; None is all of them."""

    quiz: int | None = None
    team: int | None = None
    status: Status | None = None
    order: Order | None = None

    @property
    def narrows(self) -> bool:
        """Whether anybody may be left out."""
        return self.team is not None or self.status is not None

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without the order."""
        return {
            "quiz": str(self.quiz or ""),
            "team": str(self.team or ""),
            "status": _slug(self.status) if self.status else "",
        }


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Everything the page shows."""

    caption: str
    sentence: str
    detail: str = ""
    as_at: str = ""
    needing_columns: tuple[Column, ...] = ()
    needing: Sequence[Sequence[Cell]] = ()
    nobody: str = ""
    others_columns: tuple[Column, ...] = ()
    others: Sequence[Sequence[Cell]] = ()
    others_summary: str = ""
    others_open: bool = False
    shown: str = ""
    everybody: str = ""
    quizzes: tuple[Choice, ...] = ()
    teams: tuple[Choice, ...] = ()
    statuses: tuple[Choice, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    downloads: Downloads | None = None
    passed: str = ""


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know leaves nobody out."""
    keys = [heading.key for heading in HEADINGS if heading.sorts]
    by_slug = {_slug(status): status for status in Status}
    return Selection(
        quiz=whole_number(query.get("quiz")),
        team=whole_number(query.get("team")),
        status=by_slug.get(query.get("status", "")),
        order=read_order(query, keys=keys, default=BY_NAME) if query.get("sort") else None,
    )


def present_nothing(sentence: str) -> TeamPage:
    """The page while there is nothing to report on."""
    return TeamPage("", sentence)


def present_team(report: TeamReport, selection: Selection, *, path: str, files: Mapping[FileKind, str]) -> TeamPage:
    """The page; `path` is its own address and `files` those of the same list as a file."""
    if not report.teams or not report.rows:
        sentence = NOBODY_HERE if report.teams else NO_TEAM
        return TeamPage(report.head.quiz_title, sentence, as_at=as_at(report.head), quizzes=_quiz_choices(report))
    layout, selection = _layout(report), _known(report, selection)
    needing, others = _split(report, selection)
    query = selection.parameters | (selection.order.parameters if selection.order else {})

    def columns(usual: Order) -> tuple[Column, ...]:
        order = selection.order or usual
        return sortable_columns(layout.headings, order, path=path, query=selection.parameters)

    return TeamPage(
        caption=report.head.quiz_title,
        sentence=need_sentence(report.rows),
        detail=need_detail(report.rows),
        as_at=as_at(report.head),
        needing_columns=columns(NEEDING_ORDER),
        needing=people_cells(needing, layout),
        nobody=NOBODY_CHOSEN if selection.narrows else "",
        others_columns=columns(BY_NAME),
        others=people_cells(others, layout),
        others_summary=others_summary(others),
        others_open=selection.narrows or selection.order is not None,
        shown=f"Showing {part_of(len(needing) + len(others), len(report.rows))} people" if selection.narrows else "",
        everybody=address(path, {"quiz": str(selection.quiz or "")}),
        quizzes=_quiz_choices(report),
        teams=_team_choices(report, selection),
        statuses=_status_choices(report, selection),
        order=tuple(selection.order.parameters.items()) if selection.order else (),
        downloads=offer_files(files, query, rows=len(needing) + len(others)),
        passed=passed_sentence(report),
    )


def present_file(report: TeamReport, selection: Selection) -> Table:
    """What the page shows, row for row."""
    needing, others = _split(report, _known(report, selection))
    return people_file(needing + others, _layout(report), about=about_file(report.head, "My team"))


def need_sentence(rows: Sequence[ReportRow]) -> str:
    """How many people need something, of how many."""
    needing = sum(row.needs_something for row in rows)
    if not needing:
        return NOTHING_WITH_ABSENCE if any(row.status is Status.ABSENT for row in rows) else NOTHING
    if len(rows) == 1:
        return "The only person in your team needs something."
    return f"{number(needing)} of your {count(len(rows), 'person', many='people')} {_needs(needing)} something."


def need_detail(rows: Iterable[ReportRow]) -> str:
    """The same by reason: 2 overdue, 1 due within 7 days."""
    statuses = Counter(row.status for row in rows if row.needs_something)
    return ", ".join(f"{number(statuses[status])} {words}" for status, words in _URGENT.items() if statuses[status])


def others_summary(rows: Sequence[ReportRow]) -> str:
    """38 others: 36 passed, 2 not due yet."""
    counted = ((sum(row.status in statuses for row in rows), words) for statuses, words in _OTHERS)
    parts = ", ".join(f"{number(people)} {words}" for people, words in counted if people)
    return f"{count(len(rows), 'other')}: {parts}"


def passed_sentence(report: TeamReport) -> str:
    """How many of those whose due date has passed hold a valid pass; a percentage only where it means something."""
    share = report.measures.compliance
    if not share.of:
        return "No one was due yet."
    percentage = f" ({share.percentage})" if share.percentage else ""
    holds = "holds" if share.count == 1 else "hold"
    return f"{part_of(share.count, share.of)} who were due {holds} a valid pass{percentage}."


def _layout(report: TeamReport) -> Layout:
    return Layout(report.head.on.day, with_team=len(report.teams) > 1, with_score=report.head.shows_scores)


def _split(report: TeamReport, selection: Selection) -> tuple[list[ReportRow], list[ReportRow]]:
    """Those who need something and everybody else, each in the order asked for."""
    chosen = [
        row for row in report.rows if selection.team in (None, row.team_id) and selection.status in (None, row.status)
    ]
    needing = [row for row in chosen if row.needs_something]
    others = [row for row in chosen if not row.needs_something]
    return (
        sort_people(needing, selection.order or NEEDING_ORDER),
        sort_people(others, selection.order or BY_NAME),
    )


def _known(report: TeamReport, selection: Selection) -> Selection:
    """Without a team that is none of the report's."""
    return selection if selection.team in dict(report.teams) else replace(selection, team=None)


def _quiz_choices(report: TeamReport) -> tuple[Choice, ...]:
    head = report.head
    if len(head.quizzes) < 2:
        return ()
    return tuple(Choice(str(quiz_id), title, checked=quiz_id == head.quiz_id) for quiz_id, title in head.quizzes)


def _team_choices(report: TeamReport, selection: Selection) -> tuple[Choice, ...]:
    if len(report.teams) < 2:
        return ()
    people = Counter(row.team_id for row in report.rows)
    return (
        Choice("", "All teams"),
        *(
            Choice(str(team_id), f"{name} ({number(people[team_id])})", checked=team_id == selection.team)
            for team_id, name in report.teams
        ),
    )


def _status_choices(report: TeamReport, selection: Selection) -> tuple[Choice, ...]:
    people = Counter(row.status for row in report.rows)
    return (
        Choice("", "All statuses"),
        *(
            Choice(_slug(status), f"{status} ({number(people[status])})", checked=status is selection.status)
            for status in Status
            if people[status] or status is selection.status
        ),
    )


def _needs(people: int) -> str:
    return "needs" if people == 1 else "need"


def _slug(status: Status) -> str:
    return status.lower().replace(" ", "-")
