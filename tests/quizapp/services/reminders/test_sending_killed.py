"""A worker that is killed at any step: nothing is sent twice, and what may have been lost is said."""

import os
import signal
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from quizapp.assessment.reminders.messages import MessageState
from quizapp.output.mail import Envelope, Receipt
from quizapp.services.reminders import sending
from quizapp.storage.db import db
from quizapp.storage.queries import messages
from tests.quizapp.services.reminders.post import (
    TAKEN,
    TODAY,
    Postbag,
    address_of,
    office_of,
    operator,
    send_all,
    states,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied, which this system cannot do")

EVERYBODY = [address_of(number) for number in range(5)]
LATER = TODAY + timedelta(minutes=16)
S = MessageState
Note = Callable[[Envelope], object]
"""Tells the test who was sent something, also by a process that is dead by then."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)  # nothing is tidied up


def send_and_be_killed(prepare: Callable[[Note], Postbag]) -> list[str]:
    """Who was sent something by a copy of this process before it was killed, as the mail server knows it."""
    db.session.remove()
    db.engine.dispose()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            send_all(office_of(prepare(lambda envelope: os.write(writing, f"{envelope.to_address}\n".encode()))))
        finally:
            die()
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        received = said.read().split()
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    return received


def take(note: Note, *, dies_before: int = 0, dies_after: int = 0) -> Postbag:
    """A mail server that takes letters, in a process that dies before or after one of them is taken."""
    taken = iter(range(1, 100))

    def answer(envelope: Envelope) -> Receipt:
        number = next(taken)
        if number == dies_before:
            die()
        note(envelope)
        if number == dies_after:
            die()
        return TAKEN

    return Postbag(answer)


def finish(received: list[str]) -> dict[MessageState, int]:
    """What another worker makes of it, at once and after a while; nobody may have got anything twice."""
    bag = Postbag()
    send_all(office_of(bag))
    sending.give_up_lost(operator(), now=LATER)
    send_all(office_of(bag), now=LATER)
    together = sorted([*received, *bag.recipients])
    assert len(together) == len(set(together))
    ended = states()
    assert set(EVERYBODY) - set(together) == set() or ended.get(S.UNKNOWN, 0) >= len(set(EVERYBODY) - set(together))
    assert sum(ended.values()) == 5
    return ended


def test_outbox_killed_after_the_claim_everything_goes_out_later(few: Flask) -> None:
    def prepare(note: Note) -> Postbag:
        messages.find_message = lambda *_, **__: die()
        return take(note)

    received = send_and_be_killed(prepare)
    assert (received, states()) == ([], {S.SENDING: 5})
    assert finish(received) == {S.SENT: 5}


def test_outbox_killed_before_the_server_takes_it_that_one_is_unknown(few: Flask) -> None:
    received = send_and_be_killed(lambda note: take(note, dies_before=2))
    assert len(received) == 1
    assert finish(received) == {S.SENT: 4, S.UNKNOWN: 1}


def test_outbox_killed_after_the_server_took_it_that_one_is_unknown_and_not_sent_again(few: Flask) -> None:
    received = send_and_be_killed(lambda note: take(note, dies_after=2))
    assert len(received) == 2
    assert finish(received) == {S.SENT: 4, S.UNKNOWN: 1}


def test_outbox_killed_after_it_was_noted_the_rest_goes_out_later(few: Flask) -> None:
    def prepare(note: Note) -> Postbag:
        settle = messages.settle_message

        def settle_twice(organisation_id: int, **values: object) -> bool:
            if len(noted) == 2:
                die()
            noted.append(values)
            return settle(organisation_id, **values)  # type: ignore[arg-type]

        noted: list[object] = []
        messages.settle_message = settle_twice
        return take(note)

    received = send_and_be_killed(prepare)
    assert len(received) == 3
    assert finish(received) == {S.SENT: 4, S.UNKNOWN: 1}


def test_outbox_negative_control_without_the_note_before_sending_one_is_sent_twice(
    few: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is noted before a message goes out, it looks afterwards as if it had not been begun."""
    begin = messages.begin_sending

    def begin_unseen(organisation_id: int, *, message_id: int, worker: str, values: dict[str, object]) -> bool:
        return begin(organisation_id, message_id=message_id, worker=worker, values={**values, "address": None})

    monkeypatch.setattr(messages, "begin_sending", begin_unseen)
    received = send_and_be_killed(lambda note: take(note, dies_after=2))
    monkeypatch.undo()
    bag = Postbag()
    sending.give_up_lost(operator(), now=LATER)
    send_all(office_of(bag), now=LATER)
    assert len(set(received) & set(bag.recipients)) == 1


def test_a_slow_worker_that_was_given_up_does_not_send_what_another_has(few: Flask) -> None:
    others = Postbag()

    def slow(envelope: Envelope) -> Receipt:
        if not others.letters:
            sending.give_up_lost(operator(), now=LATER)
            send_all(office_of(others), now=LATER)
        return TAKEN

    bag = Postbag(slow)
    send_all(office_of(bag))
    assert sorted([*bag.recipients, *others.recipients]) == EVERYBODY
    assert states() == {S.SENT: 5}
