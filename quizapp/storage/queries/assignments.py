"""Assignments with what became of them."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Row
from sqlalchemy.orm import InstrumentedAttribute, aliased

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import db
from quizapp.storage.facts.day_arithmetic import days_after
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.post import Post
from quizapp.storage.models.quiz import Quiz, QuizBlueprint

_Left, _Stayed = aliased(Post), aliased(Post)

CardRow = Row[Assignment, Quiz, QuizBlueprint, DueDate | None, Attempt | None, Completion | None]


def list_current_for(organisation_id: int, *, person_id: int, assignment_id: int | None = None) -> list[CardRow]:
    """A person's assignments, or the one asked for: quiz, recipe in force, due date, newest attempt, newest pass.

    One that has ended is there for as long as its newest attempt is open.
    """
    recipe = _newest(QuizBlueprint.id, QuizBlueprint.quiz_id == Quiz.id, Quiz)
    attempt = _newest(Attempt.id, Attempt.assignment_id == Assignment.id, Assignment)
    completion = _newest(Completion.id, Completion.assignment_id == Assignment.id, Assignment)
    cards = (
        sa.select(Assignment, Quiz, QuizBlueprint, DueDate, Attempt, Completion)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(QuizBlueprint, QuizBlueprint.id == recipe)
        .outerjoin(DueDate, sa.and_(DueDate.assignment_id == Assignment.id, DueDate.until_date.is_(None)))
        .outerjoin(Attempt, Attempt.id == attempt)
        .outerjoin(Completion, Completion.id == completion)
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.person_id == person_id,
            sa.or_(Assignment.until_date.is_(None), Attempt.state == AttemptState.OPEN),
        )
        .order_by(DueDate.due_on, Assignment.id)
    )
    if assignment_id is not None:
        cards = cards.where(Assignment.id == assignment_id)
    return list(db.session.execute(cards))


def lock_assignment(organisation_id: int, *, person_id: int, assignment_id: int) -> Assignment | None:
    """A person's assignment, ended or not, held against a second start until the transaction ends."""
    return db.session.scalars(
        sa.select(Assignment)
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.person_id == person_id,
            Assignment.id == assignment_id,
        )
        .with_for_update()
    ).one_or_none()


def list_assigned_people(organisation_id: int, *, quiz_id: int) -> frozenset[int]:
    """Everybody who holds a current assignment of a quiz."""
    return frozenset(
        db.session.scalars(
            sa.select(Assignment.person_id).where(
                Assignment.organisation_id == organisation_id,
                Assignment.quiz_id == quiz_id,
                Assignment.until_date.is_(None),
            )
        )
    )


def list_returners(organisation_id: int, *, quiz_id: int, day: date) -> list[Row[DueDate, int, date]]:
    """Due dates from before somebody left, of people who came back after a gap and hold no valid pass.

    With each the first day of the post they came back to, which may lie ahead.
    """
    left = sa.exists().where(
        _Left.person_id == Post.person_id, days_after(_Left.end_date, sa.literal_column("1")) < Post.start_date
    )
    stayed = sa.exists().where(
        _Stayed.person_id == Post.person_id,
        _Stayed.id != Post.id,
        _Stayed.start_date < Post.start_date,
        sa.or_(_Stayed.end_date.is_(None), days_after(_Stayed.end_date, sa.literal_column("1")) >= Post.start_date),
    )
    holds_pass = sa.exists().where(
        Completion.assignment_id == Assignment.id,
        sa.or_(Completion.valid_until.is_(None), Completion.valid_until >= day),
    )
    rows = (
        sa.select(DueDate, Assignment.person_id, Post.start_date)
        .join(Assignment, Assignment.id == DueDate.assignment_id)
        .join(Post, sa.and_(Post.person_id == Assignment.person_id, Post.is_primary))
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.quiz_id == quiz_id,
            Assignment.until_date.is_(None),
            DueDate.until_date.is_(None),
            sa.or_(Post.end_date.is_(None), Post.end_date >= day),
            DueDate.due_on < Post.start_date,
            left,
            ~stayed,
            ~holds_pass,
        )
        .order_by(DueDate.id)
    )
    return list(db.session.execute(rows))


def _newest(column: InstrumentedAttribute[int], condition: sa.ColumnElement[bool], of: type) -> sa.ScalarSelect[int]:
    return sa.select(sa.func.max(column)).where(condition).correlate(of).scalar_subquery()
