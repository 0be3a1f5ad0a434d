"""Who began between two days, and when they first passed a quiz: leavers stay in, the returned of a year do not.

Somebody has left when their employment is over: posts that overlap or follow on the next day are one employment.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.storage.db import connection
from quizapp.storage.facts.day_arithmetic import days_after
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post, TeamMembership

# Made once: an alias costs more than the rest of the statement.
_Other, _Ending, _GoingOn = aliased(Post), aliased(Post), aliased(Post)
_Found = sa.Select[int, int, date, date | None, date]
_YEAR: sa.ColumnElement[int] = sa.literal_column("365")
_DAY: sa.ColumnElement[int] = sa.literal_column("1")
_COUNTED = sorted(HEADLINE_STAFF_TYPES)


@dataclass(frozen=True, slots=True)
class StarterCount:
    """So many people who began on one day, left on one day or not, and first passed on one day or not."""

    start_date: date
    end_date: date | None
    passed_on: date | None
    people: int


@dataclass(frozen=True, slots=True)
class StarterRow:
    """One of them, with the team of the first day."""

    person_id: int
    name: str
    team_id: int | None
    start_date: date
    end_date: date | None
    passed_on: date | None


def count_starters(organisation_id: int, *, quiz_id: int, first: date, last: date, day: date) -> list[StarterCount]:
    """Those who began from one day to another, as known on a day, in as few rows as tell them apart."""
    found = _select_starters(organisation_id, quiz_id=quiz_id, first=first, last=last, day=day).subquery("starters")
    columns = (found.c.start_date, found.c.end_date, found.c.passed_on)
    rows = connection().execute(sa.select(*columns, sa.func.count()).group_by(*columns).order_by(found.c.start_date))
    return [StarterCount(*row) for row in rows]


def list_starters(organisation_id: int, *, quiz_id: int, first: date, last: date, day: date) -> list[StarterRow]:
    """The same people one by one, by name."""
    found = _select_starters(organisation_id, quiz_id=quiz_id, first=first, last=last, day=day).subquery("starters")
    first_day: Any = found.c.start_date
    there = sa.and_(TeamMembership.post_id == found.c.post_id, holds_on(TeamMembership, first_day))
    rows = connection().execute(
        sa.select(
            Person.id, Person.name, TeamMembership.team_id, found.c.start_date, found.c.end_date, found.c.passed_on
        )
        .select_from(found)
        .join(Person, Person.id == found.c.person_id)
        .outerjoin(TeamMembership, there)
        .order_by(Person.name, Person.id)
    )
    return [StarterRow(*row) for row in rows]


def _select_starters(organisation_id: int, *, quiz_id: int, first: date, last: date, day: date) -> _Found:
    """A pass that had run out before the first day is none; one that was taken early counts."""
    first_pass = (
        sa.select(sa.func.min(Completion.passed_on))
        .join(Assignment, Assignment.id == Completion.assignment_id)
        .where(Assignment.person_id == Post.person_id, Assignment.quiz_id == quiz_id, Completion.passed_on <= day)
        .where(sa.or_(Completion.valid_until.is_(None), Completion.valid_until >= Post.start_date))
        .correlate(Post)
        .scalar_subquery()
    )
    given = sa.exists().where(
        Assignment.person_id == Post.person_id,
        Assignment.quiz_id == quiz_id,
        Assignment.from_date <= day,
        sa.or_(Assignment.until_date.is_(None), Assignment.until_date > Post.start_date),
    )
    return sa.select(
        Post.id.label("post_id"),
        Post.person_id,
        Post.start_date,
        _last_day_of_employment().label("end_date"),
        first_pass.label("passed_on"),
    ).where(
        Post.organisation_id == organisation_id,
        Post.is_primary,
        Post.staff_type.in_(_COUNTED),
        Post.start_date.between(first, min(last, day)),
        given.correlate(Post),
        ~_was_there_before(),
    )


def _was_there_before() -> sa.ColumnElement[bool]:
    """Whether another post of the person began earlier and went on until less than a year before this one."""
    earlier = sa.or_(
        _Other.start_date < Post.start_date,
        sa.and_(_Other.start_date == Post.start_date, _Other.id < Post.id),
    )
    lately = sa.or_(_Other.end_date.is_(None), days_after(_Other.end_date, _YEAR) >= Post.start_date)
    return sa.exists().where(_Other.person_id == Post.person_id, earlier, lately).correlate(Post)


def _last_day_of_employment() -> sa.ColumnElement[date | None]:
    """The end of the first post, from the start on, that no other one goes on after; None while one has no end."""
    goes_on = sa.exists().where(
        _GoingOn.person_id == _Ending.person_id,
        _GoingOn.staff_type.in_(_COUNTED),
        _GoingOn.start_date <= days_after(_Ending.end_date, _DAY),
        sa.or_(_GoingOn.end_date.is_(None), _GoingOn.end_date > _Ending.end_date),
    )
    first_break = (
        sa.select(sa.func.min(_Ending.end_date))
        .where(_Ending.person_id == Post.person_id, _Ending.staff_type.in_(_COUNTED))
        .where(_Ending.end_date >= Post.end_date, ~goes_on.correlate(_Ending))
        .correlate(Post)
        .scalar_subquery()
    )
    # Most starters hold a post without an end: nothing is looked up for them.
    return sa.case((Post.end_date.is_not(None), first_break))
