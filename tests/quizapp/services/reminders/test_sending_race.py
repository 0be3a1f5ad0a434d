"""Many workers at once send every message once: none twice, none missing; and what happens with the claims off."""

from collections import Counter
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.reminders.messages import MessageState
from quizapp.output.mail import MailServer, Security
from quizapp.services.reminders import planning, sending
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.queries import messages
from quizapp.storage.transaction import snapshot, transaction
from tests.quizapp.services.reminders.post import (
    TODAY,
    Postbag,
    address_of,
    office_of,
    operator,
    send_all,
    states,
)
from tests.support.at_once import AT_ONCE, at_once
from tests.support.mail_server import mail_server


def test_outbox_eight_workers_send_two_hundred_messages_once_each(crowd: Flask) -> None:
    bag = Postbag()
    said = at_once(crowd, lambda _number: send_all(office_of(bag)))
    assert sum(one.get(MessageState.SENT, 0) for one in said if isinstance(one, dict)) == 200, said
    assert bag.recipients == [address_of(number) for number in range(200)]
    with crowd.app_context():
        assert states() == {MessageState.SENT: 200}


@pytest.mark.long
def test_outbox_eight_workers_plan_and_send_a_thousand_messages_once_each(thousand: Flask) -> None:
    """Through a mail server, while all of them plan as well."""
    with mail_server() as box:
        server = MailServer(
            host="127.0.0.1",
            port=box.port,
            security=Security.NONE,
            sender="quiz@fernbrook.example",
            bounces="quiz@fernbrook.example",
        )

        def work(_number: int) -> object:
            planning.plan_messages(operator(), now=TODAY)
            return send_all(office_of(server))

        said = at_once(thousand, work)
    assert sorted(box.recipients) == [address_of(number) for number in range(1000)]
    with thousand.app_context():
        assert states() == {MessageState.SENT: 1000}, said


def test_outbox_negative_control_without_claims_messages_are_doubled(
    few: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers that read what waits, send it, and only then note it."""
    barrier = Barrier(AT_ONCE)

    def read_without_claiming(actor: Actor, *_office: object, **_more: object) -> list[int]:
        with snapshot():
            waiting = sa.select(Message.id).where(Message.state == MessageState.WAITING)
            found = list(db.session.scalars(waiting))
        if found:
            barrier.wait(timeout=20)
        return found

    monkeypatch.setattr(sending, "_claim", read_without_claiming)
    monkeypatch.setattr(sending, "_belongs_to", lambda *_: True)
    monkeypatch.setattr(messages, "begin_sending", lambda *_, **__: True)
    bag = Postbag()
    at_once(few, lambda _number: sending.send_batch(operator(), office_of(bag), worker="w", tell_time=lambda: TODAY))
    assert set(Counter(bag.recipients).values()) == {AT_ONCE}


def test_outbox_two_messages_to_one_person_are_not_for_two_workers(few: Flask) -> None:
    with transaction():
        first = db.session.scalars(sa.select(Message).order_by(Message.id)).first() or Message()
        copy = {"kind": first.kind, "person_id": first.person_id, "assignment_id": first.assignment_id, "tries": 0}
        rows = [{"key": f"copy {number}", **copy} for number in range(20)]
        due = {"organisation_id": 1, "state": MessageState.WAITING, "created_at": TODAY, "due_at": TODAY}
        db.session.execute(sa.insert(Message), [{**row, **due} for row in rows])
        person_id = first.person_id

    def claim(number: int) -> list[int]:
        with transaction():
            return messages.claim_due(1, worker=f"worker {number}", now=TODAY, since=TODAY, most=3)

    claimed = [one for found in at_once(few, claim) if isinstance(found, list) for one in found]
    db.session.remove()
    owners = Counter(db.session.scalars(sa.select(Message.person_id).where(Message.id.in_(claimed))))
    assert owners[person_id] == 1
    assert max(owners.values()) == 1
