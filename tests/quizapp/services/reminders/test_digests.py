"""Who gets a digest, and who does not any more, on both engines."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.roles import Role
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.managing.sharing import share_team
from quizapp.services.reminders.planning import plan_messages
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post
from quizapp.storage.transaction import transaction
from tests.builders import actor_of
from tests.quizapp.services.reminders.post import Postbag, office_of, send_all
from tests.quizapp.web.scenes.trust import BEN, GUS, Trust, email_of

MONDAY = datetime(2026, 6, 29, 9, tzinfo=UTC)
UMA = email_of("Uma Price")
DAY = timedelta(days=1)


@pytest.fixture
def shared(trust: Trust) -> Trust:
    """Uma, who manages nobody and has passed, is let see Ben's teams."""
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    share_team(ben, email=UMA, last_day=MONDAY.date() + 60 * DAY, now=MONDAY - 7 * DAY)
    return trust


def digests(trust: Trust, *, now: datetime = MONDAY) -> set[str]:
    return {one.name for one in plan_messages(trust.operator, now=now).planned if one.kind is MessageKind.DIGEST}


def leave(trust: Trust, email: str, *, last_day: datetime) -> None:
    """The post ends, and nothing else is ended with it."""
    with transaction():
        person_id = actor_of(trust.operator, email).person_id
        ending = sa.update(Post).where(Post.person_id == person_id).values(end_date=last_day.date())
        db.session.execute(ending.execution_options(synchronize_session=False))


def test_managers_and_deputies_get_one_on_monday_negative_control(shared: Trust) -> None:
    leave(shared, UMA, last_day=MONDAY)
    assert digests(shared) == {"Ben Okafor", "Eve Adeyemi", "Gus Lindqvist", "Uma Price"}


@pytest.mark.parametrize(
    ("email", "left"), [(UMA, {"Ben Okafor", "Eve Adeyemi", "Gus Lindqvist"}), (BEN, {"Eve Adeyemi", "Gus Lindqvist"})]
)
def test_a_deputy_or_manager_who_has_left_gets_none(shared: Trust, email: str, left: set[str]) -> None:
    leave(shared, email, last_day=MONDAY - DAY)
    assert digests(shared) == left


def test_whoever_leaves_between_the_plan_and_the_sending_gets_none(shared: Trust) -> None:
    digests(shared)
    for email in (UMA, GUS):
        leave(shared, email, last_day=MONDAY - DAY)
    bag = Postbag()
    send_all(office_of(bag), now=MONDAY)
    assert {UMA, GUS}.isdisjoint(bag.recipients)
    theirs = sa.select(Person.id).where(Person.email.in_((UMA, GUS)))
    reasons = sa.select(Message.reason).where(Message.person_id.in_(theirs), Message.kind == MessageKind.DIGEST)
    assert set(db.session.scalars(reasons)) == {"Left."}
