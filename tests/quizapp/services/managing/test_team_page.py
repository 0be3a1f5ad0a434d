from datetime import timedelta

from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.services.managing.team_page import Contact, open_team
from quizapp.services.people import people
from quizapp.services.reminders.by_manager import send_reminder
from tests.builders import NOW, actor_of
from tests.quizapp.web.scenes.trust import ASHA, BEN, EVE, email_of
from tests.quizapp.web.scenes.trust import Trust as Trust


def test_a_page_has_the_report_with_what_was_said_and_sent(trust: Trust) -> None:
    ben, eve = (actor_of(trust.operator, email, Role.MANAGER) for email in (BEN, EVE))
    asha, tia = (people.find_by_email(trust.operator, one).id for one in (ASHA, email_of("Tia Mensah")))
    report_people(ben, [asha], quiz_id=1, word=Word(QueryKind.HAS_LEFT), now=NOW)
    send_reminder(eve, [tia], quiz_id=1, note="", token="a-token-of-eve", now=NOW)
    found = open_team(ben, now=NOW)
    assert len(found.report.rows) == 12
    assert {person: one.kind for person, one in found.said.items()} == {asha: QueryKind.HAS_LEFT}
    waiting = Contact(MessageKind.FROM_MANAGER, NOW.date(), "Eve Adeyemi", by_actor=False, is_waiting=True)
    assert found.contacts == {tia: waiting}
    assert open_team(eve, now=NOW).contacts[tia].by_actor


def test_a_past_day_has_the_report_alone(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    asha = people.find_by_email(trust.operator, ASHA).id
    report_people(ben, [asha], quiz_id=1, word=Word(QueryKind.HAS_LEFT), now=NOW)
    found = open_team(ben, now=NOW, day=(NOW - timedelta(days=1)).date())
    assert found.report.head.on.is_over
    assert (found.said, found.contacts) == ({}, {})
