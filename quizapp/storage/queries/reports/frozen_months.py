"""Frozen months: their editions, and the people behind their figures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Standing
from quizapp.storage.db import connection
from quizapp.storage.facts.crowd_codes import code_of, read_code
from quizapp.storage.facts.dated_facts import Facts, Moment
from quizapp.storage.models.month import FrozenDue, FrozenMonth, FrozenStanding
from quizapp.storage.models.person import Person
from quizapp.storage.queries.reports.crowds import Crowd
from quizapp.storage.queries.reports.due_months import DuePerson
from quizapp.storage.queries.reports.standings import AT_A_TIME, Listing, StandingRow

_Select = sa.Select[*tuple[Any, ...]]
_Newer = aliased(FrozenMonth)
_STANDING = (
    *(FrozenStanding.person_id, FrozenStanding.staff_type, FrozenStanding.start_date, FrozenStanding.end_date),
    *(FrozenStanding.absence, FrozenStanding.returned_on, FrozenStanding.due_on, FrozenStanding.has_open_attempt),
    *(FrozenStanding.submitted_attempts, FrozenStanding.passed_on, FrozenStanding.valid_until),
)
"""The columns in the order `Standing` takes them."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition of a month without its figures; `name` is that of the person, `job` that of the command."""

    id: int
    month: date
    edition: int
    taken_at: datetime
    name: str | None
    job: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    """The newest edition of a month with its two headlines: so many of so many."""

    edition: EditionRow
    on_time: tuple[int, int]
    compliance: tuple[int, int]


class FrozenFacts(Facts):
    """The facts as they were frozen."""

    @property
    def staff_type(self) -> sa.ColumnElement[Any]:
        """Of the post."""
        return FrozenStanding.staff_type.expression

    @property
    def start_date(self) -> sa.ColumnElement[Any]:
        """Of the post."""
        return FrozenStanding.start_date.expression

    @property
    def absence(self) -> sa.ColumnElement[Any]:
        """The kind of long absence on the day, or nothing."""
        return FrozenStanding.absence.expression

    @property
    def due_as_set(self) -> sa.ColumnElement[Any]:
        """The due date whatever absences there were."""
        return FrozenStanding.due_on.expression

    @property
    def has_no_pass(self) -> sa.ColumnElement[bool]:
        """Whether the person had never passed."""
        return FrozenStanding.passed_on.is_(None)

    @property
    def valid_until(self) -> sa.ColumnElement[Any]:
        """The last day of the newest pass, or nothing where it holds for good."""
        return FrozenStanding.valid_until.expression

    @property
    def open_attempts(self) -> sa.ColumnElement[int]:
        """One where a try was under way."""
        return sa.case((FrozenStanding.has_open_attempt, 1), else_=0)

    @property
    def submitted_attempts(self) -> sa.ColumnElement[int]:
        """How many tries were submitted."""
        return FrozenStanding.submitted_attempts.expression


def list_on_time(organisation_id: int, *, quiz_id: int) -> dict[date, tuple[int, int]]:
    """For each frozen month, by its newest edition, how many passed on time of how many who fell due."""
    on_time = FrozenMonth.figures["on_time"]
    rows = connection().execute(
        sa.select(FrozenMonth.month, on_time[0].as_integer(), on_time[1].as_integer()).where(
            FrozenMonth.organisation_id == organisation_id, FrozenMonth.quiz_id == quiz_id, _is_newest()
        )
    )
    return {month: (count, of) for month, count, of in rows}


def list_headlines(organisation_id: int, *, quiz_id: int) -> list[HeadlineRow]:
    """The newest edition of every frozen month, the newest month first."""
    figures = FrozenMonth.figures["on_time"], FrozenMonth.figures["measures"]["compliance"]
    counts = [figure[place].as_integer() for figure in figures for place in (0, 1)]
    rows = connection().execute(
        _select_editions(*counts)
        .where(FrozenMonth.organisation_id == organisation_id, FrozenMonth.quiz_id == quiz_id, _is_newest())
        .order_by(FrozenMonth.month.desc())
    )
    return [HeadlineRow(EditionRow(*row[:7]), (row[7], row[8]), (row[9], row[10])) for row in rows]


def list_editions(organisation_id: int, *, quiz_id: int, month: date) -> list[EditionRow]:
    """All editions of a month, the newest first."""
    rows = connection().execute(
        _select_editions()
        .where(
            FrozenMonth.organisation_id == organisation_id, FrozenMonth.quiz_id == quiz_id, FrozenMonth.month == month
        )
        .order_by(FrozenMonth.edition.desc())
    )
    return [EditionRow(*row) for row in rows]


def list_frozen(organisation_id: int, *, quiz_id: int) -> frozenset[date]:
    """The months of a quiz that are frozen."""
    rows = connection().scalars(
        sa.select(FrozenMonth.month).where(
            FrozenMonth.organisation_id == organisation_id, FrozenMonth.quiz_id == quiz_id
        )
    )
    return frozenset(rows)


def find_figures(organisation_id: int, *, frozen_month_id: int) -> Mapping[str, Any] | None:
    """The figures of one edition, as they were written."""
    return connection().scalar(
        sa.select(FrozenMonth.figures).where(
            FrozenMonth.organisation_id == organisation_id, FrozenMonth.id == frozen_month_id
        )
    )


def find_frozen_facts(organisation_id: int, *, frozen_month_id: int, on: ReportDay) -> FrozenFacts:
    """The facts of an edition, one row a person."""
    condition = sa.and_(
        FrozenStanding.organisation_id == organisation_id, FrozenStanding.frozen_month_id == frozen_month_id
    )
    table = FrozenStanding.__table__
    moment = Moment(on, datetime.max)
    return FrozenFacts(table, condition, FrozenStanding.returned_on.expression, moment)


def count_standings(
    organisation_id: int,
    *,
    frozen_month_id: int,
    on: ReportDay,
    team_ids: Collection[int] | None = None,
    without_team: bool = False,
) -> list[Crowd]:
    """The people of an edition, or of some of its teams, in crowds."""
    facts = find_frozen_facts(organisation_id, frozen_month_id=frozen_month_id, on=on)
    single = _narrow(sa.select(code_of(facts).label("code")).where(facts.condition), team_ids, without_team)
    people = single.subquery("person_of")
    rows = connection().execute(sa.select(people.c.code, sa.func.count()).group_by(people.c.code))
    return [Crowd(None, code, read_code(code, facts.moment), number) for code, number in rows]


def list_standings(
    organisation_id: int,
    *,
    frozen_month_id: int,
    on: ReportDay,
    listing: Listing,
    limit: int | None = None,
    offset: int = 0,
) -> list[StandingRow]:
    """The people of a list of an edition, or one part of it."""
    facts = find_frozen_facts(organisation_id, frozen_month_id=frozen_month_id, on=on)
    rows = connection().execute(_select_rows(facts, listing).limit(limit).offset(offset))
    return [StandingRow(Standing(*row[5:]), *row[:5]) for row in rows]


def stream_standings(
    organisation_id: int, *, held: Connection, frozen_month_id: int, on: ReportDay, listing: Listing
) -> Iterator[StandingRow]:
    """The same row by row from a connection of its own."""
    facts = find_frozen_facts(organisation_id, frozen_month_id=frozen_month_id, on=on)
    options = {"stream_results": True, "yield_per": AT_A_TIME}
    for row in held.execute(_select_rows(facts, listing), execution_options=options):
        yield StandingRow(Standing(*row[5:]), *row[:5])


def list_due(
    organisation_id: int, *, frozen_month_id: int, team_ids: Collection[int] | None = None, without_team: bool = False
) -> list[DuePerson]:
    """Who fell due in the month of an edition, by name."""
    mine = (FrozenDue.organisation_id == organisation_id, FrozenDue.frozen_month_id == frozen_month_id)
    columns = (FrozenDue.person_id, FrozenDue.name, FrozenDue.team_id, FrozenDue.team)
    found = sa.select(*columns, FrozenDue.due_on, FrozenDue.passed_on).where(*mine)
    if team_ids is not None:
        found = found.where(FrozenDue.team_id.in_(team_ids))
    if without_team:
        found = found.where(FrozenDue.team_id.is_(None))
    rows = connection().execute(found.order_by(sa.func.lower(FrozenDue.name), FrozenDue.name, FrozenDue.person_id))
    return [DuePerson(*row) for row in rows]


def _select_editions(*more: sa.ColumnElement[Any]) -> _Select:
    columns = (FrozenMonth.id, FrozenMonth.month, FrozenMonth.edition, FrozenMonth.taken_at)
    return sa.select(*columns, Person.name, FrozenMonth.job, FrozenMonth.reason, *more).outerjoin(
        Person, Person.id == FrozenMonth.person_id
    )


def _is_newest() -> sa.ColumnElement[bool]:
    newer = sa.exists().where(
        _Newer.quiz_id == FrozenMonth.quiz_id,
        _Newer.month == FrozenMonth.month,
        _Newer.edition > FrozenMonth.edition,
    )
    return ~newer.correlate(FrozenMonth)


def _narrow(rows: _Select, team_ids: Collection[int] | None, without_team: bool) -> _Select:
    if team_ids is not None:
        rows = rows.where(FrozenStanding.team_id.in_(team_ids))
    return rows.where(FrozenStanding.team_id.is_(None)) if without_team else rows


def _select_rows(facts: FrozenFacts, listing: Listing) -> _Select:
    printed = (FrozenStanding.name, FrozenStanding.team_id, FrozenStanding.team)
    columns: list[Any] = [*printed, FrozenStanding.score, FrozenStanding.count, *_STANDING]
    rows: _Select = sa.select(*columns).where(facts.condition)
    rows = _narrow(rows, listing.team_ids, listing.without_team)
    if listing.codes is not None:
        rows = rows.where(code_of(facts).in_(listing.codes))
    return rows.order_by(*_order(facts, listing))


def _order(facts: FrozenFacts, listing: Listing) -> Sequence[sa.ColumnElement[Any]]:
    """By one column, rows without a value last either way; equals by name."""
    name = FrozenStanding.name.expression
    by_name = [sa.func.lower(name), name, FrozenStanding.person_id.expression]
    if listing.sort == "name":
        return [by_name[0].desc(), name.desc(), by_name[2]] if listing.descending else by_name
    values: dict[str, sa.ColumnElement[Any]] = {
        "team": sa.func.lower(FrozenStanding.team),
        "start": facts.start_date,
        "due": facts.due_on,
        "passed": FrozenStanding.passed_on.expression,
        "score": sa.cast(FrozenStanding.score, sa.Float) / FrozenStanding.count,
    }
    if listing.sort == "status":
        values["status"] = sa.case(dict(listing.status_ranks or {}), value=code_of(facts), else_=None)
    value = values[listing.sort]
    return [value.is_(None), value.desc() if listing.descending else value, *by_name]
