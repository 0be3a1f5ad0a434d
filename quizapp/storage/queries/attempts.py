"""Attempts: starting, the place somebody is at, and what was answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row
from sqlalchemy.orm import aliased

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.document import Document, DocumentVersion
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.models.quiz import Quiz, QuizBlueprint

_Later = aliased(Response)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of an attempt's paper, with everything needed to show it or to take an answer.

    `response` is the newest one to this place; `answered` and `score` are of the whole paper so far.
    """

    attempt: Attempt
    paper_item: PaperItem
    words: ItemVersion
    response: Response | None
    answered: int
    score: int
    quiz: Quiz
    blueprint: QuizBlueprint
    person_name: str
    organisation_name: str
    time_zone: str
    page_title: str
    page_source: str | None


def find_place(
    organisation_id: int, *, person_id: int, attempt_id: int, position: int, lock: bool = False
) -> PlaceRow | None:
    """A place on the paper of one's own attempt; locked, nobody else changes the attempt before this transaction ends.

    What is counted over the paper may be older than the lock: PostgreSQL reads it before it waits.
    """
    wanted = {
        "organisation_id": organisation_id,
        "person_id": person_id,
        "attempt_id": attempt_id,
        "position": position,
    }
    row = db.session.execute(_locked_place() if lock else _place(), wanted).one_or_none()
    return None if row is None else PlaceRow(*row)


@cache
def _place() -> sa.Select[*tuple[Any, ...]]:
    """The statement of a save step, built once: putting it together takes longer than running it."""
    given = sa.select(Response).where(Response.attempt_id == Attempt.id, _is_newest(Response)).correlate(Attempt)
    answers = given.subquery()
    return (
        sa.select(
            Attempt,
            PaperItem,
            ItemVersion,
            Response,
            sa.select(sa.func.count(answers.c.id)).scalar_subquery(),
            sa.select(sa.func.coalesce(sa.func.sum(answers.c.mark), 0)).scalar_subquery(),
            Quiz,
            QuizBlueprint,
            Person.name,
            Organisation.name,
            Organisation.time_zone,
            Document.title,
            Document.source,
        )
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(PaperItem, PaperItem.attempt_id == Attempt.id)
        .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
        .join(QuizBlueprint, QuizBlueprint.id == Attempt.quiz_blueprint_id)
        .join(Quiz, Quiz.id == QuizBlueprint.quiz_id)
        .join(Person, Person.id == Assignment.person_id)
        .join(Organisation, Organisation.id == Attempt.organisation_id)
        .join(DocumentVersion, DocumentVersion.id == QuizBlueprint.document_version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .outerjoin(Response, _answers(PaperItem))
        .where(
            Attempt.organisation_id == sa.bindparam("organisation_id"),
            Assignment.person_id == sa.bindparam("person_id"),
            Attempt.id == sa.bindparam("attempt_id"),
            PaperItem.position == sa.bindparam("position"),
        )
    )


@cache
def _locked_place() -> sa.Select[*tuple[Any, ...]]:
    return _place().with_for_update(of=Attempt)


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
) -> Row[Attempt, Assignment, Quiz, DocumentVersion, Document] | None:
    """One's own attempt with its quiz and the edition of the page it was drawn from."""
    found = (
        sa.select(Attempt, Assignment, Quiz, DocumentVersion, Document)
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


def add_response(organisation_id: int, *, values: dict[str, object]) -> bool:
    """Keep an answer; False where the place has one already, whoever was quicker."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    kept = db.session.execute(
        insert(Response)
        .values(organisation_id=organisation_id, **values)
        .on_conflict_do_nothing()
        .returning(Response.id)
    )
    return kept.scalar_one_or_none() is not None


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
