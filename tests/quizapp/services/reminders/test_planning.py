"""What is put into the outbox on one day, on both engines: everybody whose time it is, once, and nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import console
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.cadence import SkipReason
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.errors import NotAllowed
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.services.people import people
from quizapp.services.quizzes import withdrawals
from quizapp.services.rehearsal import rehearse
from quizapp.services.reminders import planning
from quizapp.services.reminders.by_manager import send_reminder
from quizapp.services.reminders.planning import Plan, plan_messages
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import transaction
from tests.builders import NOW, actor_of, sign_in
from tests.quizapp.web.scenes.trust import ASHA, BEN, EVE, GUS, Trust, email_of
from tests.support.at_once import AT_ONCE, at_once

THAT_DAY = {
    "Asha Rahman": MessageKind.OVERDUE,
    "Val Stone": MessageKind.OVERDUE,
    "Rae Singh": MessageKind.OVERDUE,
    "Tia Mensah": MessageKind.OVERDUE,
    "Lee Carter": MessageKind.DUE_IN_A_WEEK,
    "Sol Bright": MessageKind.SIGN_IN_HELP,
}
"""A Tuesday, and so no day for digests."""


def plan(trust: Trust, now: datetime = NOW) -> Plan:
    return plan_messages(trust.operator, now=now)


def kinds(found: Plan) -> dict[str, MessageKind]:
    return {one.name: one.kind for one in found.planned}


def outbox() -> list[Message]:
    db.session.remove()
    return list(db.session.scalars(sa.select(Message).order_by(Message.id)))


def test_everybody_whose_time_it_is_gets_one_message_and_nobody_else(trust: Trust) -> None:
    found = plan(trust)
    assert kinds(found) == THAT_DAY
    assert found.new == len(THAT_DAY) == len(outbox())
    assert {message.state for message in outbox()} == {MessageState.WAITING}
    assert {message.organisation_id for message in outbox()} == {1}


def test_who_is_held_back_is_named_with_the_reason(trust: Trust) -> None:
    assert [(one.name, one.kind, one.reason) for one in plan(trust).held] == [
        ("Pat Nowak", MessageKind.OVERDUE, SkipReason.AWAY)
    ]


def test_planning_again_puts_nothing_twice_and_holds_nobody_back_for_what_is_there_already(trust: Trust) -> None:
    plan(trust)
    again = plan(trust, NOW + timedelta(hours=3))
    assert (again.planned, again.new, len(outbox())) == ((), 0, len(THAT_DAY))
    assert [one.name for one in again.held] == ["Pat Nowak"]


def test_outbox_many_plans_at_once_put_every_message_once(trust: Trust) -> None:
    found = at_once(trust.app, lambda _number: plan(trust))
    assert all(isinstance(one, Plan) for one in found), found
    assert sum(one.new for one in found if isinstance(one, Plan)) == len(THAT_DAY) == len(outbox())


def test_outbox_negative_control_without_the_constraint_messages_are_doubled(
    trust: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is what holds: with one that differs from plan to plan, everybody gets as many as there are plans."""
    values, number = planning._values, iter(range(10_000))
    monkeypatch.setattr(
        planning, "_values", lambda due, **more: {**values(due, **more), "key": f"{due.key}:{next(number)}"}
    )
    at_once(trust.app, lambda _number: plan(trust))
    assert len(outbox()) > len(THAT_DAY)
    assert len(outbox()) <= len(THAT_DAY) * AT_ONCE


def test_a_rehearsal_says_the_same_and_keeps_nothing(trust: Trust) -> None:
    with rehearse():
        found = plan(trust)
    assert (kinds(found), found.new) == (THAT_DAY, len(THAT_DAY))
    assert outbox() == []


def test_whoever_is_said_to_be_on_leave_or_has_no_address_is_held_back(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    asha = people.find_by_email(trust.operator, ASHA).id
    until = NOW.date() + timedelta(days=10)
    report_people(ben, [asha], quiz_id=1, word=Word(QueryKind.ON_LEAVE, until), now=NOW)
    with transaction():
        db.session.execute(sa.update(Person).where(Person.name == "Lee Carter").values(email=None))
        db.session.execute(sa.update(Person).where(Person.name == "Tia Mensah").values(deactivated_at=NOW))
    held = {one.name: one.reason for one in plan(trust).held}
    assert held == {
        "Pat Nowak": SkipReason.AWAY,
        "Asha Rahman": SkipReason.ON_LEAVE,
        "Lee Carter": SkipReason.NO_EMAIL,
        "Tia Mensah": SkipReason.NO_EMAIL,
    }


def test_whoever_left_or_has_signed_in_gets_nothing_of_that_kind(trust: Trust) -> None:
    people.end_post(
        trust.operator, people.find_by_email(trust.operator, ASHA).id, last_day=NOW.date() - timedelta(days=1), now=NOW
    )
    sign_in(trust.operator, email_of("Sol Bright"), now=NOW)
    found = plan(trust)
    assert not {"Asha Rahman", "Sol Bright"} & kinds(found).keys()
    assert [one.name for one in found.held] == ["Pat Nowak"]


def test_what_a_manager_has_just_sent_puts_the_other_messages_off(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    lee = people.find_by_email(trust.operator, email_of("Lee Carter")).id
    send_reminder(ben, [lee], quiz_id=1, note="", token="press-number-1", now=NOW)
    found = plan(trust)
    assert "Lee Carter" not in kinds(found)
    assert ("Lee Carter", SkipReason.RECENTLY) in [(one.name, one.reason) for one in found.held]


def test_at_night_the_morning_is_planned(trust: Trust) -> None:
    found = plan(trust, datetime(2026, 6, 30, 23, 0, tzinfo=UTC))
    assert kinds(found)["Lee Carter"] is MessageKind.DUE_IN_A_WEEK
    assert {message.due_at for message in outbox()} == {datetime(2026, 7, 1, 6, 0, tzinfo=UTC)}


def test_an_organisation_that_turned_reminders_off_plans_nothing(trust: Trust) -> None:
    with transaction():
        db.session.get_one(Organisation, 1).sends_reminders = False
    assert plan(trust) == Plan()


def test_a_withdrawn_quiz_is_in_nobodys_plan(trust: Trust) -> None:
    withdrawals.withdraw_quiz(trust.operator, 1, now=NOW)
    assert plan(trust).planned == ()


def test_the_other_organisation_has_a_plan_of_its_own(trust: Trust) -> None:
    plan(trust)
    other = plan_messages(console(2, "tests"), now=NOW)
    assert "Zed Hidden" in kinds(other)
    assert not {"Asha Rahman", "Val Stone"} & kinds(other).keys()


def test_only_who_sees_to_the_reports_may_plan(trust: Trust) -> None:
    for email in (GUS, EVE):
        with pytest.raises(NotAllowed):
            plan_messages(actor_of(trust.operator, email, Role.MANAGER), now=NOW)
