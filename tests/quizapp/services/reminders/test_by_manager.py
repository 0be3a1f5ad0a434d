"""A manager reminds people of the team, on both engines: who gets one, who does not and why, and never twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.cadence import SkipReason
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.services.people import people
from quizapp.services.quizzes import withdrawals
from quizapp.services.reminders.by_manager import NOBODY, Recipient, preview_reminder, send_reminder
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.queries.messages import list_reminded
from quizapp.storage.transaction import snapshot
from tests.builders import NOW, actor_of, add_staff
from tests.quizapp.web.scenes.trust import ASHA, BEN, GUS, Trust, email_of
from tests.support.at_once import at_once

TOKEN = "press-number-1"


@pytest.fixture
def ben(trust: Trust) -> Actor:
    """The manager of ward 1."""
    return actor_of(trust.operator, BEN, Role.MANAGER)


def ids(trust: Trust, *names: str) -> list[int]:
    return [people.find_by_email(trust.operator, email_of(name)).id for name in names]


def send(ben: Actor, chosen: list[int], *, note: str = "", token: str = TOKEN, now: datetime = NOW) -> int:
    return send_reminder(ben, chosen, quiz_id=1, note=note, token=token, now=now)


def outbox() -> list[Message]:
    db.session.remove()
    return list(db.session.scalars(sa.select(Message).order_by(Message.id)))


def test_the_preview_says_who_gets_it_and_who_does_not_and_why(trust: Trust, ben: Actor) -> None:
    chosen = ids(trust, "Asha Rahman", "Eve Adeyemi", "Pat Nowak", "Quin Abara", "Nia O'Neill", "Lee Carter")
    send(ben, ids(trust, "Lee Carter"), token="another-press")
    preview = preview_reminder(ben, chosen, quiz_id=1, now=NOW)
    assert preview.sender == "Ben Okafor"
    assert [one.name for one in preview.recipients] == ["Asha Rahman"]
    assert {one.name: one.reason for one in preview.skipped} == {
        "Eve Adeyemi": SkipReason.PASSED,
        "Nia O'Neill": SkipReason.PASSED,
        "Pat Nowak": SkipReason.AWAY,
        "Quin Abara": SkipReason.NOT_IN_POST,
        "Lee Carter": SkipReason.RECENTLY,
    }


def test_the_preview_is_the_message_with_a_place_for_the_note(trust: Trust, ben: Actor) -> None:
    preview = preview_reminder(ben, ids(trust, "Asha Rahman"), quiz_id=1, now=NOW)
    assert preview.subject == "Your quiz “Our values” at Fernbrook Trust: a reminder from Ben Okafor"
    assert preview.body.startswith("Hello Asha.\n")
    assert "Ben Okafor writes: “" not in preview.body
    assert "[Your note goes here, if you add one]" in preview.body
    assert "It was due on Friday 29 May." in preview.body


def test_whoever_left_since_the_page_was_shown_is_named_and_gets_nothing(trust: Trust, ben: Actor) -> None:
    asha, lee = ids(trust, "Asha Rahman", "Lee Carter")
    people.end_post(trust.operator, asha, last_day=NOW.date() - timedelta(days=1), now=NOW)
    preview = preview_reminder(ben, [asha, lee], quiz_id=1, now=NOW)
    assert [(one.name, one.reason) for one in preview.skipped] == [("Asha Rahman", SkipReason.LEFT)]
    assert send(ben, [asha, lee]) == 1


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (QueryKind.HAS_LEFT, SkipReason.SAID_LEFT),
        (QueryKind.NOT_IN_MY_TEAM, SkipReason.SAID_ELSEWHERE),
        (QueryKind.DONE_ON_PAPER, SkipReason.SAID_ON_PAPER),
    ],
)
def test_whoever_was_reported_gone_or_done_gets_nothing(
    trust: Trust, ben: Actor, kind: QueryKind, reason: SkipReason
) -> None:
    asha, lee = ids(trust, "Asha Rahman", "Lee Carter")
    report_people(ben, [asha], quiz_id=1, word=Word(kind), now=NOW)
    report_people(ben, [lee], quiz_id=1, word=Word(QueryKind.CANNOT_SIGN_IN), now=NOW)
    preview = preview_reminder(ben, [asha, lee], quiz_id=1, now=NOW)
    assert [(one.name, one.reason) for one in preview.skipped] == [("Asha Rahman", reason)]
    assert preview.recipients == (Recipient(lee, "Lee Carter", QueryKind.CANNOT_SIGN_IN, by_actor=True),)
    assert send(ben, [asha, lee]) == 1


def test_a_report_goes_before_what_is_only_for_the_moment(trust: Trust, ben: Actor) -> None:
    (asha,) = ids(trust, "Asha Rahman")
    send(ben, [asha])
    report_people(ben, [asha], quiz_id=1, word=Word(QueryKind.HAS_LEFT), now=NOW)
    (skipped,) = preview_reminder(ben, [asha], quiz_id=1, now=NOW).skipped
    assert skipped.reason is SkipReason.SAID_LEFT


def test_whoever_left_and_came_back_elsewhere_is_a_stranger(trust: Trust, ben: Actor) -> None:
    asha = ids(trust, "Asha Rahman")
    people.end_post(trust.operator, asha[0], last_day=NOW.date() - timedelta(days=5), now=NOW)
    add_staff(trust.operator, f"Asha Rahman,{ASHA},Ward 2,{GUS},{NOW.date()},permanent")
    with pytest.raises(NotFound, match=NOBODY):
        preview_reminder(ben, asha, quiz_id=1, now=NOW)
    with pytest.raises(NotFound, match=NOBODY):
        send(ben, asha)


def test_whoever_the_manager_says_is_on_leave_gets_nothing_until_they_are_back(trust: Trust, ben: Actor) -> None:
    asha = ids(trust, "Asha Rahman")
    back = date(2026, 7, 10)
    report_people(ben, asha, quiz_id=1, word=Word(QueryKind.ON_LEAVE, back), now=NOW)
    (skipped,) = preview_reminder(ben, asha, quiz_id=1, now=NOW).skipped
    assert skipped.reason is SkipReason.ON_LEAVE
    assert send(ben, asha) == 0
    assert send(ben, asha, token="when-back-again", now=datetime(2026, 7, 10, 9, tzinfo=UTC)) == 1


def test_a_reminder_waits_in_the_outbox_in_the_managers_name_with_the_note_on_one_line(
    trust: Trust, ben: Actor
) -> None:
    assert send(ben, ids(trust, "Asha Rahman", "Lee Carter"), note=" Any day\nthis week ") == 2
    first, second = outbox()
    assert (first.kind, first.state, first.sender_id) == (
        MessageKind.FROM_MANAGER,
        MessageState.WAITING,
        ben.person_id,
    )
    assert (first.note, second.note) == ("Any day this week", "Any day this week")


def test_a_press_at_night_waits_until_seven_by_the_clock_on_the_wall(trust: Trust, ben: Actor) -> None:
    send(ben, ids(trust, "Asha Rahman"), now=datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    (message,) = outbox()
    assert message.due_at == datetime(2026, 7, 1, 6, 0, tzinfo=UTC)


def test_the_same_press_twice_puts_one_message_and_says_the_same(trust: Trust, ben: Actor) -> None:
    chosen = ids(trust, "Asha Rahman", "Lee Carter")
    assert [send(ben, chosen), send(ben, chosen), len(outbox())] == [2, 2, 2]


def test_another_press_reminds_nobody_within_three_days(trust: Trust, ben: Actor) -> None:
    chosen = ids(trust, "Asha Rahman")
    send(ben, chosen)
    assert send(ben, chosen, token="another-press") == 0


def test_outbox_many_presses_at_once_put_one_message_a_person(trust: Trust, ben: Actor) -> None:
    chosen = ids(trust, "Asha Rahman", "Lee Carter", "Max Farrell")
    tokens = [TOKEN, "another-press"]
    found = at_once(trust.app, lambda number: send(ben, chosen, token=tokens[number % 2]))
    assert sorted({str(one) for one in found}) == ["0", "3"]
    assert len(outbox()) == 3


def test_nobody_outside_the_teams_can_be_reminded_and_nothing_is_put_out(trust: Trust, ben: Actor) -> None:
    for stranger in (ids(trust, "Val Stone")[0], 999_999):
        with pytest.raises(NotFound):
            preview_reminder(ben, [*ids(trust, "Asha Rahman"), stranger], quiz_id=1, now=NOW)
        with pytest.raises(NotFound):
            send(ben, [*ids(trust, "Asha Rahman"), stranger])
    assert outbox() == []


def test_staff_and_commands_remind_nobody(trust: Trust) -> None:
    chosen = ids(trust, "Asha Rahman")
    for actor in (actor_of(trust.operator, GUS), trust.operator):
        with pytest.raises(NotAllowed):
            send(actor, chosen)


def test_a_withdrawn_or_unknown_quiz_a_long_note_and_an_odd_token_are_refused(trust: Trust, ben: Actor) -> None:
    chosen = ids(trust, "Asha Rahman")
    with pytest.raises(NotFound):
        preview_reminder(ben, chosen, quiz_id=77, now=NOW)
    with pytest.raises(Invalid) as refusal:
        send(ben, chosen, note="x" * 301)
    assert refusal.value.field == "note"
    with pytest.raises(Invalid):
        send(ben, chosen, token="%")
    withdrawals.withdraw_quiz(trust.operator, 1, now=NOW)
    with pytest.raises(Conflict):
        send(ben, chosen)


def test_the_list_of_a_team_is_told_what_was_last_sent_or_waits(trust: Trust, ben: Actor) -> None:
    asha, lee = ids(trust, "Asha Rahman", "Lee Carter")
    send(ben, [asha])
    with snapshot():
        found = list_reminded(1, [asha, lee], quiz_id=1)
        elsewhere = list_reminded(2, [asha, lee], quiz_id=1)
    assert list(found) == [asha]
    assert (found[asha].sender_name, found[asha].sender_id, found[asha].is_waiting) == (
        "Ben Okafor",
        ben.person_id,
        True,
    )
    assert elsewhere == {}
