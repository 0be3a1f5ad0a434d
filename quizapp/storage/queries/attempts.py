"""Attempts: starting and submitting them, their papers, and what was answered."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Row
from sqlalchemy.orm import aliased

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.document import Document, DocumentVersion
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.quiz import Quiz, QuizBlueprint

_Later = aliased(Response)


def _answers(place: type[PaperItem]) -> sa.ColumnElement[bool]:
    """Whether a response is the newest to a place of the paper."""
    return sa.and_(
        Response.attempt_id == place.attempt_id,
        Response.item_version_id == place.item_version_id,
        _is_newest(Response),
    )


def _is_newest(response: type[Response]) -> sa.ColumnElement[bool]:
    """Whether no later revision of a response was given."""
    return ~(
        sa.select(_Later.id)
        .where(
            _Later.attempt_id == response.attempt_id,
            _Later.item_version_id == response.item_version_id,
            _Later.revision > response.revision,
        )
        .exists()
    )


def find_attempt(
    organisation_id: int, *, person_id: int, attempt_id: int, lock: bool = False
) -> Row[Attempt, Assignment, Quiz, DocumentVersion, Document, QuizBlueprint] | None:
    """One's own attempt with its quiz, the edition of the page it was drawn from, and its recipe."""
    found = (
        sa.select(Attempt, Assignment, Quiz, DocumentVersion, Document, QuizBlueprint)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(QuizBlueprint, QuizBlueprint.id == Attempt.quiz_blueprint_id)
        .join(Quiz, Quiz.id == QuizBlueprint.quiz_id)
        .join(DocumentVersion, DocumentVersion.id == QuizBlueprint.document_version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(
            Attempt.organisation_id == organisation_id,
            Attempt.id == attempt_id,
            Assignment.person_id == person_id,
        )
    )
    return db.session.execute(found.with_for_update(of=Attempt) if lock else found).one_or_none()


def list_attempts(organisation_id: int, *, assignment_id: int) -> list[Attempt]:
    """Every attempt of an assignment, first to last."""
    return list(
        db.session.scalars(
            sa.select(Attempt)
            .where(Attempt.organisation_id == organisation_id, Attempt.assignment_id == assignment_id)
            .order_by(Attempt.number)
        )
    )


def list_paper(organisation_id: int, *, attempt_id: int) -> list[Row[PaperItem, ItemVersion, Response | None]]:
    """The whole paper of an attempt in order, each item with what was answered."""
    return list(
        db.session.execute(
            sa.select(PaperItem, ItemVersion, Response)
            .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
            .outerjoin(Response, _answers(PaperItem))
            .where(PaperItem.organisation_id == organisation_id, PaperItem.attempt_id == attempt_id)
            .order_by(PaperItem.position)
        )
    )


def is_kept(organisation_id: int, *, attempt_id: int, token: str) -> bool:
    """Whether the press with this token was kept as an answer."""
    wanted = (Response.organisation_id == organisation_id, Response.attempt_id == attempt_id, Response.token == token)
    return db.session.scalar(sa.select(Response.id).where(*wanted).limit(1)) is not None


def list_answered_positions(organisation_id: int, *, attempt_id: int) -> list[int]:
    """The places that have an answer."""
    return list(
        db.session.scalars(
            sa.select(PaperItem.position)
            .join(Response, _answers(PaperItem))
            .where(PaperItem.organisation_id == organisation_id, PaperItem.attempt_id == attempt_id)
        )
    )


def count_times_seen(organisation_id: int, *, assignment_ids: Collection[int]) -> dict[int, int]:
    """On how many papers of these assignments each item version stood."""
    rows = db.session.execute(
        sa.select(PaperItem.item_version_id, sa.func.count())
        .join(Attempt, Attempt.id == PaperItem.attempt_id)
        .where(Attempt.organisation_id == organisation_id, Attempt.assignment_id.in_(assignment_ids))
        .group_by(PaperItem.item_version_id)
    )
    return {key: value for key, value in rows}  # noqa: C416 - dict() does not take rows


def count_score(organisation_id: int, *, attempt_id: int) -> int:
    """What the newest answers of an attempt have earned; a place without one earns nothing."""
    earned = sa.select(sa.func.coalesce(sa.func.sum(Response.mark), 0)).where(
        Response.organisation_id == organisation_id, Response.attempt_id == attempt_id, _is_newest(Response)
    )
    return db.session.scalars(earned).one()


def submit(organisation_id: int, *, attempt_id: int, score: int, now: datetime, day: date) -> bool:
    """Close an open attempt with its score; False where it was closed already."""
    closed = db.session.execute(
        sa.update(Attempt)
        .where(
            Attempt.organisation_id == organisation_id,
            Attempt.id == attempt_id,
            Attempt.state == AttemptState.OPEN,
        )
        .values(state=AttemptState.SUBMITTED, score=score, submitted_at=now, submitted_on=day)
        .returning(Attempt.id)
        .execution_options(synchronize_session=False)
    )
    return closed.scalar_one_or_none() is not None


def add_paper(organisation_id: int, *, attempt_id: int, places: Sequence[tuple[int, list[str]]]) -> None:
    """Fix the paper of an attempt: item versions in order, each with its options in order."""
    rows = [
        {
            "organisation_id": organisation_id,
            "attempt_id": attempt_id,
            "position": position,
            "item_version_id": version_id,
            "option_order": order,
        }
        for position, (version_id, order) in enumerate(places, start=1)
    ]
    db.session.execute(sa.insert(PaperItem), rows)
