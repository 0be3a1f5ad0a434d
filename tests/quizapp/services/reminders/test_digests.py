"""Who gets a digest, and who does not any more, on both engines."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.reminders.cadence import SkipReason
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.managing.sharing import share_team
from quizapp.services.people.absences import record_absence
from quizapp.services.reminders.planning import plan_messages
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post
from quizapp.storage.transaction import transaction
from tests.builders import actor_of, add_staff
from tests.quizapp.services.reminders.post import Postbag, office_of, send_all
from tests.quizapp.web.scenes.trust import ASHA, BEN, EVE, GUS, Trust, email_of

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


def digests_sent(*, now: datetime = MONDAY) -> dict[str, MessageKind]:
    """Who is sent what at a moment."""
    bag = Postbag()
    send_all(office_of(bag), now=now)
    sent = sa.select(Person.email, Message.kind).where(Person.id == Message.person_id, Message.sent_at == now)
    found = {str(email): kind for email, kind in db.session.execute(sent)}
    assert sorted(found) == bag.recipients
    return found


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


def test_a_digest_is_put_out_on_monday_from_seven_and_on_no_other_day(trust: Trust) -> None:
    assert digests(trust, now=datetime(2026, 6, 28, 18, tzinfo=UTC)) == set()
    for days in (-1, 1, 2, 3, 4, 5):
        assert digests(trust, now=MONDAY + days * DAY) == set()
    assert "Gus Lindqvist" in digests(trust, now=datetime(2026, 6, 29, 5, tzinfo=UTC))
    due = sa.select(Message.due_at).where(Message.kind == MessageKind.DIGEST)
    assert set(db.session.scalars(due)) == {datetime(2026, 6, 29, 6, tzinfo=UTC)}


def test_a_manager_with_nothing_to_do_or_away_gets_none(trust: Trust) -> None:
    leave(trust, email_of("Val Stone"), last_day=MONDAY - DAY)
    ben, first = actor_of(trust.operator, BEN).person_id or 0, MONDAY.date()
    record_absence(trust.operator, ben, kind=AbsenceKind.PARENTAL, from_date=first, returns_on=None, now=MONDAY)
    assert digests(trust) == {"Eve Adeyemi"}


def test_on_monday_the_digest_goes_first_and_a_booster_waits_until_thursday(trust: Trust) -> None:
    issue_boosters(trust.operator, now=MONDAY - timedelta(hours=1))
    assert digests(trust) == {"Ben Okafor", "Eve Adeyemi", "Gus Lindqvist"}
    found = digests_sent()
    assert {found[email] for email in (BEN, EVE, GUS)} == {MessageKind.DIGEST}
    assert digests_sent(now=MONDAY + 3 * DAY)[BEN] is MessageKind.BOOSTER


def test_on_monday_the_digest_goes_before_a_reminder_of_ones_own(trust: Trust) -> None:
    add_staff(
        trust.operator,
        f"Tia Mensah,{email_of('Tia Mensah')},Ward 1 (nights),{ASHA},2026-05-25,permanent",
        now=MONDAY - DAY,
    )
    found = plan_messages(trust.operator, now=MONDAY)
    assert [one.kind for one in found.planned if one.name == "Asha Rahman"] == [MessageKind.DIGEST]
    assert SkipReason.RECENTLY in {one.reason for one in found.held if one.name == "Asha Rahman"}


def test_a_digest_that_nobody_needs_any_more_when_its_turn_comes_is_dropped(trust: Trust) -> None:
    digests(trust)
    leave(trust, email_of("Val Stone"), last_day=MONDAY - DAY)
    found = digests_sent()
    assert (GUS in found, BEN in found) == (False, True)
    dropped = sa.select(Message.reason).where(Message.state == MessageState.DROPPED, Message.kind == MessageKind.DIGEST)
    assert list(db.session.scalars(dropped)) == ["Nobody needs something any more."]


def test_a_digest_that_could_not_go_on_its_monday_is_dropped_and_that_of_the_next_is_sent(trust: Trust) -> None:
    digests(trust)
    issue_boosters(trust.operator, now=MONDAY - timedelta(hours=1))
    found = digests_sent(now=MONDAY + DAY)
    assert MessageKind.DIGEST not in found.values()
    assert found[BEN] is MessageKind.BOOSTER
    dropped = sa.select(Message.reason).where(Message.kind == MessageKind.DIGEST)
    assert set(db.session.scalars(dropped)) == {"Its time has passed."}
    assert "Ben Okafor" in digests(trust, now=MONDAY + 7 * DAY)


def test_whoever_was_written_to_on_saturday_gets_none_that_week(trust: Trust) -> None:
    issue_boosters(trust.operator, now=MONDAY - 2 * DAY)
    assert digests_sent(now=MONDAY - 2 * DAY)[BEN] is MessageKind.BOOSTER
    for days in range(6):
        assert "Ben Okafor" not in digests(trust, now=MONDAY + days * DAY)
