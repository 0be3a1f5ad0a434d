"""Reminders and what came of them, on people whose passes are at noon of known days."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.measures import Share
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.errors import NotAllowed
from quizapp.services.reports.oversight.reminder_effect import ReminderEffect, measure_reminders
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import Scene, set_the_scene
from tests.quizapp.storage.queries.reports.lives import FIRST, FIRST_ID, Given, Life, Span, store_lives

JUNE = date(2026, 6, 1)
ON_8_JULY = datetime(2026, 7, 8, 9, tzinfo=UTC)
PASSES = (date(2026, 6, 10), date(2026, 6, 20), date(2026, 7, 7), None, date(2026, 5, 20), date(2026, 6, 10))


@pytest.fixture
def scene(record: Flask) -> Scene:
    """Six people, each with one assignment of the same number; all but one have passed."""
    scene = set_the_scene()
    given = [Given(Span(FIRST, None), (), (on,) if on else (), (None,) if on else ()) for on in PASSES]
    with transaction():
        organisation_id = scene.operator.organisation_id
        blueprint_id = list_quizzes(organisation_id)[0][1].id
        lives = [Life((), (one,)) for one in given]
        store_lives(organisation_id, lives, quiz_id=scene.quiz_id, blueprint_id=blueprint_id)
    return scene


def remind(
    scene: Scene,
    number: int,
    at: datetime,
    *,
    kind: MessageKind = MessageKind.OVERDUE,
    state: MessageState = MessageState.SENT,
) -> None:
    with transaction():
        db.session.add(
            Message(
                organisation_id=scene.operator.organisation_id,
                key=f"{number} {at} {kind}",
                kind=kind,
                person_id=FIRST_ID + number,
                assignment_id=FIRST_ID + number,
                state=state,
                created_at=at,
                due_at=at,
                sent_at=at if state is MessageState.SENT else None,
                address="somebody@trust.example",
            )
        )


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def test_people_count_once_and_only_passes_within_seven_days_after_a_reminder(scene: Scene) -> None:
    remind(scene, 0, at(6, 1))  # nine days before the pass, and then again one day before
    remind(scene, 0, at(6, 9), kind=MessageKind.FROM_MANAGER)
    remind(scene, 1, at(6, 12), kind=MessageKind.DUE_TOMORROW)  # eight days before the pass
    remind(scene, 2, at(6, 30, 12), kind=MessageKind.DUE_IN_A_WEEK)  # seven days to the minute, into July
    remind(scene, 3, at(6, 15))  # has not passed
    remind(scene, 4, at(6, 2))  # had passed before
    assert measure_reminders(scene.operator, now=ON_8_JULY) == ReminderEffect(JUNE, Share(2, 5))


def test_what_is_no_reminder_or_was_not_sent_does_not_count(scene: Scene) -> None:
    for kind in (MessageKind.WELCOME, MessageKind.SIGN_IN_HELP, MessageKind.BOOSTER):
        remind(scene, 0, at(6, 9), kind=kind)
    for state in (MessageState.DROPPED, MessageState.REFUSED, MessageState.WAITING):
        remind(scene, 5, at(6, 9, 8 + list(MessageState).index(state)), state=state)
    assert measure_reminders(scene.operator, now=ON_8_JULY).passed == Share(0, 0)


def test_the_month_is_the_last_one_whose_reminders_had_their_seven_days(scene: Scene) -> None:
    # Half past eleven at night on 31 May by UTC is June in London.
    remind(scene, 0, datetime(2026, 5, 31, 23, 30, tzinfo=UTC))
    remind(scene, 1, datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert measure_reminders(scene.operator, now=ON_8_JULY) == ReminderEffect(JUNE, Share(0, 1))
    assert measure_reminders(scene.operator, now=at(7, 7)) == ReminderEffect(date(2026, 5, 1), Share(0, 0))


def test_only_an_administrator_of_the_organisation_sees_it(scene: Scene) -> None:
    remind(scene, 0, at(6, 9))
    with pytest.raises(NotAllowed):
        measure_reminders(Actor(scene.operator.organisation_id, 1, frozenset({Role.MANAGER})), now=ON_8_JULY)
    other = set_the_scene("Other Trust")
    assert measure_reminders(other.operator, now=ON_8_JULY).passed == Share(0, 0)
