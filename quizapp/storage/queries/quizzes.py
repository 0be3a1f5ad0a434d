"""Quizzes, the editions of their recipe, and how many people they concern."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.document import Document, DocumentVersion
from quizapp.storage.models.quiz import Quiz, QuizBlueprint


def list_quizzes(organisation_id: int) -> list[Row[Quiz, QuizBlueprint]]:
    """Every quiz with the recipe in force, by title; those that were withdrawn come last."""
    return list(
        db.session.execute(
            sa.select(Quiz, QuizBlueprint)
            .join(QuizBlueprint, QuizBlueprint.id == _newest_recipe())
            .where(Quiz.organisation_id == organisation_id)
            .order_by(Quiz.withdrawn_at.is_not(None), Quiz.title)
        )
    )


def find_quiz(organisation_id: int, *, quiz_id: int) -> Row[Quiz, QuizBlueprint] | None:
    """One quiz with the recipe in force."""
    return db.session.execute(
        sa.select(Quiz, QuizBlueprint)
        .join(QuizBlueprint, QuizBlueprint.id == _newest_recipe())
        .where(Quiz.organisation_id == organisation_id, Quiz.id == quiz_id)
    ).one_or_none()


def find_quiz_of(organisation_id: int, *, assignment_id: int) -> Row[Quiz, QuizBlueprint] | None:
    """The quiz of an assignment with the recipe in force."""
    return db.session.execute(
        sa.select(Quiz, QuizBlueprint)
        .join(QuizBlueprint, QuizBlueprint.id == _newest_recipe())
        .join(Assignment, Assignment.quiz_id == Quiz.id)
        .where(Quiz.organisation_id == organisation_id, Assignment.id == assignment_id)
    ).one_or_none()


def lock_quiz(organisation_id: int, *, quiz_id: int) -> Quiz | None:
    """A quiz, held until the transaction ends against everybody who would change it or give it to people."""
    wanted = sa.select(Quiz).where(Quiz.organisation_id == organisation_id, Quiz.id == quiz_id)
    return db.session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).one_or_none()


def find_recipe(organisation_id: int, *, quiz_id: int) -> QuizBlueprint | None:
    """The newest edition of a quiz's recipe; None before the first is published."""
    return db.session.scalars(
        sa.select(QuizBlueprint)
        .where(QuizBlueprint.organisation_id == organisation_id, QuizBlueprint.quiz_id == quiz_id)
        .order_by(QuizBlueprint.number.desc())
        .limit(1)
    ).one_or_none()


def add_quiz(organisation_id: int, *, values: Mapping[str, object]) -> int:
    """The id of the quiz with this title; it is made where there is none, whoever is quicker."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    new = insert(Quiz).values(organisation_id=organisation_id, **values).on_conflict_do_nothing()
    db.session.execute(new)
    wanted = (Quiz.organisation_id == organisation_id, Quiz.title == values["title"])
    return db.session.scalars(sa.select(Quiz.id).where(*wanted)).one()


def list_pages(organisation_id: int) -> dict[int, tuple[str, int, int]]:
    """For each quiz the title of its page, the edition it asks about, and the newest edition there is."""
    newest = (
        sa.select(sa.func.max(DocumentVersion.number))
        .where(DocumentVersion.document_id == Document.id)
        .correlate(Document)
        .scalar_subquery()
    )
    rows = db.session.execute(
        sa.select(Quiz.id, Document.title, DocumentVersion.number, newest)
        .join(QuizBlueprint, QuizBlueprint.id == _newest_recipe())
        .join(DocumentVersion, DocumentVersion.id == QuizBlueprint.document_version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(Quiz.organisation_id == organisation_id)
    )
    return {quiz_id: (title, number, latest) for quiz_id, title, number, latest in rows}


def count_people(organisation_id: int) -> dict[int, int]:
    """How many people hold each quiz now."""
    rows = db.session.execute(
        sa.select(Assignment.quiz_id, sa.func.count())
        .where(Assignment.organisation_id == organisation_id, Assignment.until_date.is_(None))
        .group_by(Assignment.quiz_id)
    )
    return {quiz_id: people for quiz_id, people in rows}  # noqa: C416 - dict() does not take rows


def count_open(organisation_id: int, *, quiz_id: int) -> int:
    """How many attempts at a quiz are under way."""
    under_way = (
        sa.select(sa.func.count(Attempt.id))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(
            Attempt.organisation_id == organisation_id,
            Assignment.quiz_id == quiz_id,
            Attempt.state == AttemptState.OPEN,
        )
    )
    return db.session.scalars(under_way).one()


def count_passed(organisation_id: int, *, quiz_id: int) -> int:
    """How many people have ever passed a quiz."""
    passed = (
        sa.select(sa.func.count(sa.distinct(Assignment.person_id)))
        .join(Completion, Completion.assignment_id == Assignment.id)
        .where(Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
    )
    return db.session.scalars(passed).one()


def end_assignments(organisation_id: int, *, quiz_id: int, day: date) -> int:
    """From this day nobody holds a quiz any more, nor is it due; returns how many held it."""
    held = sa.select(Assignment.id).where(Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
    for table, condition in (
        (DueDate, DueDate.assignment_id.in_(held)),
        (Assignment, Assignment.quiz_id == quiz_id),
    ):
        ended = db.session.execute(
            sa.update(table)
            .where(table.organisation_id == organisation_id, condition, table.until_date.is_(None))
            .values(until_date=sa.case((table.from_date > day, table.from_date), else_=day))
            .returning(table.id)
            .execution_options(synchronize_session=False)
        ).all()
    return len(ended)


def _newest_recipe() -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.max(QuizBlueprint.id))
        .where(QuizBlueprint.quiz_id == Quiz.id)
        .correlate(Quiz)
        .scalar_subquery()
    )
