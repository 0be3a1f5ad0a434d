"""Sending what waits: claimed by one worker alone, looked at once more, and never sent a second time.

A message is claimed and committed; then, one after the other, it is checked, its address is noted and committed, it is
handed to the mail server, and what became of it is noted. A worker that dies leaves what it had begun as unknown.
"""

import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.reminders.cadence import next_opening
from quizapp.assessment.reminders.messages import MessageState
from quizapp.output.letter import as_copy
from quizapp.output.mail import Deliver, Envelope, Outcome, Receipt, ServerAway
from quizapp.services.allowed import demand
from quizapp.services.reminders.cases import Clock
from quizapp.services.reminders.post_office import PostOffice
from quizapp.services.reminders.rechecks import Ready, recheck
from quizapp.storage.models.message import Message
from quizapp.storage.queries import messages
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction

BATCH = 20
SILENCE = timedelta(minutes=15)
"""A worker that has said nothing for so long about a message it was sending is taken to be dead."""

PAUSES = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4), timedelta(hours=12))
"""How long a message waits that the mail server did not take just now, after each try; then it is given up."""

LOST = "The process ended while it was being sent."
_AGAIN: Mapping[str, Any] = {
    "state": MessageState.WAITING,
    "claim": None,
    "claimed_at": None,
    "address": None,
    "subject": None,
    "body": None,
}

TellTime = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of the messages that were claimed; `away` are the words of a mail server that takes nothing."""

    claimed: int = 0
    ended: Mapping[MessageState, int] = field(default_factory=dict)
    away: str = ""


def new_worker() -> str:
    """A name that no other worker has."""
    return secrets.token_urlsafe(16)


def give_up_lost(actor: Actor, *, now: datetime) -> int:
    """Say of what dead workers were sending that it is not known, and let the rest of it go out; counts the former."""
    demand(actor, Permission.MANAGE_REPORTS)
    with transaction():
        return messages.give_up_lost(actor.organisation_id, before=now - SILENCE, now=now, reason=LOST)


def count_waiting(actor: Actor, *, now: datetime) -> int:
    """How many messages could go out now, but for the hour of the night."""
    demand(actor, Permission.MANAGE_REPORTS)
    with snapshot():
        return messages.count_due(actor.organisation_id, now=_clock(actor, now).at)


def send_batch(actor: Actor, office: PostOffice, *, worker: str, tell_time: TellTime) -> Batch:
    """Send a few of the messages that are due, through one connection; nothing is claimed once all are sent.

    Several transactions: what was sent is noted before the next is begun. Nothing goes out at night, nor without a
    mail server.
    """
    demand(actor, Permission.MANAGE_REPORTS)
    claimed = _claim(actor, office, worker=worker, now=tell_time())
    ended: Counter[MessageState] = Counter()
    if not claimed or office.carrier is None:
        return Batch()
    sender = _Sender(actor, office, worker, tell_time)
    try:
        with office.carrier.connect() as deliver:
            for message_id in claimed:
                state = sender.send(message_id, deliver)
                if state is not None:
                    ended[state] += 1
    except ServerAway as away:
        return Batch(len(claimed), ended, away=str(away))
    finally:
        with transaction():
            messages.release_claims(actor.organisation_id, worker=worker)
    return Batch(len(claimed), ended)


def _claim(actor: Actor, office: PostOffice, *, worker: str, now: datetime) -> list[int]:
    if office.carrier is None:
        return []
    with transaction():
        clock = _clock(actor, now)
        if clock.at > now and not office.is_demo:
            return []
        return messages.claim_due(actor.organisation_id, worker=worker, now=clock.at, since=clock.gap_began, most=BATCH)


@dataclass(frozen=True, slots=True)
class _Sender:
    """One worker at work."""

    actor: Actor
    office: PostOffice
    worker: str
    tell_time: TellTime

    def send(self, message_id: int, deliver: Deliver) -> MessageState | None:
        """What became of a message; None where it is not this worker's any more."""
        found = self._begin(message_id)
        if not isinstance(found, Envelope):
            return found
        try:
            receipt = deliver(found)
        except ServerAway:
            self._settle(message_id, _AGAIN)
            raise
        return self._conclude(message_id, receipt)

    def _begin(self, message_id: int) -> Envelope | MessageState | None:
        """Look once more whether it is right, and note where it goes before it does."""
        now = self.tell_time()
        with snapshot():  # looking takes longest, and nobody who writes waits for it
            found = self._look(message_id, now=now)
        if not isinstance(found, Ready):
            return None if found is None else self._end(message_id, found)
        noted = {"claimed_at": now, "address": found.address, "subject": found.letter.subject}
        with transaction():
            is_mine = messages.begin_sending(
                self.actor.organisation_id,
                message_id=message_id,
                worker=self.worker,
                values={**noted, "body": as_copy(found.letter)},
            )
        number = f"message-{self.actor.organisation_id}-{message_id}"
        return _envelope(found, number=number, at=now) if is_mine else None

    def _look(self, message_id: int, *, now: datetime) -> Ready | Mapping[str, Any] | None:
        """What is to be sent, or what else becomes of the message; None where it is this worker's no more."""
        row = messages.find_message(self.actor.organisation_id, message_id=message_id)
        if row is None or not _belongs_to(row[0], self.worker):
            return None
        clock = _clock(self.actor, now)
        if clock.at > now and not self.office.is_demo:  # it has become night
            return _AGAIN
        ready = recheck(row[0], clock=clock, office=self.office)
        if isinstance(ready, str):
            return {"state": MessageState.DROPPED, "ended_at": now, "reason": ready}
        return ready

    def _conclude(self, message_id: int, receipt: Receipt) -> MessageState:
        now = self.tell_time()
        if receipt.outcome is Outcome.TAKEN:
            return self._end(message_id, {"state": MessageState.SENT, "sent_at": now, "ended_at": now, "reason": None})
        if receipt.outcome is not Outcome.NOT_NOW:
            state = MessageState.REFUSED if receipt.outcome is Outcome.REFUSED else MessageState.UNKNOWN
            return self._end(message_id, {"state": state, "ended_at": now, "reason": receipt.words})
        with transaction():
            row = messages.find_message(self.actor.organisation_id, message_id=message_id)
            tries = row[0].tries + 1 if row is not None else 1
            values = {"tries": tries, "reason": receipt.words}
            if tries > len(PAUSES):
                values |= {"state": MessageState.REFUSED, "ended_at": now}
            else:
                values |= {**_AGAIN, "due_at": now + PAUSES[tries - 1]}
            self._change(message_id, values)
            return MessageState.REFUSED if tries > len(PAUSES) else MessageState.WAITING

    def _end(self, message_id: int, values: Mapping[str, Any]) -> MessageState:
        self._settle(message_id, values)
        return MessageState(values["state"])

    def _settle(self, message_id: int, values: Mapping[str, Any]) -> None:
        with transaction():
            self._change(message_id, values)

    def _change(self, message_id: int, values: Mapping[str, Any]) -> None:
        messages.settle_message(self.actor.organisation_id, message_id=message_id, worker=self.worker, values=values)


def _belongs_to(message: Message, worker: str) -> bool:
    return message.claim == worker and message.state is MessageState.SENDING


def _envelope(ready: Ready, *, number: str, at: datetime) -> Envelope:
    return Envelope(
        letter=ready.letter,
        to_name=ready.name,
        to_address=ready.address,
        from_name=ready.sender,
        reply_to=ready.reply_to,
        number=number,
        at=at,
    )


def _clock(actor: Actor, now: datetime) -> Clock:
    """This moment, or at night the next morning."""
    time_zone = get_organisation(actor.organisation_id).time_zone
    return Clock(next_opening(now, time_zone), time_zone)
