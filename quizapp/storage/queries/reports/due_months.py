"""Who fell due in a month, and whether they had passed by then: what on-time completion counts.

A due date is taken as it was known at the end of its own month: as it was set by then, and put off by every long
absence that was over by then. It is put off for nobody who held a pass when the absence began: they stay in the month
they were due in and are counted once. Who has left since is still counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.deadlines import DAYS_AFTER_RETURN
from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.storage.db import db
from quizapp.storage.facts.day_arithmetic import days_after, month_end
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team

# Made once: an alias costs more than the rest of the statement.
_Earlier, _Later, _Away = aliased(Post), aliased(Assignment), aliased(Absence)
_PAUSE: sa.ColumnElement[int] = sa.literal_column(str(DAYS_AFTER_RETURN))


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody who fell due on a day, the team they stood in then, and the first pass up to the end of that month.

    A pass that had run out before the day is none.
    """

    person_id: int
    name: str
    team_id: int | None
    team: str | None
    due_on: date
    passed_on: date | None


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many people fell due on one day, and how many of them had passed by the end of it."""

    due_on: date
    on_time: int
    people: int


@dataclass(frozen=True, slots=True)
class DueShare:
    """How many passed on time, of how many who fell due."""

    on_time: int
    people: int


def list_due(organisation_id: int, *, quiz_id: int, first: date, last: date) -> list[DuePerson]:
    """The people who fell due from one day to another, by name; within one month nobody is there twice."""
    due = _due_between(organisation_id, quiz_id=quiz_id, first=first, last=last)
    rows = db.session.execute(_select_people(due).order_by(Person.name, Person.id, due.c.due_on))
    return [DuePerson(*row) for row in rows]


def select_due(organisation_id: int, *, quiz_id: int, first: date, last: date) -> sa.Select[Any]:
    """The same as a statement, with the fields of `DuePerson` as its columns."""
    return _select_people(_due_between(organisation_id, quiz_id=quiz_id, first=first, last=last))


def count_due(organisation_id: int, *, quiz_id: int, first: date, last: date) -> list[DueCount]:
    """How many fell due on each day, and how many on time; as many months as wanted in one statement."""
    due = _due_between(organisation_id, quiz_id=quiz_id, first=first, last=last)
    day: Any = due.c.due_on
    passed = sa.exists().where(
        Completion.assignment_id == due.c.assignment_id, Completion.passed_on <= day, _had_not_run_out(day)
    )
    rows = db.session.execute(
        sa.select(day, sa.func.sum(sa.case((passed, 1), else_=0)), sa.func.count()).group_by(day).order_by(day)
    )
    return [DueCount(*row) for row in rows]


def count_due_by_team(organisation_id: int, *, quiz_id: int, first: date, last: date) -> dict[int | None, DueShare]:
    """The same by the team people stood in on their due date; None is no team."""
    people = select_due(organisation_id, quiz_id=quiz_id, first=first, last=last).subquery("people")
    on_time = sa.case((people.c.passed_on <= people.c.due_on, 1), else_=0)
    rows = db.session.execute(
        sa.select(people.c.team_id, sa.func.sum(on_time), sa.func.count()).group_by(people.c.team_id)
    )
    return {team_id: DueShare(*counts) for team_id, *counts in rows}


def find_first_due(organisation_id: int, *, quiz_id: int) -> date | None:
    """The earliest due date that was ever set for a quiz; before it nobody can have fallen due."""
    return db.session.scalar(
        sa.select(sa.func.min(DueDate.due_on))
        .join(Assignment, Assignment.id == DueDate.assignment_id)
        .where(DueDate.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
    )


def _select_people(due: sa.Subquery) -> sa.Select[Any]:
    day: Any = due.c.due_on
    columns = (Person.id, Person.name, TeamMembership.team_id, Team.name.label("team"))
    first_pass = (
        sa.select(sa.func.min(Completion.passed_on))
        .where(Completion.assignment_id == due.c.assignment_id, Completion.passed_on <= month_end(day))
        .where(_had_not_run_out(day))
        .scalar_subquery()
    )
    return (
        sa.select(*columns, day, first_pass.label("passed_on"))
        .select_from(due)
        .join(Person, Person.id == due.c.person_id)
        .outerjoin(TeamMembership, sa.and_(TeamMembership.post_id == due.c.post_id, holds_on(TeamMembership, day)))
        .outerjoin(Team, Team.id == TeamMembership.team_id)
    )


def _due_between(organisation_id: int, *, quiz_id: int, first: date, last: date) -> sa.Subquery:
    """Each person who fell due: those whom an absence put off, and those whose date stood as it was set."""
    mine = (Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
    put_off = _select_put_off(mine, first=first, last=last)
    again = sa.exists().where(
        put_off.c.assignment_id == Assignment.id, month_end(put_off.c.due_on) == month_end(DueDate.due_on)
    )
    as_set = (
        _select_fallen(DueDate.due_on)
        .where(*mine, DueDate.due_on.between(first, last))
        .where(~_stands_in_the_way(DueDate.due_on, days_after(_Away.until_date, _PAUSE) > DueDate.due_on))
        .where(~again.correlate(Assignment, DueDate))
    )
    return sa.union_all(sa.select(put_off), as_set).subquery("due")


def _select_put_off(mine: Sequence[sa.ColumnElement[bool]], *, first: date, last: date) -> sa.CTE:
    """By the last absence that was over; where two posts say two days of one month, the later one."""
    day, pause = days_after(Absence.until_date, _PAUSE), timedelta(days=DAYS_AFTER_RETURN)
    later = sa.or_(
        _Away.until_date > Absence.until_date,
        sa.and_(_Away.until_date == Absence.until_date, _Away.id > Absence.id),
    )
    found = (
        _select_fallen(day)
        .join(Absence, Absence.post_id == Post.id)
        .where(*mine, Absence.until_date.between(first - pause, last - pause))
        .where(Absence.until_date > Absence.from_date, day > DueDate.due_on)
        .where(~_stands_in_the_way(day, later), ~_had_passed_before(Absence))
    ).subquery("found")
    rank = sa.func.row_number().over(
        partition_by=(found.c.assignment_id, month_end(found.c.due_on)), order_by=found.c.due_on.desc()
    )
    ranked = sa.select(found, rank.label("rank")).subquery("ranked")
    columns = (ranked.c.assignment_id, ranked.c.person_id, ranked.c.post_id, ranked.c.due_on)
    return sa.select(*columns).where(ranked.c.rank == 1).cte("put_off")


def _select_fallen(day: Any) -> sa.Select[int, int, int, date]:
    """Whoever held the quiz and was in post on the day, in a staff type that counts."""
    return (
        sa.select(
            Assignment.id.label("assignment_id"),
            Assignment.person_id.label("person_id"),
            Post.id.label("post_id"),
            sa.type_coerce(day, sa.Date).label("due_on"),
        )
        .select_from(DueDate)
        .join(Assignment, Assignment.id == DueDate.assignment_id)
        .join(Post, Post.person_id == Assignment.person_id)
        .where(_covers(Post, day), _is_in_force(month_end(day)), holds_on(Assignment, day), _is_newest(month_end(day)))
        .where(Post.staff_type.in_(sorted(HEADLINE_STAFF_TYPES)), ~_has_earlier(day))
    )


def _is_in_force(on: Any) -> sa.ColumnElement[bool]:
    """Whether a due date holds on a day, or was the last to hold when the assignment ended."""
    ended_with_it = sa.and_(DueDate.until_date == Assignment.until_date, DueDate.until_date > DueDate.from_date)
    goes_on = sa.or_(DueDate.until_date.is_(None), DueDate.until_date > on, ended_with_it)
    return sa.and_(DueDate.from_date <= on, goes_on)


def _is_newest(on: Any) -> sa.ColumnElement[bool]:
    """Whether the person was given the quiz no second time by a day; so nobody counts twice in a month."""
    again = sa.exists().where(
        _Later.person_id == Assignment.person_id,
        _Later.quiz_id == Assignment.quiz_id,
        _Later.id > Assignment.id,
        _Later.from_date <= on,
    )
    return sa.or_(Assignment.until_date.is_(None), ~again.correlate(Assignment, DueDate, Absence))


def _has_earlier(day: Any) -> sa.ColumnElement[bool]:
    """Whether another primary post covers the day and began before."""
    before = sa.or_(
        _Earlier.start_date < Post.start_date,
        sa.and_(_Earlier.start_date == Post.start_date, _Earlier.id < Post.id),
    )
    earlier = sa.exists().where(_Earlier.person_id == Post.person_id, _covers(_Earlier, day), before)
    return earlier.correlate(Post, DueDate, Absence)


def _covers(post: Any, day: Any) -> sa.ColumnElement[bool]:
    return sa.and_(post.is_primary, post.start_date <= day, sa.or_(post.end_date.is_(None), post.end_date >= day))


def _stands_in_the_way(day: Any, condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Whether somebody was away on a day, or put off by an absence that meets a condition and was over that month."""
    is_over = sa.and_(_Away.until_date <= month_end(day), _Away.until_date > _Away.from_date, condition)
    puts_off = sa.and_(is_over, ~_had_passed_before(_Away))
    found = sa.exists().where(_Away.post_id == Post.id, sa.or_(holds_on(_Away, day), puts_off))
    return found.correlate(Post, DueDate, Absence)


def _had_passed_before(absence: Any) -> sa.ColumnElement[bool]:
    """Whether somebody had passed, in time or late, when an absence began: then it puts nothing off."""
    passed = sa.exists().where(
        Completion.assignment_id == Assignment.id,
        Completion.passed_on < absence.from_date,
        _had_not_run_out(DueDate.due_on),
    )
    return passed.correlate(Assignment, DueDate, absence)


def _had_not_run_out(day: Any) -> sa.ColumnElement[bool]:
    """Whether a pass was valid on a day, or came after it."""
    return sa.or_(Completion.valid_until.is_(None), Completion.valid_until >= day)
