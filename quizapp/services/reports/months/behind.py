"""The people behind the numbers of a frozen month, found by the same rules as in any report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.status import Status, status_on
from quizapp.services.allowed import demand
from quizapp.services.reports.groups import Group, belongs_to, count_absences
from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.months.editions import OpenedEdition, open_edition
from quizapp.services.reports.months.teams import list_below, name_team
from quizapp.services.reports.reports import TEAMLESS, GroupReport, GroupStream, PeopleQuery
from quizapp.services.reports.rows import NO_TEAM, ReportRow, make_rows
from quizapp.storage.queries.reports import frozen_months
from quizapp.storage.queries.reports.crowds import Crowd
from quizapp.storage.queries.reports.standings import Listing
from quizapp.storage.transaction import open_snapshot, snapshot


@dataclass(frozen=True, slots=True)
class EditionKey:
    """Which edition of which month of which quiz."""

    month: date
    edition: int
    quiz_id: int | None = None


class DueGroup(StrEnum):
    """A number of on-time completion, by the people it counts."""

    DUE = "due"
    ON_TIME = "on-time"
    NOT_ON_TIME = "not-on-time"


@dataclass(frozen=True, slots=True)
class DueRow:
    """Somebody who fell due in the month; the first pass is the one known at its end."""

    name: str
    team: str
    due_on: date
    passed_on: date | None

    @property
    def is_on_time(self) -> bool:
        """Whether the pass came on or before the due date."""
        return self.passed_on is not None and self.passed_on <= self.due_on


@dataclass(frozen=True, slots=True)
class DueReport:
    """The people behind on-time completion, of the whole or of a team, by name."""

    head: ReportHead
    team: tuple[int, str] | None
    rows: tuple[DueRow, ...]


def list_frozen_group(actor: Actor, key: EditionKey, *, query: PeopleQuery, now: datetime) -> GroupReport:
    """The people behind a number of a frozen month, or a part of them."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        opened = _open(actor, key, now=now)
        team, listing, crowds = _choose(actor, query, opened)
        found = frozen_months.list_standings(
            actor.organisation_id,
            frozen_month_id=opened.edition.id,
            on=opened.head.on,
            listing=listing,
            limit=query.size,
            offset=(query.part - 1) * (query.size or 0),
        )
        rows = tuple(make_rows(found, opened.head, with_absences=True))
        return GroupReport(opened.head, team, _is_one(listing), rows, _count(crowds), count_absences(crowds))


def stream_frozen_group(actor: Actor, key: EditionKey, *, query: PeopleQuery, now: datetime) -> GroupStream:
    """The whole of such a list for a file, row by row; `close` has to be called at the end."""
    demand(actor, Permission.SEE_ORGANISATION)
    held = open_snapshot()
    try:
        with held.joined():
            opened = _open(actor, key, now=now)
            team, listing, crowds = _choose(actor, query, opened)
        found = frozen_months.stream_standings(
            actor.organisation_id,
            held=held.connection,
            frozen_month_id=opened.edition.id,
            on=opened.head.on,
            listing=listing,
        )
    except BaseException:
        held.close()
        raise
    rows = _close_after(make_rows(found, opened.head, with_absences=True), held.close)
    return GroupStream(opened.head, team, _is_one(listing), rows, _count(crowds), held.close)


def list_frozen_due(
    actor: Actor, key: EditionKey, *, group: DueGroup, now: datetime, team_id: int | None = None, alone: bool = False
) -> DueReport:
    """The people behind on-time completion of a frozen month."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        opened = _open(actor, key, now=now)
        team, team_ids = _find_team(opened, team_id, alone=alone)
        found = frozen_months.list_due(
            actor.organisation_id,
            frozen_month_id=opened.edition.id,
            team_ids=team_ids,
            without_team=team_id == TEAMLESS,
        )
        rows = [DueRow(row.name, row.team or NO_TEAM, row.due_on, row.passed_on) for row in found]
        kept = [row for row in rows if group is DueGroup.DUE or row.is_on_time is (group is DueGroup.ON_TIME)]
        return DueReport(opened.head, team, tuple(kept))


def _open(actor: Actor, key: EditionKey, *, now: datetime) -> OpenedEdition:
    return open_edition(actor, key.month, quiz_id=key.quiz_id, number=key.edition, now=now)


def _choose(
    actor: Actor, query: PeopleQuery, opened: OpenedEdition
) -> tuple[tuple[int, str] | None, Listing, list[Crowd]]:
    """The team asked for, how its people are found, and the crowds they make."""
    on = opened.head.on
    team, team_ids = _find_team(opened, query.team_id, alone=query.alone)
    without_team = query.team_id == TEAMLESS
    crowds = [
        crowd
        for crowd in frozen_months.count_standings(
            actor.organisation_id,
            frozen_month_id=opened.edition.id,
            on=on,
            team_ids=team_ids,
            without_team=without_team,
        )
        if belongs_to(query.group, crowd.standing, on=on)
    ]
    order = {status: rank for rank, status in enumerate(Status)}
    listing = Listing(
        team_ids=team_ids,
        without_team=without_team,
        codes=None if query.group is Group.EVERYBODY else [crowd.code for crowd in crowds],
        sort=query.sort_in(opened.head),
        descending=query.descending,
        status_ranks={crowd.code: order[status_on(crowd.standing, on)] for crowd in crowds},
    )
    return team, listing, crowds


def _find_team(
    opened: OpenedEdition, team_id: int | None, *, alone: bool
) -> tuple[tuple[int, str] | None, list[int] | None]:
    """The team with its name of that day, and the ids of those it stands for; None is the whole."""
    if team_id is None:
        return None, None
    if team_id == TEAMLESS:
        return (TEAMLESS, NO_TEAM), None
    team = (team_id, name_team(opened.figures, team_id))
    below = [team_id] if alone else [one.team_id for one in list_below(opened.figures, team_id)]
    return team, [one for one in below if one is not None]


def _is_one(listing: Listing) -> bool:
    return listing.without_team or (listing.team_ids is not None and len(listing.team_ids) == 1)


def _count(crowds: list[Crowd]) -> int:
    return sum(crowd.people for crowd in crowds)


def _close_after(rows: Iterator[ReportRow], close: Callable[[], None]) -> Iterator[ReportRow]:
    """The connection goes back with the last row."""
    try:
        yield from rows
    finally:
        close()
