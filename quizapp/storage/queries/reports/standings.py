"""The dated facts behind every report: one row a person, as known on any day, in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Row
from sqlalchemy.orm import aliased

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Standing
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.queries.teams import holds_on

# Made once: an alias costs more than the rest of the statement.
_Held, _Once = aliased(Post), aliased(TeamMembership)
_Tried, _Earned = aliased(Attempt), aliased(Completion)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A person's standing with what a report prints beside it; the score is that of the newest pass."""

    standing: Standing
    name: str
    team_id: int | None
    score: int | None
    count: int | None


def list_standings(
    organisation_id: int, *, quiz_id: int, day: date, day_ends: datetime, team_ids: Collection[int] | None = None
) -> list[StandingRow]:
    """Everybody in post on the day, or to begin later, who holds the quiz; of some teams, or of all.

    `day_ends` is the moment the day is over in the organisation's time zone, or now.
    """
    rows = (
        sa.select(*_columns(day, day_ends=day_ends))
        .join(Assignment, sa.and_(Assignment.person_id == Person.id, holds_on(Assignment, day)))
        .join(Post, Post.id == _post_on(day))
        .outerjoin(TeamMembership, sa.and_(TeamMembership.post_id == Post.id, _stands_there(day)))
        .outerjoin(DueDate, sa.and_(DueDate.assignment_id == Assignment.id, holds_on(DueDate, day)))
        .outerjoin(Completion, Completion.id == _newest_pass(day))
        .outerjoin(Attempt, Attempt.id == Completion.attempt_id)
        .where(Person.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
        .order_by(Person.name, Person.id)
    )
    if team_ids is not None:
        # The second condition follows from the first; it lets the database begin with the team, not with everybody.
        rows = rows.where(TeamMembership.team_id.in_(team_ids), Person.id.in_(_ever_in(team_ids)))
    return [
        StandingRow(Standing(*facts), name, team_id, score, count)
        for name, team_id, score, count, *facts in db.session.execute(rows)
    ]


def find_employment(organisation_id: int, *, person_id: int, day: date) -> Row[Post, AbsenceKind | None, Any] | None:
    """The post a report counts somebody by, any long absence from it, and the first day back from the last one."""
    return db.session.execute(
        sa.select(Post, _absence_on(day), _returned_on(day))
        .select_from(Person)
        .join(Post, Post.id == _post_on(day))
        .where(Person.organisation_id == organisation_id, Person.id == person_id)
    ).one_or_none()


def _ever_in(team_ids: Collection[int]) -> sa.Select[int]:
    """Everybody who stood in one of these teams at any time."""
    return sa.select(_Held.person_id).join(_Once, _Once.post_id == _Held.id).where(_Once.team_id.in_(team_ids))


def _columns(day: date, *, day_ends: datetime) -> list[Any]:
    """What a row prints, then the facts in the order `Standing` takes them."""
    return [
        Person.name,
        TeamMembership.team_id,
        Attempt.score,
        Attempt.item_count,
        Person.id,
        Post.staff_type,
        Post.start_date,
        Post.end_date,
        _absence_on(day),
        _returned_on(day),
        DueDate.due_on,
        _count_open(day, day_ends=day_ends) > 0,
        _count_submitted(day),
        _first_pass(day),
        Completion.valid_until,
    ]


def _post_on(day: date) -> sa.ScalarSelect[int]:
    """The primary post that covers the day, or else the first one to come."""
    return (
        sa.select(_Held.id)
        .where(_Held.person_id == Person.id, _Held.is_primary)
        .where(sa.or_(_Held.end_date.is_(None), _Held.end_date >= day))
        .order_by(_Held.start_date, _Held.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _stands_there(day: date) -> sa.ColumnElement[bool]:
    """Whether a membership covers the day, or the first day of a post that is still to come."""
    first = sa.case((Post.start_date > day, Post.start_date), else_=sa.literal(day, sa.Date))
    return sa.and_(
        TeamMembership.from_date <= first,
        sa.or_(TeamMembership.until_date.is_(None), TeamMembership.until_date > first),
    )


def _newest_pass(day: date) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.max(_Earned.id))
        .where(_Earned.assignment_id == Assignment.id, _Earned.passed_on <= day)
        .correlate(Assignment)
        .scalar_subquery()
    )


def _absence_on(day: date) -> sa.ScalarSelect[AbsenceKind]:
    return (
        sa.select(Absence.kind)
        .where(Absence.post_id == Post.id, holds_on(Absence, day))
        .order_by(Absence.id)
        .limit(1)
        .correlate(Post)
        .scalar_subquery()
    )


def _returned_on(day: date) -> sa.ScalarSelect[Any]:
    """The first day back from the latest absence that is over; an absence that was undone has no length."""
    return (
        sa.select(sa.func.max(Absence.until_date))
        .where(Absence.post_id == Post.id, Absence.until_date <= day, Absence.until_date > Absence.from_date)
        .correlate(Post)
        .scalar_subquery()
    )


def _count_open(day: date, *, day_ends: datetime) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.count(_Tried.id))
        .where(
            _Tried.assignment_id == Assignment.id,
            _Tried.started_at <= day_ends,
            sa.or_(_Tried.submitted_on.is_(None), _Tried.submitted_on > day),
        )
        .correlate(Assignment)
        .scalar_subquery()
    )


def _count_submitted(day: date) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.count(_Tried.id))
        .where(_Tried.assignment_id == Assignment.id, _Tried.submitted_on <= day)
        .correlate(Assignment)
        .scalar_subquery()
    )


def _first_pass(day: date) -> sa.ScalarSelect[date]:
    return (
        sa.select(sa.func.min(_Earned.passed_on))
        .where(_Earned.assignment_id == Assignment.id, _Earned.passed_on <= day)
        .correlate(Assignment)
        .scalar_subquery()
    )
