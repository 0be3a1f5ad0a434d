"""A manager's page: the sentence, who needs something, everybody else, and what the filters offer."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from quizapp.assessment.status import Status
from quizapp.services.managing.team_page import ManagedTeam
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.reports import TeamReport
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.asked.report_day import NAME, TODAY, AskedDay
from quizapp.web.shell.filters import number, part_of
from quizapp.web.shell.parts import Choice, Problem
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.shell.tables.people_table import BY_NAME, as_at, sort_people
from quizapp.web.team.row_words import Links, TeamTable, needing_table, others_table, team_file
from quizapp.web.team.selection import EVERYBODY_TICKED, KEPT, NOBODY_TICKED, Selection, slug
from quizapp.web.team.sentences import (
    need_detail,
    need_sentence,
    needed_sentence,
    others_summary,
    passed_sentence,
    reported_sentence,
)

NEEDING_ORDER = Order("due")
"""Whoever has waited longest comes first."""

NO_TEAM = "We cannot find a team for you. Ask your learning and development team to record which team you manage."
NOBODY_HERE = "Nobody in your team has been given this quiz yet."
NOBODY_THEN = "Nobody in your team had been given this quiz on that day."
NOBODY_CHOSEN = "Nobody with these filters needs something."


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the page is, its files, and where something is said about a person, by the person's id and the quiz's."""

    page: str
    files: Mapping[FileKind, str]
    report_on: Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Everything the page shows."""

    caption: str
    sentence: str
    details: tuple[str, ...] = ()
    as_at: str = ""
    needing: TeamTable | None = None
    nobody: str = ""
    others: TeamTable | None = None
    others_summary: str = ""
    others_open: bool = False
    shown: str = ""
    everybody: str = ""
    today: str = ""
    quiz_id: int = 0
    can_act: bool = False
    tick_links: tuple[tuple[str, str], ...] = ()
    """What ticks everybody or nobody, each where it would change something."""
    quizzes: tuple[Choice, ...] = ()
    teams: tuple[Choice, ...] = ()
    statuses: tuple[Choice, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    """What the filters keep of the address: the order and the day."""
    kept: tuple[tuple[str, str], ...] = ()
    """The same for the form with the ticks, with the filters."""
    day: AskedDay = TODAY
    downloads: Downloads | None = None
    passed: str = ""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the day that was asked for."""
        return [Problem(self.day.problem, f"#{NAME}-day")] if self.day.problem else []


def present_nothing(sentence: str) -> TeamPage:
    """The page while there is nothing to report on."""
    return TeamPage("", sentence)


def present_team(team: ManagedTeam, selection: Selection, *, paths: Paths) -> TeamPage:
    """The page."""
    report = team.report
    head, rows = report.head, report.rows
    is_past = head.on.is_over
    common = TeamPage(
        caption=head.quiz_title,
        sentence=NO_TEAM,
        as_at=as_at(head),
        today=address(paths.page, replace(selection, day=TODAY).query) if is_past else "",
        quiz_id=head.quiz_id,
        quizzes=_quiz_choices(report),
        hidden=_hidden(selection),
        day=selection.day,
    )
    if not report.teams or not rows:
        nobody = NOBODY_THEN if is_past else NOBODY_HERE
        return replace(common, sentence=nobody if report.teams else NO_TEAM)
    selection = _known(report, selection)
    needing, others = _split(report, selection)
    reports = None if is_past else lambda person_id: paths.report_on(person_id, head.quiz_id)
    links = Links(paths.page, selection.parameters | {"ticks": selection.ticks}, reports)
    needing_rows = needing_table(
        needing, team, order=selection.order or NEEDING_ORDER, links=links, selection=selection
    )
    reported = reported_sentence(rows, team.said)
    return replace(
        common,
        sentence=needed_sentence(rows) if is_past else need_sentence(rows),
        details=tuple(words for words in (need_detail(rows), reported) if words),
        needing=needing_rows,
        nobody=NOBODY_CHOSEN if selection.narrows else "",
        others=others_table(others, team, order=selection.order or BY_NAME, links=links),
        others_summary=others_summary(others),
        others_open=selection.narrows or selection.order is not None,
        shown=f"Showing {part_of(len(needing) + len(others), len(rows))} people" if selection.narrows else "",
        everybody=address(paths.page, {"quiz": str(selection.quiz or ""), "day": selection.day.text}),
        can_act=not is_past,
        kept=tuple((name, selection.query[name]) for name in KEPT if selection.query.get(name)),
        tick_links=_tick_links(needing_rows, selection, path=paths.page),
        teams=_team_choices(report, selection),
        statuses=_status_choices(report, selection),
        downloads=offer_files(paths.files, selection.query, rows=len(needing) + len(others)),
        passed=passed_sentence(report),
    )


def present_file(team: ManagedTeam, selection: Selection) -> Table:
    """What the page shows, row for row."""
    needing, others = _split(team.report, _known(team.report, selection))
    return team_file(needing + others, team)


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


def _hidden(selection: Selection) -> tuple[tuple[str, str], ...]:
    order = tuple(selection.order.parameters.items()) if selection.order else ()
    return (*order, ("ticks", selection.ticks)) if selection.ticks else order


def _tick_links(table: TeamTable, selection: Selection, *, path: str) -> tuple[tuple[str, str], ...]:
    ticks = [row[0].tick.checked for row in table.rows if row[0].tick]
    links = []
    if not all(ticks):
        links.append(("Select everybody", address(path, selection.query | {"ticks": EVERYBODY_TICKED})))
    if any(ticks):
        links.append(("Select nobody", address(path, selection.query | {"ticks": NOBODY_TICKED})))
    return tuple(links)


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
            Choice(slug(status), f"{status} ({number(people[status])})", checked=status is selection.status)
            for status in Status
            if people[status] or status is selection.status
        ),
    )
