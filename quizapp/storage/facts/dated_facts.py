"""The dated facts about everybody who holds a quiz, as known on any day: what every report selects from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.deadlines import DAYS_AFTER_RETURN, ReportDay
from quizapp.storage.facts.day_arithmetic import days_after
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.post import Absence, Post, TeamMembership

# Made once: an alias costs more than the rest of the statement.
_Earlier, _Newer, _Tried, _Earned = aliased(Post), aliased(Completion), aliased(Attempt), aliased(Completion)
_Held, _Once = aliased(Post), aliased(TeamMembership)


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a report speaks of, and the moment it ends there: local midnight, or now while it is under way."""

    on: ReportDay
    ends: datetime

    @property
    def day(self) -> date:
        """The calendar day."""
        return self.on.day


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts people are counted by on a day, and the first day back from the last long absence."""

    source: sa.FromClause
    condition: sa.ColumnElement[bool]
    returned_on: sa.ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be selected: one row a person in post on the day, or to begin later, who holds the quiz."""

    source: sa.FromClause
    condition: sa.ColumnElement[bool]
    returned_on: sa.ColumnElement[Any]
    moment: Moment

    @property
    def staff_type(self) -> sa.ColumnElement[Any]:
        """Of the post."""
        return Post.staff_type.expression

    @property
    def start_date(self) -> sa.ColumnElement[Any]:
        """Of the post."""
        return Post.start_date.expression

    @property
    def absence(self) -> sa.ColumnElement[Any]:
        """The kind of long absence on the day, or nothing."""
        return Absence.kind.expression

    @property
    def due_as_set(self) -> sa.ColumnElement[Any]:
        """The due date whatever absences there were."""
        return DueDate.due_on.expression

    @property
    def has_no_pass(self) -> sa.ColumnElement[bool]:
        """Whether the person has never passed."""
        return Completion.id.is_(None)

    @property
    def valid_until(self) -> sa.ColumnElement[Any]:
        """The last day of the newest pass, or nothing where it holds for good."""
        return Completion.valid_until.expression

    @property
    def due_on(self) -> sa.ColumnElement[Any]:
        """The due date after any long absence."""
        set_on, back = self.due_as_set, days_after(self.returned_on, sa.literal_column(str(DAYS_AFTER_RETURN)))
        return sa.case((sa.and_(self.returned_on.is_not(None), back > set_on), back), else_=set_on)

    @property
    def open_attempts(self) -> sa.ColumnElement[int]:
        """How many tries were begun by then and not submitted."""
        day, ends = self.moment.day, self.moment.ends
        later = sa.or_(_Tried.submitted_on.is_(None), _Tried.submitted_on > day)
        return _count_attempts(_Tried.started_at <= ends, later)

    @property
    def submitted_attempts(self) -> sa.ColumnElement[int]:
        """How many tries were submitted by then."""
        return _count_attempts(_Tried.submitted_on <= self.moment.day)

    @property
    def first_passed_on(self) -> sa.ColumnElement[date]:
        """The day of the first pass."""
        return (
            sa.select(sa.func.min(_Earned.passed_on))
            .where(_Earned.assignment_id == Assignment.id, _Earned.passed_on <= self.moment.day)
            .correlate(Assignment)
            .scalar_subquery()
        )


def find_facts(organisation_id: int, *, quiz_id: int, moment: Moment, team_ids: Collection[int] | None = None) -> Facts:
    """The facts about everybody, or about whoever stands in some teams on the day.

    A person counts once, by the primary post that covers the day, or else the first one to come. The absence of the
    day is joined as `Absence`, the newest pass as `Completion`. Sets are joined, so that a million people take one
    pass over each table.
    """
    day = moment.day
    inside = None if team_ids is None else sa.select(_Once.post_id).where(_Once.team_id.in_(team_ids))
    posts = find_posts(organisation_id, day=day, among=inside)
    source = (
        posts.source.join(Assignment, Assignment.person_id == Post.person_id)
        .outerjoin(TeamMembership, sa.and_(TeamMembership.post_id == Post.id, _stands_there(day)))
        .outerjoin(DueDate, sa.and_(DueDate.assignment_id == Assignment.id, holds_on(DueDate, day)))
        .outerjoin(Completion, sa.and_(Completion.assignment_id == Assignment.id, _is_newest_pass(day)))
    )
    condition = sa.and_(
        posts.condition,
        Assignment.organisation_id == organisation_id,
        Assignment.quiz_id == quiz_id,
        holds_on(Assignment, day),
    )
    if team_ids is not None:
        # The second condition follows from the first; it lets the database begin with the team, not with everybody.
        ever_in = sa.select(_Held.person_id).join(_Once, _Once.post_id == _Held.id).where(_Once.team_id.in_(team_ids))
        condition = sa.and_(condition, TeamMembership.team_id.in_(team_ids), Assignment.person_id.in_(ever_in))
    return Facts(source, condition, posts.returned_on, moment)


def find_posts(organisation_id: int, *, day: date, among: sa.Select[int] | None = None) -> Posts:
    """Everybody's post of the day, or that of some, with the absence it is in joined as `Absence`."""
    away = _absences(organisation_id, day=day, among=among)
    source = sa.outerjoin(Post, away, away.c.post_id == Post.id).outerjoin(Absence, Absence.id == away.c.absence_id)
    return Posts(source, _is_current(day), away.c.returned_on)


def _is_current(day: date) -> sa.ColumnElement[bool]:
    """Primary and not over, with none before it that is not over either."""
    earlier = sa.or_(
        _Earlier.start_date < Post.start_date,
        sa.and_(_Earlier.start_date == Post.start_date, _Earlier.id < Post.id),
    )
    before = sa.exists().where(
        _Earlier.person_id == Post.person_id, _Earlier.is_primary, _goes_on(_Earlier, day), earlier
    )
    return sa.and_(Post.is_primary, _goes_on(Post, day), ~before.correlate(Post))


def _goes_on(post: Any, day: date) -> sa.ColumnElement[bool]:
    return sa.or_(post.end_date.is_(None), post.end_date >= day)


def _stands_there(day: date) -> sa.ColumnElement[bool]:
    """Whether a membership covers the day, or the first day of a post that is still to come."""
    first = sa.case((Post.start_date > day, Post.start_date), else_=sa.literal(day, sa.Date))
    return sa.and_(
        TeamMembership.from_date <= first,
        sa.or_(TeamMembership.until_date.is_(None), TeamMembership.until_date > first),
    )


def _is_newest_pass(day: date) -> sa.ColumnElement[bool]:
    newer = sa.exists().where(
        _Newer.assignment_id == Completion.assignment_id, _Newer.passed_on <= day, _Newer.id > Completion.id
    )
    return sa.and_(Completion.passed_on <= day, ~newer.correlate(Completion))


def _absences(organisation_id: int, *, day: date, among: sa.Select[int] | None) -> sa.Subquery:
    """For each post the absence it is in (the one noted last), and the first day back from those that are over.

    One that was undone has no length.
    """
    goes_on = sa.or_(Absence.until_date.is_(None), Absence.until_date > day)
    is_over = sa.and_(Absence.until_date <= day, Absence.until_date > Absence.from_date)
    found = (
        sa.select(
            Absence.post_id,
            sa.func.max(sa.case((goes_on, Absence.id))).label("absence_id"),
            sa.func.max(sa.case((is_over, Absence.until_date))).label("returned_on"),
        )
        .where(Absence.organisation_id == organisation_id, Absence.from_date <= day)
        .group_by(Absence.post_id)
    )
    if among is not None:
        found = found.where(Absence.post_id.in_(among))
    return found.subquery("away")


def _count_attempts(*conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.count(_Tried.id))
        .where(_Tried.assignment_id == Assignment.id, *conditions)
        .correlate(Assignment)
        .scalar_subquery()
    )
