"""The people of a report: a manager's team tree, and those behind any number of the organisation's report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import Measures, count_measures
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Status, status_on
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.services.reports.groups import Group, belongs_to, count_absences
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.rows import NO_TEAM, ReportRow, make_rows
from quizapp.storage.queries import teams
from quizapp.storage.queries.reports import standings
from quizapp.storage.queries.reports.crowds import Crowd, list_crowds
from quizapp.storage.queries.reports.standings import Listing
from quizapp.storage.transaction import open_snapshot, snapshot

TEAMLESS = 0
"""Stands for people without a team where a team is asked for."""


@dataclass(frozen=True, slots=True)
class TeamReport:
    """The people a report lists, the teams it covers, and its counts."""

    head: ReportHead
    rows: tuple[ReportRow, ...]
    teams: tuple[tuple[int, str], ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """Which list of people is asked for, in what order, and which part of it; no size is all of it.

    A team stands for itself and those below it, or for itself `alone`.
    """

    group: Group
    team_id: int | None = None
    alone: bool = False
    sort: str = "name"
    descending: bool = False
    part: int = 1
    size: int | None = None

    def sort_in(self, head: ReportHead) -> str:
        """The column to sort by; one that is not shown would be read off the order of the rows."""
        return "name" if self.sort == "score" and not head.shows_scores else self.sort


@dataclass(frozen=True, slots=True)
class GroupReport:
    """The people behind a number, or a part of them: `total` is the number itself.

    `is_one_team` says that all of them stand in the team, none in one below it.
    """

    head: ReportHead
    team: tuple[int, str] | None
    is_one_team: bool
    rows: tuple[ReportRow, ...]
    total: int
    absences: Mapping[AbsenceKind, int]
    """How many of them are away, by the reason."""


@dataclass(frozen=True, slots=True)
class GroupStream:
    """The same for a file: the rows come one by one, from one moment; `close` has to be called at the end."""

    head: ReportHead
    team: tuple[int, str] | None
    is_one_team: bool
    rows: Iterator[ReportRow]
    total: int
    close: Callable[[], None]


def report_on_team(actor: Actor, *, now: datetime, quiz_id: int | None = None, day: date | None = None) -> TeamReport:
    """Everybody who stood on the day in a team that the actor manages now, or in one below it, and nobody else."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
        today = local_day(now, head.time_zone)
        tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id or 0, on=today)
        found = standings.list_standings(
            actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment, listing=Listing(team_ids=tree)
        )
        names = teams.list_names(actor.organisation_id, team_ids=tree)
        return TeamReport(
            head,
            tuple(make_rows(found, head)),
            tuple(sorted(names.items(), key=lambda team: team[1])),
            count_measures((row.standing for row in found), head.on),
        )


def list_group(
    actor: Actor, query: PeopleQuery, *, now: datetime, quiz_id: int | None = None, day: date | None = None
) -> GroupReport:
    """The people behind a number of the organisation's report, or of one of its lines."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
        team, listing, crowds = _choose(actor, query, head)
        found = standings.list_standings(
            actor.organisation_id,
            quiz_id=head.quiz_id,
            moment=head.moment,
            listing=listing,
            limit=query.size,
            offset=(query.part - 1) * (query.size or 0),
        )
        rows = tuple(make_rows(found, head, with_absences=True))
        is_one = _is_one_team(query, listing)
        return GroupReport(head, team, is_one, rows, _count_people(crowds), count_absences(crowds))


def stream_group(
    actor: Actor, query: PeopleQuery, *, now: datetime, quiz_id: int | None = None, day: date | None = None
) -> GroupStream:
    """The whole of such a list for a file, however long it is."""
    demand(actor, Permission.SEE_ORGANISATION)
    held = open_snapshot()
    try:
        with held.joined():
            head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
            team, listing, crowds = _choose(actor, query, head)
        found = standings.stream_standings(
            actor.organisation_id, held.connection, quiz_id=head.quiz_id, moment=head.moment, listing=listing
        )
    except BaseException:
        held.close()
        raise
    rows = _close_after(make_rows(found, head, with_absences=True), held.close)
    return GroupStream(head, team, _is_one_team(query, listing), rows, _count_people(crowds), held.close)


def _close_after(rows: Iterator[ReportRow], close: Callable[[], None]) -> Iterator[ReportRow]:
    """The connection goes back with the last row, however slowly the reply is put away."""
    try:
        yield from rows
    finally:
        close()


def _choose(
    actor: Actor, query: PeopleQuery, head: ReportHead
) -> tuple[tuple[int, str] | None, Listing, Sequence[Crowd]]:
    """The team asked for, how its people are found, and the crowds they make."""
    team, team_ids = _find_team(actor, query, day=head.on.day)
    crowds = [
        crowd
        for crowd in list_crowds(
            actor.organisation_id,
            quiz_id=head.quiz_id,
            moment=head.moment,
            team_ids=team_ids,
            without_team=query.team_id == TEAMLESS,
        )
        if belongs_to(query.group, crowd.standing, on=head.on)
    ]
    order = {status: rank for rank, status in enumerate(Status)}
    listing = Listing(
        team_ids=team_ids,
        without_team=query.team_id == TEAMLESS,
        codes=None if query.group is Group.EVERYBODY else [crowd.code for crowd in crowds],
        sort=query.sort_in(head),
        descending=query.descending,
        status_ranks={crowd.code: order[status_on(crowd.standing, head.on)] for crowd in crowds},
    )
    return team, listing, crowds


def _find_team(actor: Actor, query: PeopleQuery, *, day: date) -> tuple[tuple[int, str] | None, Sequence[int] | None]:
    """The team with its name, and the ids of those it stands for; None and None for the whole organisation."""
    if query.team_id is None:
        return None, None
    if query.team_id == TEAMLESS:
        return (TEAMLESS, NO_TEAM), None
    names = teams.list_names(actor.organisation_id, team_ids=[query.team_id])
    if not names:
        raise NotFound("There is no such team.")
    if query.alone:
        return (query.team_id, names[query.team_id]), [query.team_id]
    tree = teams.list_tree_below(actor.organisation_id, team_id=query.team_id, on=day)
    return (query.team_id, names[query.team_id]), tree


def _is_one_team(query: PeopleQuery, listing: Listing) -> bool:
    return query.team_id == TEAMLESS or (listing.team_ids is not None and len(listing.team_ids) == 1)


def _count_people(crowds: Sequence[Crowd]) -> int:
    return sum(crowd.people for crowd in crowds)
