"""Completion reports: a manager's team tree, the organisation by team, and the people behind any number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import ReportDay, local_day
from quizapp.assessment.measures import Measures, count_measures
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Progress, Status, days_late, needs_something, status_on
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.services.reports.groups import Group, belongs_to
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.queries import quizzes, teams
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports import standings
from quizapp.storage.queries.reports.standings import StandingRow
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One person of a report; the score is None unless the organisation shows it and there is a pass.

    `days_late` is None for who is not overdue. Why somebody is away is for the organisation's report alone.
    """

    person_id: int
    name: str
    team_id: int | None
    team: str
    status: Status
    progress: Progress
    needs_something: bool
    start_date: date
    due_on: date | None
    days_late: int | None
    passed_on: date | None
    valid_until: date | None
    absence: AbsenceKind | None
    tries: int
    score: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What every report says about itself."""

    organisation: str
    time_zone: str
    quiz_id: int
    quiz_title: str
    quizzes: tuple[tuple[int, str], ...]
    on: ReportDay
    as_at: datetime
    shows_scores: bool


@dataclass(frozen=True, slots=True)
class TeamReport:
    """The people a report lists, the teams it covers, and its counts."""

    head: ReportHead
    rows: tuple[ReportRow, ...]
    teams: tuple[tuple[int, str], ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One team's counts; None is the line of people without a team."""

    team_id: int | None
    name: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """The organisation's counts and those of each team; the lines add up to the whole."""

    head: ReportHead
    measures: Measures
    lines: tuple[TeamLine, ...]


NO_TEAM = "No team"
TEAMLESS = 0
"""Stands for the line of people without a team where a team is asked for."""


def report_on_team(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> TeamReport:
    """Everybody in the teams the actor manages and the teams below them, and nobody else."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        day = local_day(now, organisation.time_zone)
        tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id or 0, on=day)
        names = _team_names(actor)
        head = _head(actor, organisation, quiz_id=quiz_id, now=now, day=day)
        found = _standings(actor, head, team_ids=tree)
        return TeamReport(
            head,
            _rows(found, head, names),
            tuple(sorted(((team_id, names[team_id]) for team_id in tree), key=lambda team: team[1])),
            count_measures((row.standing for row in found), head.on),
        )


def report_on_organisation(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> OrganisationReport:
    """The whole organisation and each of its teams, everybody in the line of their own team."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        head = _head(actor, organisation, quiz_id=quiz_id, now=now, day=local_day(now, organisation.time_zone))
        found = _standings(actor, head)
        names = _team_names(actor)
        return OrganisationReport(
            head, count_measures((row.standing for row in found), head.on), _lines(found, head, names)
        )


def list_group(
    actor: Actor, group: Group, *, now: datetime, quiz_id: int | None = None, team_id: int | None = None
) -> TeamReport:
    """The people behind a number of the organisation's report, or of one team's line of it."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        head = _head(actor, organisation, quiz_id=quiz_id, now=now, day=local_day(now, organisation.time_zone))
        names = _team_names(actor)
        if team_id is not None and team_id not in names and team_id != TEAMLESS:
            raise NotFound("There is no such team.")
        found = _standings(actor, head, team_ids=[team_id] if team_id else None)
        chosen = [
            row
            for row in found
            if belongs_to(group, row.standing, on=head.on) and (team_id != TEAMLESS or row.team_id is None)
        ]
        return TeamReport(
            head,
            _rows(chosen, head, names, with_absences=True),
            () if team_id is None else ((team_id, names.get(team_id, NO_TEAM)),),
            count_measures((row.standing for row in chosen), head.on),
        )


def _head(actor: Actor, organisation: Organisation, *, quiz_id: int | None, now: datetime, day: date) -> ReportHead:
    known = tuple((quiz.id, quiz.title) for quiz, _ in quizzes.list_quizzes(actor.organisation_id))
    if not known:
        raise NotFound("No quiz has been published yet.")
    chosen = known[0][0] if quiz_id is None else quiz_id
    titles = dict(known)
    if chosen not in titles:
        raise NotFound("There is no such quiz.")
    return ReportHead(
        organisation=organisation.name,
        time_zone=organisation.time_zone,
        quiz_id=chosen,
        quiz_title=titles[chosen],
        quizzes=known,
        on=ReportDay(day, is_over=False),
        as_at=now,
        shows_scores=organisation.managers_see_scores,
    )


def _standings(actor: Actor, head: ReportHead, *, team_ids: Sequence[int] | None = None) -> list[StandingRow]:
    return standings.list_standings(
        actor.organisation_id, quiz_id=head.quiz_id, day=head.on.day, day_ends=head.as_at, team_ids=team_ids
    )


def _team_names(actor: Actor) -> dict[int, str]:
    return {team.id: team.name for team in teams.list_teams(actor.organisation_id)}


def _rows(
    found: Iterable[StandingRow], head: ReportHead, names: dict[int, str], *, with_absences: bool = False
) -> tuple[ReportRow, ...]:
    return tuple(
        ReportRow(
            person_id=row.standing.person_id,
            name=row.name,
            team_id=row.team_id,
            team=NO_TEAM if row.team_id is None else names[row.team_id],
            status=status_on(row.standing, head.on),
            progress=row.standing.progress,
            needs_something=needs_something(row.standing, head.on),
            start_date=row.standing.start_date,
            due_on=row.standing.effective_due_on,
            days_late=days_late(row.standing, head.on),
            passed_on=row.standing.passed_on,
            valid_until=row.standing.valid_until,
            absence=row.standing.absence if with_absences else None,
            tries=row.standing.submitted_attempts,
            score=row.score if head.shows_scores else None,
            count=row.count if head.shows_scores else None,
        )
        for row in found
    )


def _lines(found: Iterable[StandingRow], head: ReportHead, names: dict[int, str]) -> tuple[TeamLine, ...]:
    by_team: dict[int | None, list[StandingRow]] = defaultdict(list)
    for row in found:
        by_team[row.team_id].append(row)
    lines = [
        TeamLine(
            team_id,
            NO_TEAM if team_id is None else names[team_id],
            count_measures((row.standing for row in rows), head.on),
        )
        for team_id, rows in by_team.items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.team_id is None, line.name)))
