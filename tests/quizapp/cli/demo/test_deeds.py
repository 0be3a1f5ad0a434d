"""What was done with the reports of the demo, as their pages find it."""

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.cli.demo.deeds import act
from quizapp.cli.demo.story import Story
from quizapp.services.managing import settlements, sharing
from quizapp.services.people import organisations
from quizapp.services.reports.months.on_time import list_on_time
from quizapp.services.reports.oversight.exceptions import Matter, count_exceptions
from quizapp.storage.db import db
from quizapp.storage.models.attempts.booster import BoosterResponse
from quizapp.storage.models.message import Message
from quizapp.storage.models.month import FrozenMonth
from quizapp.storage.models.person import Person, WebSession
from tests.quizapp.cli.demo.loading import DEMO, LOADED_AT

pytestmark = pytest.mark.usefixtures("loaded")

each_story = pytest.mark.parametrize("story", DEMO.stories, ids=lambda story: story.slug)


def operator_of(story: Story) -> Actor:
    return organisations.console_for(story.slug, job="tests")[0]


@each_story
def test_administrators_find_reports_to_settle_and_one_they_settled(story: Story) -> None:
    officer = act(operator_of(story), story.officer, Role.ADMINISTRATOR)
    found = settlements.list_reports(officer, now=LOADED_AT)
    assert len(found.open) >= 2
    (answered,) = found.answered
    told = {deed.note for deed in story.deeds if deed.does == "answer"}
    assert {answered.note} == told
    said = {one.kind for one in (*found.open, answered.reported)}
    assert QueryKind.CANNOT_SIGN_IN in said


@each_story
def test_a_manager_shares_the_view_of_their_teams(story: Story) -> None:
    manager = act(operator_of(story), story.accounts[1].email, Role.MANAGER)
    (share,) = sharing.show_sharing(manager, now=LOADED_AT).given
    assert share.last_day > LOADED_AT.date()


@each_story
def test_every_month_that_has_waited_is_frozen(story: Story) -> None:
    months = list_on_time(operator_of(story), now=LOADED_AT).months
    assert all(one.is_frozen for one in months)
    assert len(months) >= (12 if story.crowd else 3)


def test_one_month_was_counted_anew_with_a_reason() -> None:
    (again,) = db.session.scalars(sa.select(FrozenMonth).where(FrozenMonth.edition > 1)).all()
    assert "recorded" in str(again.reason)
    first = db.session.scalars(
        sa.select(FrozenMonth).where(FrozenMonth.month == again.month, FrozenMonth.quiz_id == again.quiz_id)
    ).first()
    assert first
    assert first.figures["measures"] != again.figures["measures"]


@each_story
def test_the_outbox_has_messages_of_every_kind_sent_and_waiting(story: Story) -> None:
    organisation_id = operator_of(story).organisation_id
    found = db.session.execute(
        sa.select(Message.kind, Message.state).where(Message.organisation_id == organisation_id).distinct()
    ).all()
    assert {kind for kind, _ in found} == set(MessageKind)
    assert {MessageState.SENT, MessageState.WAITING, MessageState.DROPPED} <= {state for _, state in found}


@each_story
def test_people_are_stuck_in_several_ways(story: Story) -> None:
    counts = count_exceptions(operator_of(story), now=LOADED_AT).counts
    assert counts[Matter.NEW]
    assert counts[Matter.REFUSED] == 1
    assert counts[Matter.LONG]
    assert counts[Matter.MANY_TRIES]
    assert counts[Matter.OVERDUE]


def test_whoever_sat_the_quiz_has_signed_in_and_some_answered_boosters() -> None:
    without = sa.select(Person.name).where(
        Person.password_hash.is_(None), ~Person.id.in_(sa.select(WebSession.person_id))
    )
    never = set(db.session.scalars(without))
    tried = {one.name for story in DEMO.stories for one in story.characters if one.tries}
    assert never
    assert never.isdisjoint(tried)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(BoosterResponse))
