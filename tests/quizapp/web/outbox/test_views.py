"""The outbox as an administrator reads it, and the demo's button."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.roles import Role
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.config import Environment
from quizapp.services.people import people
from quizapp.services.reminders import planning
from quizapp.services.reminders.by_manager import send_reminder
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.transaction import transaction
from tests.builders import NOW, actor_of
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, Trust, table_words

OUTBOX = "/organisation/messages"
TEN = "30 June 2026 at 10am"
BUTTON = 'form[action="/organisation/messages/send"]'


@pytest.fixture
def cara(trust: Trust) -> PageClient:
    """The administrator's browser."""
    return trust.pages(CARA)


def make_demo(app: Flask) -> None:
    settings = app.extensions["quizapp.config"]
    app.extensions["quizapp.config"] = replace(settings, environment=Environment.DEMO)


def plan(trust: Trust) -> None:
    with trust.app.app_context():
        planning.plan_messages(trust.operator, now=NOW)
        db.session.remove()


def rows_of(page: Page) -> list[list[str]]:
    return table_words(page, "Messages")[1:]


def test_an_empty_outbox_says_what_appears_here(cara: PageClient) -> None:
    page = cara.get(OUTBOX)
    assert page.heading == "Messages"
    assert "Nobody was sent a reminder in May 2026." in page.text
    assert "There are no messages yet." in page.text
    assert "No mail server is set up, so nothing is sent." in page.text
    assert page.soup.select(BUTTON) == []


def test_what_waits_is_listed_with_person_kind_and_time(trust: Trust, cara: PageClient) -> None:
    plan(trust)
    page = cara.get(OUTBOX)
    assert "6 messages: 6 waiting." in page.text
    assert ["Asha Rahman", "Overdue", "Waiting", TEN, ""] in rows_of(page)
    assert "fernbrook.example" not in page.text
    waiting = cara.get(f"{OUTBOX}/1")
    assert "The words are put together when it is sent" in waiting.text
    assert "Not before 30 June 2026 at 10am" in waiting.text


def test_in_the_demo_the_button_sends_what_is_due_and_every_message_can_be_read(trust: Trust, cara: PageClient) -> None:
    make_demo(trust.app)
    page = cara.submit(cara.get(OUTBOX), form=BUTTON)
    assert "9 messages sent." in page.text
    assert "9 messages: 9 sent." in page.text
    link = next(link for link in page.soup.select("main td a") if "Asha Rahman" in link.get_text())
    letter = cara.get(str(link["href"]))
    assert letter.heading == "Your quiz “Our values” at Fernbrook Trust: was due on Friday 29 May"
    assert "Hello Asha." in letter.text
    assert f"Address {ASHA}" in letter.text
    assert "http://127.0.0.1:8000/learning" in letter.text
    again = cara.submit(cara.get(OUTBOX), form=BUTTON)
    assert "Important Nothing is due now." in again.text


def test_outside_the_demo_nobody_sends_from_a_page(trust: Trust, cara: PageClient) -> None:
    plan(trust)
    make_demo(trust.app)
    page = cara.get(OUTBOX)
    settings = trust.app.extensions["quizapp.config"]
    trust.app.extensions["quizapp.config"] = replace(settings, environment=Environment.TEST)
    assert cara.submit(page, form=BUTTON).status == 404
    assert "6 messages: 6 waiting." in cara.get(OUTBOX).text


def test_a_state_is_picked_out_and_explained_and_the_reasons_stand_in_the_list(trust: Trust, cara: PageClient) -> None:
    plan(trust)
    with trust.app.app_context(), transaction():
        refused = {"state": MessageState.REFUSED, "reason": "550 5.1.1 no such user", "ended_at": NOW}
        db.session.execute(sa.update(Message).where(Message.kind == MessageKind.SIGN_IN_HELP).values(**refused))
    page = cara.submit(cara.get(OUTBOX), {"state": "refused"}, form="form.app-filters")
    assert "1 message: refused by the mail server." in page.text
    assert "Check the address." in page.text
    assert rows_of(page) == [
        [
            "Sol Bright",
            "Help with signing in",
            "Refused by the mail server",
            TEN,
            "550 5.1.1 no such user",
        ]
    ]
    assert "There are no messages like this." in cara.get(f"{OUTBOX}?state=unknown").text
    assert len(rows_of(cara.get(f"{OUTBOX}?state=nonsense"))) == 6


def test_a_managers_reminder_names_the_manager(trust: Trust, cara: PageClient) -> None:
    with trust.app.app_context():
        ben = actor_of(trust.operator, BEN, Role.MANAGER)
        asha = people.find_by_email(trust.operator, ASHA).id
        send_reminder(ben, [asha], quiz_id=1, note="", token="press-number-1", now=NOW)
        db.session.remove()
    assert rows_of(cara.get(OUTBOX))[0][1:] == [
        "Reminder by a manager",
        "Waiting",
        TEN,
        "Sent by Ben Okafor",
    ]
    assert "In the name of Ben Okafor" in cara.get(f"{OUTBOX}/1").text


def test_a_long_outbox_is_shown_in_parts(trust: Trust, cara: PageClient) -> None:
    with trust.app.app_context(), transaction():
        row = {"organisation_id": 1, "kind": MessageKind.WELCOME, "person_id": 1, "state": MessageState.WAITING}
        rows = [{**row, "key": str(number), "created_at": NOW, "due_at": NOW, "tries": 0} for number in range(120)]
        db.session.execute(sa.insert(Message), rows)
    first = cara.get(OUTBOX)
    assert "Showing 1 to 50 of 120." in first.text
    assert first.all_words("main nav[aria-label='Parts of the list'] a") == ["Older messages"]
    last = cara.get(f"{OUTBOX}?part=3")
    assert len(rows_of(last)) == 20
    assert last.all_words("main nav[aria-label='Parts of the list'] a") == ["Newer messages"]
    assert rows_of(cara.get(f"{OUTBOX}?part=9")) == []


def test_the_outbox_is_for_administrators_and_of_their_own_organisation(trust: Trust, cara: PageClient) -> None:
    plan(trust)
    for browser in (trust.pages(BEN), trust.pages(ASHA)):
        assert browser.get(OUTBOX).status == 403
        assert browser.get(f"{OUTBOX}/1").status == 403
    with trust.app.app_context():
        person = people.find_by_email(trust.operator, ASHA).id
        with transaction():
            db.session.execute(sa.update(Message).where(Message.id == 1).values(organisation_id=1, person_id=person))
    assert trust.dev().get(OUTBOX).status == 403
    assert cara.get(f"{OUTBOX}/999").status == 404
    assert "Messages" in cara.get("/organisation").all_words("main nav.app-sections a")


def test_looking_changes_nothing(trust: Trust, cara: PageClient) -> None:
    plan(trust)
    with trust.app.app_context(), db.engine.connect() as connection:
        before = connection.execute(sa.select(Message.__table__)).all()
    cara.get(OUTBOX)
    cara.get(f"{OUTBOX}/1")
    with trust.app.app_context(), db.engine.connect() as connection:
        assert connection.execute(sa.select(Message.__table__)).all() == before
