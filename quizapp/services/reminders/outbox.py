"""The outbox as administrators see it: what waits, what was sent, and what was not and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.storage.queries import messages
from quizapp.storage.queries.messages import MessageRow
from quizapp.storage.transaction import snapshot

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message: to whom, about what, and what has become of it; its words are there once it was begun to be sent.

    `at` is when that came about, or when a waiting message goes out at the earliest.
    """

    id: int
    kind: MessageKind
    state: MessageState
    name: str
    sender: str | None
    at: datetime
    tries: int
    reason: str | None
    address: str | None
    subject: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Outbox:
    """A part of the outbox, the newest first, and how many messages are in each state."""

    lines: tuple[MessageLine, ...]
    counts: Mapping[MessageState, int]
    total: int
    """How many there are of what was asked for."""


def list_outbox(actor: Actor, *, state: MessageState | None = None, part: int = 1) -> Outbox:
    """Some messages of the outbox, of one state or of all."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        counts = messages.count_states(actor.organisation_id)
        rows = messages.list_messages(
            actor.organisation_id, state=state, limit=PAGE_SIZE, offset=(part - 1) * PAGE_SIZE
        )
        total = counts.get(state, 0) if state else sum(counts.values())
        return Outbox(tuple(_line(row) for row in rows), counts, total)


def show_message(actor: Actor, message_id: int) -> MessageLine:
    """One message; raises NotFound where there is none."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        row = messages.find_message(actor.organisation_id, message_id=message_id)
        if row is None:
            raise NotFound("There is no such message.")
        return _line(row)


def _line(row: MessageRow) -> MessageLine:
    message, name, sender = row
    return MessageLine(
        id=message.id,
        kind=message.kind,
        state=message.state,
        name=name,
        sender=sender,
        at=message.sent_at or message.ended_at or message.claimed_at or message.due_at,
        tries=message.tries,
        reason=message.reason,
        address=message.address,
        subject=message.subject,
        body=message.body,
    )
