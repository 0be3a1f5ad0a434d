"""Who is stuck somewhere, and would stay so if nobody looked: counts, and the people behind each."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.data_queries import asks_administrator
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.status import days_late
from quizapp.services.allowed import demand
from quizapp.services.reports.groups import Group, belongs_to
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.storage.queries.managing import data_queries
from quizapp.storage.queries.reports import exceptions
from quizapp.storage.queries.reports.crowds import list_crowds
from quizapp.storage.queries.reports.exceptions import Lack, Readiness, StuckPerson
from quizapp.storage.queries.reports.standings import Listing, StandingRow, list_standings
from quizapp.storage.transaction import snapshot

FIRST_DAYS, LAST_DAYS = 7, 13
"""Between so many days after the start somebody who never signed in can still be helped before it is late."""
MANY_TRIES = 3


class Matter(StrEnum):
    """What is the matter; the first two lists are those of their three reasons together."""

    NEW = "never-signed-in"
    NEW_WITHOUT_EMAIL = "never-signed-in-no-email"
    NEW_REFUSED = "never-signed-in-refused"
    NEW_OTHER = "never-signed-in-other"
    LONG = "long-never-signed-in"
    LONG_WITHOUT_EMAIL = "long-never-signed-in-no-email"
    LONG_REFUSED = "long-never-signed-in-refused"
    LONG_OTHER = "long-never-signed-in-other"
    REFUSED = "mail-refused"
    MANY_TRIES = "many-tries"
    OVERDUE = "overdue-29-or-more"
    UNMANAGED = "nobody-manages"
    NO_EMAIL = "no-email"
    NO_MANAGER = "no-manager"
    NO_DUE_DATE = "no-due-date"


LACKING: Mapping[Matter, Lack] = {
    Matter.NO_EMAIL: Lack.EMAIL,
    Matter.NO_MANAGER: Lack.MANAGER,
    Matter.NO_DUE_DATE: Lack.DUE_DATE,
}
"""What the record has to have of everybody in scope and not away; who lacks it need not be stuck."""
STUCK = tuple(matter for matter in Matter if matter not in LACKING)

PARTS: Mapping[Matter, tuple[Matter, Matter, Matter]] = {
    Matter.NEW: (Matter.NEW_WITHOUT_EMAIL, Matter.NEW_REFUSED, Matter.NEW_OTHER),
    Matter.LONG: (Matter.LONG_WITHOUT_EMAIL, Matter.LONG_REFUSED, Matter.LONG_OTHER),
}
_WHOLE = {part: whole for whole, parts in PARTS.items() for part in parts}


@dataclass(frozen=True, slots=True)
class StuckRow:
    """One person of a list: `matter` is the narrowest that fits, `since` the day it began where that is known.

    `note` is what the mail server said; `number` the tries, or the days overdue.
    """

    person_id: int
    name: str
    team: str | None
    matter: Matter
    is_away: bool
    start_date: date
    since: date | None
    note: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Exceptions:
    """How many people each list has, how many are stuck in any, and what managers reported that is not settled.

    `present` is how many people are in scope and not away, whom the record has to know; 0 where that was not asked.
    """

    head: ReportHead
    counts: Mapping[Matter, int]
    people: int
    reported: int
    present: int = 0


@dataclass(frozen=True, slots=True)
class ExceptionList:
    """The people behind one count, by name."""

    head: ReportHead
    matter: Matter
    rows: tuple[StuckRow, ...]


def count_exceptions(
    actor: Actor, *, now: datetime, quiz_id: int | None = None, among: Collection[Matter] = tuple(Matter)
) -> Exceptions:
    """All counts at once, from one moment, or some of them: the longest lists cost the most."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        wanted = {_whole(matter) for matter in among}
        found = {matter: _LISTS[matter](actor, head) for matter in STUCK if matter in wanted}
        ready = _count_lacking(actor, head) if LACKING.keys() & wanted else Readiness(0, {})
        said = data_queries.list_open(actor.organisation_id, on=head.on.day)
    counts = {matter: len(_choose(matter, found)) for matter in among if matter not in LACKING}
    return Exceptions(
        head=head,
        counts=counts | {matter: ready.lacking[LACKING[matter]] for matter in among if matter in LACKING},
        people=len({row.person_id for rows in found.values() for row in rows}),
        reported=sum(asks_administrator(one.kind, on_date=one.on_date, until_date=one.until_date) for one in said),
        present=ready.people,
    )


def list_exceptions(actor: Actor, matter: Matter, *, now: datetime, quiz_id: int | None = None) -> ExceptionList:
    """The people one count counts."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        whole = _whole(matter)
        return ExceptionList(head, matter, tuple(_choose(matter, {whole: _LISTS[whole](actor, head)})))


def _whole(matter: Matter) -> Matter:
    return _WHOLE.get(matter, matter)


def _choose(matter: Matter, found: Mapping[Matter, list[StuckRow]]) -> list[StuckRow]:
    rows = found[_whole(matter)]
    return rows if matter in found else [row for row in rows if row.matter is matter]


def _list_new(actor: Actor, head: ReportHead) -> list[StuckRow]:
    return [row for row in _list_never_signed_in(actor, head, PARTS[Matter.NEW]) if _days(row, head) <= LAST_DAYS]


def _list_long(actor: Actor, head: ReportHead) -> list[StuckRow]:
    """Whoever is away is left out here: there is nothing to do before the return."""
    rows = _list_never_signed_in(actor, head, PARTS[Matter.LONG], for_days=LAST_DAYS + 1)
    return [row for row in rows if not row.is_away]


def _days(row: StuckRow, head: ReportHead) -> int:
    return (head.on.day - row.start_date).days


def _list_never_signed_in(
    actor: Actor, head: ReportHead, parts: tuple[Matter, Matter, Matter], *, for_days: int = FIRST_DAYS
) -> list[StuckRow]:
    without_email, refused, other = parts
    found = exceptions.list_never_signed_in(
        actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment, for_days=for_days
    )
    return [
        _row(one, head, without_email if not one.has_email else refused if one.is_refused else other) for one in found
    ]


def _list_refused(actor: Actor, head: ReportHead) -> list[StuckRow]:
    found = exceptions.list_refused(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
    return _rows(found, head, Matter.REFUSED)


def _list_many_tries(actor: Actor, head: ReportHead) -> list[StuckRow]:
    found = exceptions.list_many_tries(
        actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment, least=MANY_TRIES
    )
    return _rows(found, head, Matter.MANY_TRIES)


def _list_unmanaged(actor: Actor, head: ReportHead) -> list[StuckRow]:
    found = exceptions.list_unmanaged(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
    return _rows(found, head, Matter.UNMANAGED)


def _list_lacking(matter: Matter, actor: Actor, head: ReportHead) -> list[StuckRow]:
    found = exceptions.list_lacking(actor.organisation_id, LACKING[matter], quiz_id=head.quiz_id, moment=head.moment)
    return _rows(found, head, matter)


def _count_lacking(actor: Actor, head: ReportHead) -> Readiness:
    return exceptions.count_lacking(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)


def _list_overdue(actor: Actor, head: ReportHead) -> list[StuckRow]:
    """The people of the same number on the organisation's report."""
    crowds = list_crowds(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
    codes = [crowd.code for crowd in crowds if belongs_to(Group.OVERDUE_OVER_28, crowd.standing, on=head.on)]
    listing = Listing(codes=codes)
    found = list_standings(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment, listing=listing)
    return [_overdue_row(row, head) for row in found]


def _overdue_row(row: StandingRow, head: ReportHead) -> StuckRow:
    late = days_late(row.standing, head.on) or 0
    return StuckRow(
        person_id=row.standing.person_id,
        name=row.name,
        team=row.team,
        matter=Matter.OVERDUE,
        is_away=False,
        start_date=row.standing.start_date,
        since=head.on.day - timedelta(days=late),
        number=late,
    )


def _rows(found: Iterable[StuckPerson], head: ReportHead, matter: Matter) -> list[StuckRow]:
    return [_row(one, head, matter) for one in found]


def _row(one: StuckPerson, head: ReportHead, matter: Matter) -> StuckRow:
    since = local_day(one.since, head.time_zone) if isinstance(one.since, datetime) else one.since
    return StuckRow(
        person_id=one.person_id,
        name=one.name,
        team=one.team,
        matter=matter,
        is_away=one.is_away,
        start_date=one.start_date,
        since=since,
        note=one.note,
        number=one.tries,
    )


_LISTS: Mapping[Matter, Callable[[Actor, ReportHead], list[StuckRow]]] = {
    Matter.NEW: _list_new,
    Matter.LONG: _list_long,
    Matter.REFUSED: _list_refused,
    Matter.MANY_TRIES: _list_many_tries,
    Matter.OVERDUE: _list_overdue,
    Matter.UNMANAGED: _list_unmanaged,
    **{matter: partial(_list_lacking, matter) for matter in LACKING},
}
