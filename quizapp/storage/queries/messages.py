"""The outbox: putting messages in once, claiming them for one worker alone, and what has become of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person

AT_A_TIME = 500
"""Rows written by one statement."""

UNDER_WAY = (MessageState.WAITING, MessageState.SENDING)
MAY_HAVE_ARRIVED = (MessageState.SENT, MessageState.SENDING, MessageState.UNKNOWN)

MessageRow = tuple[Message, str, str | None]
"""A message with its person's name and the sender's."""

_BACK: Mapping[str, Any] = {"state": MessageState.WAITING, "claim": None, "claimed_at": None}
_Other, _Sender = aliased(Message), aliased(Person)


@dataclass(frozen=True, slots=True)
class LastMessage:
    """The last thing somebody was sent about a quiz, or is about to be; the sender where a manager asked for it."""

    at: datetime
    kind: MessageKind
    sender_id: int | None
    sender_name: str | None
    is_waiting: bool


def add_messages(organisation_id: int, *, values: Sequence[Mapping[str, Any]]) -> int:
    """Put messages into the outbox; one whose occasion is there already is left as it is. Returns how many are new."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    new = 0
    for start in range(0, len(values), AT_A_TIME):
        rows = [
            {"organisation_id": organisation_id, "state": MessageState.WAITING, "tries": 0, **row}
            for row in values[start : start + AT_A_TIME]
        ]
        added = insert(Message).values(rows).on_conflict_do_nothing().returning(Message.id)
        new += len(db.session.execute(added).all())
    return new


def list_keys(organisation_id: int, *, keys: Iterable[str]) -> set[str]:
    """Which of these occasions are in the outbox already."""
    wanted = list(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), AT_A_TIME):
        part = wanted[start : start + AT_A_TIME]
        rows = sa.select(Message.key).where(Message.organisation_id == organisation_id, Message.key.in_(part))
        found.update(db.session.scalars(rows))
    return found


def count_with_prefix(organisation_id: int, *, prefix: str) -> int:
    """How many messages belong to one press of a button."""
    wanted = (Message.organisation_id == organisation_id, Message.key.startswith(prefix, autoescape=True))
    return db.session.scalars(sa.select(sa.func.count(Message.id)).where(*wanted)).one()


def list_written(
    organisation_id: int, *, since: datetime, person_ids: Collection[int] | None = None
) -> dict[int, datetime | None]:
    """Who was written to since a moment, whatever it was about, and when last; None for whom a message still waits."""
    rows = sa.select(Message.person_id, Message.state, _moment()).where(
        Message.organisation_id == organisation_id,
        sa.or_(Message.state.in_(UNDER_WAY), sa.and_(Message.state.in_(MAY_HAVE_ARRIVED), _moment() >= since)),
    )
    if person_ids is not None:
        rows = rows.where(Message.person_id.in_(person_ids))
    found: dict[int, datetime | None] = {}
    for person_id, state, moment in db.session.execute(rows):
        before = found.get(person_id, moment)
        found[person_id] = None if state in UNDER_WAY or before is None else max(before, moment)
    return found


def list_reminded(organisation_id: int, person_ids: Collection[int], *, quiz_id: int) -> dict[int, LastMessage]:
    """For each of these people the last message about a quiz that was sent, may have arrived, or is waiting."""
    rows = db.session.execute(
        sa.select(Message.person_id, _moment(), Message.kind, Message.sender_id, _Sender.name, Message.state)
        .join(Assignment, Assignment.id == Message.assignment_id)
        .outerjoin(_Sender, _Sender.id == Message.sender_id)
        .where(
            Message.organisation_id == organisation_id,
            Message.person_id.in_(person_ids),
            Message.state.in_({*UNDER_WAY, *MAY_HAVE_ARRIVED}),
            Message.kind != MessageKind.BOOSTER,
            Assignment.quiz_id == quiz_id,
        )
        .order_by(_moment(), Message.id)
    )
    return {
        person_id: LastMessage(at, kind, sender_id, sender_name, is_waiting=state in UNDER_WAY)
        for person_id, at, kind, sender_id, sender_name, state in rows
    }


def count_due(organisation_id: int, *, now: datetime) -> int:
    """How many messages wait for nothing but being sent."""
    wanted = (Message.organisation_id == organisation_id, Message.state == MessageState.WAITING, Message.due_at <= now)
    return db.session.scalars(sa.select(sa.func.count(Message.id)).where(*wanted)).one()


def claim_due(organisation_id: int, *, worker: str, now: datetime, since: datetime, most: int) -> list[int]:
    """Give some due messages to one worker and nobody else: one a person, and none to whom something was sent since
    a moment or is being sent. The caller commits before anything is sent."""
    rows = (
        sa.select(Message.id, Message.person_id)
        .join(Person, Person.id == Message.person_id)
        .where(
            Message.organisation_id == organisation_id,
            Message.state == MessageState.WAITING,
            Message.due_at <= now,
            ~_is_written_to(since, now=now),
        )
        .order_by(Message.due_at, Message.id)
        .limit(most)
    )
    by_person: dict[int, int] = {}
    for message_id, person_id in db.session.execute(_held(rows)):
        by_person.setdefault(person_id, message_id)
    claimed = (
        sa.update(Message)
        .where(Message.organisation_id == organisation_id, Message.id.in_(by_person.values()), _is_free(since, now=now))
        .values(state=MessageState.SENDING, claim=worker, claimed_at=now, address=None)
        .returning(Message.id)
        .execution_options(synchronize_session=False)
    )
    return sorted(db.session.scalars(claimed)) if by_person else []


def begin_sending(organisation_id: int, *, message_id: int, worker: str, values: Mapping[str, Any]) -> bool:
    """Note where a claimed message is about to go; False where it is this worker's no more."""
    wanted = (Message.id == message_id, Message.claim == worker, Message.state == MessageState.SENDING)
    return _change(organisation_id, *wanted, values=values) == 1


def settle_message(organisation_id: int, *, message_id: int, worker: str, values: Mapping[str, Any]) -> bool:
    """Note what became of a message this worker was sending, also where it was given up in the meantime."""
    states = Message.state.in_((MessageState.SENDING, MessageState.UNKNOWN))
    return _change(organisation_id, Message.id == message_id, Message.claim == worker, states, values=values) == 1


def release_claims(organisation_id: int, *, worker: str) -> int:
    """Let others send what a worker claimed and has not begun to send."""
    mine = (Message.claim == worker, Message.state == MessageState.SENDING, Message.address.is_(None))
    return _change(organisation_id, *mine, values=_BACK)


def give_up_lost(organisation_id: int, *, before: datetime, now: datetime, reason: str) -> int:
    """What was being sent by a worker that has been silent since a moment may have arrived: say so, and never send it
    again. What it had not begun to send waits again. Returns how many are not known."""
    lost = (Message.state == MessageState.SENDING, Message.claimed_at < before)
    _change(organisation_id, *lost, Message.address.is_(None), values=_BACK)
    return _change(organisation_id, *lost, values={"state": MessageState.UNKNOWN, "ended_at": now, "reason": reason})


def count_states(organisation_id: int) -> dict[MessageState, int]:
    """How many messages are in each state."""
    rows = db.session.execute(
        sa.select(Message.state, sa.func.count())
        .where(Message.organisation_id == organisation_id)
        .group_by(Message.state)
    )
    return {state: messages for state, messages in rows}  # noqa: C416 - dict() does not take rows


def list_messages(organisation_id: int, *, state: MessageState | None, limit: int, offset: int) -> list[MessageRow]:
    """A part of the outbox, the newest first: each message with its person's name and the sender's."""
    rows = (
        _with_names()
        .where(Message.organisation_id == organisation_id)
        .order_by(_moment().desc(), Message.id.desc())
        .limit(limit)
        .offset(offset)
    )
    found = db.session.execute(rows if state is None else rows.where(Message.state == state))
    return [(message, name, sender) for message, name, sender in found]


def find_message(organisation_id: int, *, message_id: int) -> MessageRow | None:
    """One message with its person's name and the sender's."""
    wanted = (Message.organisation_id == organisation_id, Message.id == message_id)
    found = db.session.execute(_with_names().where(*wanted)).one_or_none()
    return None if found is None else (found[0], found[1], found[2])


def _with_names() -> sa.Select[Message, str, str | None]:
    return (
        sa.select(Message, Person.name, _Sender.name)
        .join(Person, Person.id == Message.person_id)
        .outerjoin(_Sender, _Sender.id == Message.sender_id)
    )


def _moment() -> sa.ColumnElement[datetime]:
    """When it was sent, may have been, ended, or is meant to be."""
    return sa.func.coalesce(Message.sent_at, Message.claimed_at, Message.ended_at, Message.due_at)


def _change(organisation_id: int, *wanted: sa.ColumnElement[bool], values: Mapping[str, Any]) -> int:
    changed = (
        sa.update(Message)
        .where(Message.organisation_id == organisation_id, *wanted)
        .values(**values)
        .returning(Message.id)
        .execution_options(synchronize_session=False)
    )
    return len(db.session.execute(changed).all())


def _held(rows: sa.Select[int, int]) -> sa.Select[int, int]:
    """Hold messages and their people until the transaction ends, past those that another worker holds.

    SQLite has one writer at a time. The people are held as well: two messages to one person are not for two workers.
    """
    return rows.with_for_update(skip_locked=True, key_share=True, of=[Message, Person])


def _is_free(since: datetime, *, now: datetime) -> sa.ColumnElement[bool]:
    """Asked again by the statement that claims: the one that looked may have looked before somebody else's commit."""
    return sa.and_(Message.state == MessageState.WAITING, ~_is_written_to(since, now=now))


def _is_written_to(since: datetime, *, now: datetime) -> sa.ColumnElement[bool]:
    """Whether the person was written to lately, or has a digest that goes first: it is for one day, others can wait."""
    goes_first = (_Other.state == MessageState.WAITING, _Other.kind == MessageKind.DIGEST, _Other.due_at <= now)
    recent = sa.func.coalesce(_Other.sent_at, _Other.claimed_at) >= since
    return (
        sa.select(_Other.id)
        .where(
            _Other.person_id == Message.person_id,
            _Other.id != Message.id,
            sa.or_(
                _Other.state == MessageState.SENDING,
                sa.and_(_Other.state.in_((MessageState.SENT, MessageState.UNKNOWN)), recent),
                sa.and_(Message.kind != MessageKind.DIGEST, *goes_first),
            ),
        )
        .correlate(Message)
        .exists()
    )
