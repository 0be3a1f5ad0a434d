"""Passes and their certificates."""

import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.completion import Completion


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


def find_by_attempt(organisation_id: int, *, attempt_id: int) -> Completion | None:
    """The pass an attempt earned."""
    return db.session.scalars(
        sa.select(Completion).where(Completion.organisation_id == organisation_id, Completion.attempt_id == attempt_id)
    ).one_or_none()


def add(organisation_id: int, *, values: dict[str, object]) -> None:
    """Keep a pass; one statement, so that the last answer stays within its budget."""
    db.session.execute(sa.insert(Completion).values(organisation_id=organisation_id, **values))
