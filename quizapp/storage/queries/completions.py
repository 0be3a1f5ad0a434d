"""Passes and their certificates."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.models.quiz import Quiz, QuizBlueprint


def find_own(organisation_id: int, *, person_id: int, code: str) -> Completion | None:
    """A person's own pass by its certificate code."""
    return db.session.scalars(
        sa.select(Completion)
        .join(Assignment, Assignment.id == Completion.assignment_id)
        .where(
            Completion.organisation_id == organisation_id,
            Assignment.person_id == person_id,
            Completion.certificate_code == code,
        )
    ).one_or_none()


def list_own(organisation_id: int, *, person_id: int) -> list[Completion]:
    """All passes of a person, the newest first, also of assignments that have ended."""
    return list(
        db.session.scalars(
            sa.select(Completion)
            .join(Assignment, Assignment.id == Completion.assignment_id)
            .where(Completion.organisation_id == organisation_id, Assignment.person_id == person_id)
            .order_by(Completion.passed_at.desc(), Completion.id.desc())
        )
    )


def find_day_of_next(organisation_id: int, *, completion: Completion) -> date | None:
    """The day on which the same person passed the same quiz again after this pass, by whatever assignment."""
    own, other = aliased(Assignment), aliased(Assignment)
    later = sa.tuple_(Completion.passed_at, Completion.id) > (completion.passed_at, completion.id)
    return db.session.scalar(
        sa.select(Completion.passed_on)
        .join(other, other.id == Completion.assignment_id)
        .join(own, sa.and_(own.person_id == other.person_id, own.quiz_id == other.quiz_id))
        .where(Completion.organisation_id == organisation_id, own.id == completion.assignment_id, later)
        .order_by(Completion.passed_at, Completion.id)
        .limit(1)
    )


def find_by_attempt(organisation_id: int, *, attempt_id: int) -> Completion | None:
    """The pass an attempt earned."""
    return db.session.scalars(
        sa.select(Completion).where(Completion.organisation_id == organisation_id, Completion.attempt_id == attempt_id)
    ).one_or_none()


def add(organisation_id: int, *, values: dict[str, Any]) -> None:
    """Keep a pass with the names of the day; one statement, so that the last answer stays within its budget."""
    named = {
        "person_name": Person.name,
        "organisation_name": Organisation.name,
        "quiz_title": Quiz.title,
        "edition": QuizBlueprint.number,
    }
    given = [sa.literal(value, Completion.__table__.c[name].type) for name, value in values.items()]
    earned = (
        sa.select(Attempt.organisation_id, *given, *named.values())
        .join(QuizBlueprint, QuizBlueprint.id == Attempt.quiz_blueprint_id)
        .join(Quiz, Quiz.id == QuizBlueprint.quiz_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Person, Person.id == Assignment.person_id)
        .join(Organisation, Organisation.id == Attempt.organisation_id)
        .where(Attempt.organisation_id == organisation_id, Attempt.id == values["attempt_id"])
    )
    names = ["organisation_id", *values, *named]
    db.session.execute(sa.insert(Completion).from_select(names, earned))
