"""What managers said about people: what still holds, what it was answered with, and everything for administrators."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.data_queries import ABOUT_THE_PERSON, QueryKind
from quizapp.storage.db import db
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person, WebSession
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import DataQuery, DataQuerySettlement

MANY = 5_000
"""More people than this are picked out here: no engine takes any number of values in one statement."""

_Later, _Reporter, _Settler = aliased(DataQuery), aliased(Person), aliased(Person)


@dataclass(frozen=True, slots=True)
class OpenQuery:
    """What somebody said about a person, and when."""

    id: int
    person_id: int
    quiz_id: int
    kind: QueryKind
    until_date: date | None
    on_date: date
    at: datetime
    reporter_id: int
    reporter_name: str


@dataclass(frozen=True, slots=True)
class NewestQuery:
    """The newest word about a person: whether the data have changed since, or the answer it was given, and when."""

    query: OpenQuery
    is_overtaken: bool
    settled_on: date | None
    note: str | None


def list_open(
    organisation_id: int, person_ids: Collection[int] | None = None, *, on: date, quiz_id: int | None = None
) -> list[OpenQuery]:
    """What nobody has answered and the data have not overtaken by a day, oldest first.

    The newest of each person and quiz; with a quiz, the newest of each person that is about that quiz or the person.
    """
    newest = list_newest(organisation_id, person_ids, on=on, quiz_id=quiz_id)
    return [one.query for one in newest if not one.is_overtaken and one.settled_on is None]


def list_newest(
    organisation_id: int, person_ids: Collection[int] | None = None, *, on: date, quiz_id: int | None = None
) -> list[NewestQuery]:
    """The same with what has been answered or overtaken."""
    rows = (
        sa.select(*_columns(), _is_overtaken(on), DataQuerySettlement.on_date, DataQuerySettlement.note)
        .join(_Reporter, _Reporter.id == DataQuery.reporter_id)
        .outerjoin(DataQuerySettlement, DataQuerySettlement.data_query_id == DataQuery.id)
        .where(DataQuery.organisation_id == organisation_id, ~_has_later())
        .order_by(DataQuery.id)
    )
    if person_ids is not None and len(person_ids) <= MANY:
        rows = rows.where(DataQuery.person_id.in_(person_ids))
    if quiz_id is not None:
        rows = rows.where(sa.or_(DataQuery.quiz_id == quiz_id, DataQuery.kind.in_(ABOUT_THE_PERSON)))
    wanted = None if person_ids is None else set(person_ids)
    found = [
        NewestQuery(OpenQuery(*said), is_overtaken=bool(is_overtaken), settled_on=settled_on, note=note)
        for *said, is_overtaken, settled_on, note in db.session.execute(rows)
        if wanted is None or said[1] in wanted
    ]
    return found if quiz_id is None else list({one.query.person_id: one for one in found}.values())


def lock_people(organisation_id: int, person_ids: Collection[int]) -> None:
    """Hold people until the transaction ends, so that of two presses of a button the second sees the first."""
    held = sa.select(Person.id).where(Person.organisation_id == organisation_id, Person.id.in_(person_ids))
    db.session.execute(held.order_by(Person.id).with_for_update(key_share=True)).all()


def find_query(organisation_id: int, query_id: int) -> tuple[DataQuery, DataQuerySettlement | None] | None:
    """One data query, held until the transaction ends, with its settlement."""
    wanted = (DataQuery.organisation_id == organisation_id, DataQuery.id == query_id)
    query = db.session.scalars(sa.select(DataQuery).where(*wanted).with_for_update(key_share=True)).one_or_none()
    if query is None:
        return None
    # In a statement of its own: only one that begins after the wait sees what the other transaction kept.
    settled = (DataQuerySettlement.organisation_id == organisation_id, DataQuerySettlement.data_query_id == query_id)
    return query, db.session.scalars(sa.select(DataQuerySettlement).where(*settled)).one_or_none()


def has_query(organisation_id: int, query_id: int) -> bool:
    """Whether there is such a data query, open or not."""
    wanted = (DataQuery.organisation_id == organisation_id, DataQuery.id == query_id)
    return db.session.scalar(sa.select(DataQuery.id).where(*wanted)) is not None


def list_answered(organisation_id: int, *, most: int) -> list[tuple[OpenQuery, date, str, str]]:
    """What administrators answered last: the report, the day, the note and who wrote it."""
    rows = db.session.execute(
        sa.select(*_columns(), DataQuerySettlement.on_date, DataQuerySettlement.note, _Settler.name)
        .join(_Reporter, _Reporter.id == DataQuery.reporter_id)
        .join(DataQuerySettlement, DataQuerySettlement.data_query_id == DataQuery.id)
        .join(_Settler, _Settler.id == DataQuerySettlement.person_id)
        .where(DataQuery.organisation_id == organisation_id, DataQuerySettlement.note.is_not(None))
        .order_by(DataQuerySettlement.id.desc())
        .limit(most)
    )
    return [(OpenQuery(*said), on_date, note, by) for *said, on_date, note, by in map(tuple, rows)]


def _columns() -> tuple[Any, ...]:
    """In the order `OpenQuery` takes them."""
    return (
        *(DataQuery.id, DataQuery.person_id, DataQuery.quiz_id, DataQuery.kind, DataQuery.until_date),
        *(DataQuery.on_date, DataQuery.at, DataQuery.reporter_id, _Reporter.name),
    )


def _has_later() -> sa.ColumnElement[bool]:
    return (
        sa.select(_Later.id)
        .where(_Later.person_id == DataQuery.person_id, _Later.quiz_id == DataQuery.quiz_id, _Later.id > DataQuery.id)
        .correlate(DataQuery)
        .exists()
    )


def _is_overtaken(on: date) -> sa.ColumnElement[bool]:
    """Whether the data say by now what the manager said, or there is no reason for it any more."""
    kind = DataQuery.kind
    about_the_quiz = kind.in_((QueryKind.WAITING, QueryKind.DONE_ON_PAPER, QueryKind.CANNOT_SIGN_IN))
    return sa.or_(
        ~_of_posts(sa.select(Post.id), sa.or_(Post.end_date.is_(None), Post.end_date >= on)),
        sa.and_(kind == QueryKind.NOT_IN_MY_TEAM, ~_stands_there(on)),
        sa.and_(kind == QueryKind.ON_LEAVE, sa.or_(DataQuery.until_date <= on, _is_away(on))),
        sa.and_(kind == QueryKind.CANNOT_SIGN_IN, _signed_in_since()),
        sa.and_(about_the_quiz, _passed_since()),
    )


def _of_posts(found: sa.Select[Any], *conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return (
        found.where(Post.person_id == DataQuery.person_id, Post.is_primary, *conditions).correlate(DataQuery).exists()
    )


def _stands_there(on: date) -> sa.ColumnElement[bool]:
    """Whether a post of the person still stands in the team it stood in, or is to begin there."""
    found = sa.select(TeamMembership.id).join(Post, Post.id == TeamMembership.post_id)
    goes_on = sa.or_(TeamMembership.until_date.is_(None), TeamMembership.until_date > on)
    return _of_posts(found, TeamMembership.team_id == DataQuery.team_id, goes_on)


def _is_away(on: date) -> sa.ColumnElement[bool]:
    found = sa.select(Absence.id).join(Post, Post.id == Absence.post_id)
    return _of_posts(found, holds_on(Absence, on))


def _signed_in_since() -> sa.ColumnElement[bool]:
    since = (WebSession.person_id == DataQuery.person_id, WebSession.created_at > DataQuery.at)
    return sa.select(WebSession.id).where(*since).correlate(DataQuery).exists()


def _passed_since() -> sa.ColumnElement[bool]:
    held = (Assignment.person_id == DataQuery.person_id, Assignment.quiz_id == DataQuery.quiz_id)
    return (
        sa.select(Completion.id)
        .join(Assignment, Assignment.id == Completion.assignment_id)
        .where(*held, Completion.passed_on >= DataQuery.on_date)
        .correlate(DataQuery)
        .exists()
    )
