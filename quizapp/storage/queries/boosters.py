"""Boosters: whose is due, what to ask, and what was answered; nothing here is read by any report."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row
from sqlalchemy.orm import InstrumentedAttribute, aliased

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import Base, db
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.attempts.booster import Booster, BoosterItem, BoosterRefusal, BoosterResponse
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.models.quiz import Quiz, QuizBlueprint

# Made once: an alias costs more than the rest of the statement.
_Earned, _Later, _InForce = aliased(Completion), aliased(Response), aliased(QuizBlueprint)


@dataclass(frozen=True, slots=True)
class DuePass:
    """The newest pass of an assignment whose booster is to be sent; items come from the edition in force."""

    attempt_id: int
    assignment_id: int
    passed_on: date
    document_version_id: int
    person_id: int
    name: str
    email: str | None


def list_due_passes(organisation_id: int, *, number: int, passed: tuple[date, date], day: date) -> list[DuePass]:
    """The passes of these days that have no booster of this number yet.

    Left out are people who are away for long, have left, refused or have no account any more, assignments that have
    ended, and quizzes that are withdrawn or send none, now or when they were passed.
    """
    due = (
        sa.select(
            Completion.attempt_id,
            Completion.assignment_id,
            Completion.passed_on,
            _InForce.document_version_id,
            Person.id,
            Person.name,
            Person.email,
        )
        .join(Assignment, sa.and_(Assignment.id == Completion.assignment_id, holds_on(Assignment, day)))
        .join(Person, Person.id == Assignment.person_id)
        .join(Attempt, Attempt.id == Completion.attempt_id)
        .join(QuizBlueprint, QuizBlueprint.id == Attempt.quiz_blueprint_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(_InForce, _InForce.id == _newest(QuizBlueprint.id, QuizBlueprint.quiz_id == Quiz.id, Quiz))
        .where(
            Completion.organisation_id == organisation_id,
            Completion.passed_on.between(*passed),
            Completion.id == _newest(_Earned.id, _Earned.assignment_id == Assignment.id, Assignment),
            Quiz.withdrawn_at.is_(None),
            QuizBlueprint.has_boosters,
            _InForce.has_boosters,
            Person.deactivated_at.is_(None),
            _is_at_work(day),
            ~sa.select(BoosterRefusal.id).where(BoosterRefusal.person_id == Person.id).exists(),
            ~sa.select(Booster.id).where(Booster.attempt_id == Attempt.id, Booster.number == number).exists(),
        )
        .order_by(Completion.attempt_id)
    )
    return [DuePass(*row) for row in db.session.execute(due)]


def list_missed_values(organisation_id: int, *, assignment_ids: Collection[int]) -> list[Row[int, int, list[Any]]]:
    """Assignment, number of the attempt and values of each question that was not right in the end."""
    newest = (
        ~sa.select(_Later.id)
        .where(
            _Later.attempt_id == Response.attempt_id,
            _Later.item_version_id == Response.item_version_id,
            _Later.revision > Response.revision,
        )
        .exists()
    )
    answers = sa.and_(
        Response.attempt_id == PaperItem.attempt_id, Response.item_version_id == PaperItem.item_version_id, newest
    )
    return list(
        db.session.execute(
            sa.select(Attempt.assignment_id, Attempt.number, ItemVersion.value_names)
            .join(PaperItem, PaperItem.attempt_id == Attempt.id)
            .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
            .outerjoin(Response, answers)
            .where(
                Attempt.organisation_id == organisation_id,
                Attempt.assignment_id.in_(assignment_ids),
                Attempt.state == AttemptState.SUBMITTED,
                sa.or_(Response.mark.is_(None), Response.mark == 0),
            )
            .order_by(Attempt.assignment_id, Attempt.number)
        )
    )


def list_items_met(organisation_id: int, *, assignment_ids: Collection[int]) -> list[Row[int, int]]:
    """Assignment and item, whatever its edition, of every question met so far on papers and in boosters."""
    theirs = (Attempt.organisation_id == organisation_id, Attempt.assignment_id.in_(assignment_ids))
    on_papers = (
        sa.select(Attempt.assignment_id, ItemVersion.item_id)
        .join(PaperItem, PaperItem.attempt_id == Attempt.id)
        .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
        .where(*theirs)
    )
    in_boosters = (
        sa.select(Attempt.assignment_id, ItemVersion.item_id)
        .join(Booster, Booster.attempt_id == Attempt.id)
        .join(BoosterItem, BoosterItem.booster_id == Booster.id)
        .join(ItemVersion, ItemVersion.id == BoosterItem.item_version_id)
        .where(*theirs)
    )
    return list(db.session.execute(sa.union_all(on_papers, in_boosters)))


def add_boosters(organisation_id: int, *, values: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Keep boosters; the id of each that is new by its token: one that is there already is left as it is."""
    rows = [{"organisation_id": organisation_id, **row} for row in values]
    added = _insert(Booster).values(rows).on_conflict_do_nothing().returning(Booster.token, Booster.id)
    return {token: booster_id for token, booster_id in db.session.execute(added)}  # noqa: C416 - dict() takes no rows


def add_items(organisation_id: int, *, values: Sequence[dict[str, Any]]) -> None:
    """Fix the questions of boosters that are new."""
    db.session.execute(sa.insert(BoosterItem), [{"organisation_id": organisation_id, **row} for row in values])


def list_places(
    organisation_id: int, *, booster_id: int
) -> list[Row[BoosterItem, ItemVersion, BoosterResponse | None]]:
    """The questions of a booster in order, each with its answer."""
    return list(
        db.session.execute(
            sa.select(BoosterItem, ItemVersion, BoosterResponse)
            .join(ItemVersion, ItemVersion.id == BoosterItem.item_version_id)
            .outerjoin(BoosterResponse, _answers_place())
            .where(BoosterItem.organisation_id == organisation_id, BoosterItem.booster_id == booster_id)
            .order_by(BoosterItem.position)
        )
    )


def add_response(organisation_id: int, *, values: dict[str, Any]) -> bool:
    """Keep an answer; False where the place has one already, whoever was quicker."""
    kept = _insert(BoosterResponse).values(organisation_id=organisation_id, **values).on_conflict_do_nothing()
    return db.session.execute(kept.returning(BoosterResponse.id)).scalar_one_or_none() is not None


def add_refusal(organisation_id: int, *, person_id: int, now: datetime) -> None:
    """Send somebody no boosters from now on; a second time changes nothing."""
    refusal = _insert(BoosterRefusal).values(organisation_id=organisation_id, person_id=person_id, at=now)
    db.session.execute(refusal.on_conflict_do_nothing())


def has_refused(organisation_id: int, *, person_id: int) -> bool:
    """Whether somebody wants no boosters."""
    wanted = (BoosterRefusal.organisation_id == organisation_id, BoosterRefusal.person_id == person_id)
    return db.session.scalar(sa.select(BoosterRefusal.id).where(*wanted)) is not None


def list_sent(
    organisation_id: int, *, since: datetime, person_id: int | None = None
) -> list[Row[Booster, Person, int, int]]:
    """The boosters sent since a moment that their owners still want, with how many questions and answers each has."""
    given = {"organisation_id": organisation_id, "since": since, "person_id": person_id}
    return list(db.session.execute(_list_sent(to_one_person=person_id is not None), given))


def find_sent(organisation_id: int, *, booster_id: int) -> Row[Booster, Quiz, int, int] | None:
    """One booster with the quiz it belongs to, and how many questions and answers it has."""
    questions = sa.select(sa.func.count(BoosterItem.id)).where(BoosterItem.booster_id == Booster.id)
    answers = sa.select(sa.func.count(BoosterResponse.id)).where(BoosterResponse.booster_id == Booster.id)
    counts = (part.correlate(Booster).scalar_subquery() for part in (questions, answers))
    return db.session.execute(
        sa.select(Booster, Quiz, *counts)
        .join(Attempt, Attempt.id == Booster.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Booster.organisation_id == organisation_id, Booster.id == booster_id)
    ).one_or_none()


@cache
def _list_sent(*, to_one_person: bool) -> sa.Select[Booster, Person, int, int]:
    """The statement, built once: My learning asks it of everybody, and most have none."""
    questions = sa.select(sa.func.count(BoosterItem.id)).where(BoosterItem.booster_id == Booster.id)
    answers = sa.select(sa.func.count(BoosterResponse.id)).where(BoosterResponse.booster_id == Booster.id)
    sent = (
        sa.select(Booster, Person, questions.scalar_subquery(), answers.scalar_subquery())
        .join(Attempt, Attempt.id == Booster.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Person, Person.id == Assignment.person_id)
        .where(
            Booster.organisation_id == sa.bindparam("organisation_id"),
            Booster.issued_at >= sa.bindparam("since"),
            Person.deactivated_at.is_(None),
            ~sa.select(BoosterRefusal.id).where(BoosterRefusal.person_id == Person.id).exists(),
        )
        .order_by(Booster.due_on, Person.name, Booster.id)
    )
    return sent.where(Assignment.person_id == sa.bindparam("person_id")) if to_one_person else sent


def _insert(table: type[Base]) -> Any:
    """An insert that knows what to do about a row that is there already."""
    return (postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert)(table)


def _answers_place() -> sa.ColumnElement[bool]:
    return sa.and_(
        BoosterResponse.booster_id == BoosterItem.booster_id,
        BoosterResponse.item_version_id == BoosterItem.item_version_id,
    )


def _newest(column: InstrumentedAttribute[int], condition: sa.ColumnElement[bool], of: type) -> sa.ScalarSelect[int]:
    return sa.select(sa.func.max(column)).where(condition).correlate(of).scalar_subquery()


def _is_at_work(day: date) -> sa.ColumnElement[bool]:
    """Whether the primary post covers the day and no long absence does."""
    away = sa.select(Absence.id).where(Absence.post_id == Post.id, holds_on(Absence, day)).correlate(Post).exists()
    return (
        sa.select(Post.id)
        .where(
            Post.person_id == Person.id,
            Post.is_primary,
            Post.start_date <= day,
            sa.or_(Post.end_date.is_(None), Post.end_date >= day),
            ~away,
        )
        .correlate(Person)
        .exists()
    )
