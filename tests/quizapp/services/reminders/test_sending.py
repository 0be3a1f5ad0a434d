"""Sending on both engines: what is right goes out once with its words, and whatever stands in the way is said."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.output.mail import Envelope, MailServer, Outcome, Receipt, Security, ServerAway
from quizapp.services.errors import NotAllowed
from quizapp.services.people import absences, people
from quizapp.services.quizzes import withdrawals
from quizapp.services.reminders import planning, sending
from quizapp.services.reminders.by_manager import send_reminder
from quizapp.services.reports import reports
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import transaction
from tests.builders import NOW, actor_of, sign_in
from tests.quizapp.services.reminders.post import TODAY, Postbag, office_of, operator, send_all, states
from tests.quizapp.web.scenes.trust import ASHA, BEN, Trust, email_of, try_quiz
from tests.support.mail_server import Mailbox, mail_server

S = MessageState
MONDAY = NOW - timedelta(days=1)


def plan_and_send(trust: Trust, *, now: datetime = NOW) -> Postbag:
    planning.plan_messages(trust.operator, now=now)
    return send(now=now)


def send(*, now: datetime = NOW) -> Postbag:
    bag = Postbag()
    send_all(office_of(bag), now=now)
    return bag


def message_to(name: str) -> Message:
    db.session.remove()
    wanted = sa.select(Message).join(Person, Person.id == Message.person_id).where(Person.name == name)
    return db.session.scalars(wanted.order_by(Message.id.desc())).first() or Message()


def test_every_message_of_the_plan_goes_out_once_and_is_kept_as_it_was_sent(trust: Trust) -> None:
    bag = plan_and_send(trust)
    assert len(bag.recipients) == len(set(bag.recipients)) == 6
    letter = next(one for one in bag.letters if one.to_address == ASHA)
    assert letter.letter.subject == "Your quiz “Our values” at Fernbrook Trust: was due on Friday 29 May"
    assert (letter.from_name, letter.reply_to, letter.to_name) == (
        "Fernbrook Trust",
        "learning@fernbrook.example",
        "Asha Rahman",
    )
    kept = message_to("Asha Rahman")
    assert (kept.state, kept.address, kept.subject, kept.sent_at) == (S.SENT, ASHA, letter.letter.subject, NOW)
    assert "https://quiz.example/learning" in str(kept.body)
    assert send().letters == []


def test_a_managers_reminder_goes_out_in_their_name_with_the_note(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    asha = people.find_by_email(trust.operator, ASHA).id
    send_reminder(ben, [asha], quiz_id=1, note="Any day this week.", token="press-number-1", now=NOW)
    (letter,) = send().letters
    assert (letter.from_name, letter.reply_to) == ("Ben Okafor", BEN)
    assert "Ben Okafor writes: “Any day this week.”" in str(message_to("Asha Rahman").body)


def test_a_digest_counts_as_the_page_of_the_team_does_and_names_nobody(trust: Trust) -> None:
    letter = next(one for one in plan_and_send(trust, now=MONDAY).letters if one.to_address == BEN)
    rows = reports.report_on_team(actor_of(trust.operator, BEN, Role.MANAGER), now=MONDAY).rows
    assert (sum(row.needs_something for row in rows), len(rows)) == (5, 11)
    assert letter.letter.subject == "5 of your 11 people need something at Fernbrook Trust"
    body = str(message_to("Ben Okafor").body)
    assert "https://quiz.example/team" in body
    for name in ("Asha", "Lee", "Max", "Tia"):
        assert name not in body


def _set(table: type[Person] | type[Organisation], row_id: int, **values: object) -> None:
    with transaction():
        db.session.execute(sa.update(table).where(table.id == row_id).values(**values))


def test_what_changes_after_the_plan_is_seen_at_the_moment_of_sending(trust: Trust) -> None:
    planning.plan_messages(trust.operator, now=NOW)
    asha, lee, rae, tia = (
        actor_of(trust.operator, email_of(name)) for name in ("Asha Rahman", "Lee Carter", "Rae Singh", "Tia Mensah")
    )
    try_quiz(asha, 0)
    today, kind = NOW.date(), AbsenceKind.PARENTAL
    absences.record_absence(trust.operator, lee.person_id or 0, kind=kind, from_date=today, returns_on=None, now=NOW)
    _set(Person, rae.person_id or 0, email=None)
    people.end_post(trust.operator, tia.person_id or 0, last_day=today - timedelta(days=1), now=NOW)
    sign_in(trust.operator, email_of("Sol Bright"), now=NOW)
    assert send().recipients == [email_of("Val Stone")]
    reasons = {
        "Asha Rahman": "Passed.",
        "Lee Carter": "Away.",
        "Rae Singh": "No e-mail address.",
        "Tia Mensah": "No longer has this quiz, or is not in post.",
        "Sol Bright": "Its time has passed.",
    }
    for name, reason in reasons.items():
        dropped = message_to(name)
        assert (dropped.state, dropped.reason, dropped.body) == (S.DROPPED, reason, None)


def test_nothing_planned_goes_out_once_reminders_are_turned_off(trust: Trust) -> None:
    planning.plan_messages(trust.operator, now=MONDAY)
    _set(Organisation, 1, sends_reminders=False)
    assert send(now=MONDAY).letters == []
    assert message_to("Ben Okafor").reason == message_to("Asha Rahman").reason == "Reminders have been turned off."


def test_a_withdrawn_quiz_is_spoken_of_no_more(trust: Trust) -> None:
    planning.plan_messages(trust.operator, now=NOW)
    withdrawals.withdraw_quiz(trust.operator, 1, now=NOW)
    assert send().letters == []
    assert states() == {S.DROPPED: 6}


def test_what_could_not_be_sent_in_its_time_is_dropped_and_the_next_step_comes(trust: Trust) -> None:
    planning.plan_messages(trust.operator, now=NOW)
    later = NOW + timedelta(days=5)
    assert email_of("Tia Mensah") not in send(now=later).recipients
    assert message_to("Tia Mensah").reason == "Its time has passed."
    assert email_of("Tia Mensah") in plan_and_send(trust, now=later).recipients


def test_a_managers_reminder_is_dropped_where_the_person_moved_away_or_it_waited_for_a_week(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    ids = [people.find_by_email(trust.operator, email_of(name)).id for name in ("Asha Rahman", "Lee Carter")]
    send_reminder(ben, ids, quiz_id=1, note="", token="press-number-1", now=NOW)
    people.end_post(trust.operator, ben.person_id or 0, last_day=NOW.date() - timedelta(days=1), now=NOW)
    assert send().letters == []
    assert message_to("Asha Rahman").reason == "No longer in a team of whoever sent it."
    assert send(now=NOW + timedelta(days=8)).letters == []


def test_nothing_goes_out_at_night(few: Flask) -> None:
    bag = Postbag()
    for night in (datetime(2026, 7, 6, 21, 0, tzinfo=UTC), datetime(2026, 7, 7, 5, 59, tzinfo=UTC)):
        assert send_all(office_of(bag), now=night) == {}
    send_all(office_of(bag), now=datetime(2026, 7, 7, 6, 0, tzinfo=UTC))
    assert len(bag.letters) == 5


def test_what_is_claimed_when_the_night_begins_waits_for_the_morning(few: Flask) -> None:
    moments = iter([datetime(2026, 7, 6, 20, 59, tzinfo=UTC)])
    night = datetime(2026, 7, 6, 21, 0, tzinfo=UTC)
    batch = sending.send_batch(operator(), office_of(Postbag()), worker="w", tell_time=lambda: next(moments, night))
    assert (batch.claimed, states()) == (5, {S.WAITING: 5})


def test_two_messages_to_one_person_go_out_three_days_apart(few: Flask) -> None:
    with transaction():
        first = db.session.scalars(sa.select(Message).order_by(Message.id)).first() or Message()
        values = {"key": "by-hand", "kind": MessageKind.BOOSTER, "person_id": first.person_id, "tries": 0}
        due = {"organisation_id": 1, "state": S.WAITING, "created_at": TODAY, "due_at": TODAY}
        db.session.execute(sa.insert(Message).values(**values, **due))
    assert send_all(office_of(Postbag())) == {S.SENT: 5}
    for days in (1, 2):
        assert send_all(office_of(Postbag()), now=TODAY + timedelta(days=days)) == {}
    assert send_all(office_of(Postbag()), now=TODAY + timedelta(days=3)) == {S.DROPPED: 1}


def test_without_a_mail_server_nothing_is_claimed(few: Flask) -> None:
    batch = sending.send_batch(operator(), office_of(None), worker="w", tell_time=lambda: TODAY)
    assert (batch.claimed, states()) == (0, {S.WAITING: 5})
    assert sending.count_waiting(operator(), now=TODAY) == 5


def test_what_the_server_refuses_is_not_tried_again(few: Flask) -> None:
    bag = Postbag(lambda _envelope: Receipt(Outcome.REFUSED, "550 no such user"))
    assert send_all(office_of(bag)) == {S.REFUSED: 5}
    assert message_to("Person 0").reason == "550 no such user"
    assert send_all(office_of(bag), now=TODAY + timedelta(days=1)) == {}


def test_not_now_is_tried_again_after_growing_pauses_and_given_up_in_the_end(few: Flask) -> None:
    moments: list[datetime] = []
    now = TODAY - timedelta(hours=3)

    def not_now(envelope: Envelope) -> Receipt:
        if envelope.to_name == "Person 0":
            moments.append(now)
            return Receipt(Outcome.NOT_NOW, "451 greylisted")
        return Receipt(Outcome.TAKEN)

    for minutes in (0, 14, 15, 30, 74, 75, 90, 314, 315, 1000, 1034, 1035, 2000):
        now = TODAY + timedelta(minutes=minutes)
        send_all(office_of(Postbag(not_now)), now=now)
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert pauses == [timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4), timedelta(minutes=2000 - 315)]
    given_up = message_to("Person 0")
    assert (given_up.state, given_up.tries, given_up.reason) == (S.REFUSED, 5, "451 greylisted")


def test_a_server_that_is_away_costs_no_message_a_try(few: Flask) -> None:
    def away(_envelope: Envelope) -> Receipt:
        raise ServerAway("Connection refused")

    batch = sending.send_batch(operator(), office_of(Postbag(away)), worker="w", tell_time=lambda: TODAY)
    assert (batch.away, states()) == ("Connection refused", {S.WAITING: 5})
    assert message_to("Person 0").tries == 0
    assert send_all(office_of(Postbag())) == {S.SENT: 5}


def test_what_may_have_arrived_is_said_and_never_sent_again(few: Flask) -> None:
    bag = Postbag(lambda _envelope: Receipt(Outcome.UNKNOWN, "Connection lost"))
    assert send_all(office_of(bag)) == {S.UNKNOWN: 5}
    assert planning.plan_messages(operator(), now=TODAY).new == 0
    assert send_all(office_of(bag), now=TODAY + timedelta(days=3)) == {}
    assert len(bag.letters) == 5


def test_through_a_real_mail_server_on_one_connection(few: Flask) -> None:
    box = Mailbox(answers={"person0001@fernbrook.example": b"550 no such user"})
    with mail_server(box):
        server = MailServer(
            host="127.0.0.1",
            port=box.port,
            security=Security.NONE,
            sender="quiz@fernbrook.example",
            bounces="bounces@fernbrook.example",
        )
        assert send_all(office_of(server)) == {S.SENT: 4, S.REFUSED: 1}
    assert box.connections == 1
    assert {str(message["Message-ID"]) for _, _, message in box.messages} == {
        f"<message-1-{number}@fernbrook.example>" for number in (1, 3, 4, 5)
    }


def test_only_who_sees_to_the_reports_may_send(trust: Trust) -> None:
    with pytest.raises(NotAllowed):
        sending.send_batch(
            actor_of(trust.operator, BEN, Role.MANAGER), office_of(Postbag()), worker="w", tell_time=lambda: NOW
        )
