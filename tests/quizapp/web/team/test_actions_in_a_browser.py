"""A manager's twenty minutes in a real browser: a word about one, a reminder to the others, by keys alone."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Page, expect

from quizapp import clock
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.services.people import people
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person
from tests.builders import NOW, actor_of
from tests.quizapp.web.scenes.trust import BEN, CARA, EVE, GUS, email_of
from tests.quizapp.web.scenes.trust_browser import PHONE, Contexts, Visit, assert_accessible_unfolded, visit
from tests.support.browser import assert_accessible

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        yield trust


def reminded(trust: Visit) -> list[str]:
    with trust.trust.app.app_context(), db.engine.connect() as connection:
        rows = sa.select(Person.name).join(Message, Message.person_id == Person.id).order_by(Person.name)
        return list(connection.scalars(rows))


def press(page: Page, name: str, *, link: bool = False) -> None:
    """Press a button or a link as the keyboard does, and wait for the page it leads to."""
    page.get_by_role("link" if link else "button", name=name, exact=True).first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_without_scripts_by_keys_one_is_reported_and_the_others_are_reminded_in_two_presses(
    trust: Visit, new_context: Contexts
) -> None:
    page = trust.open(trust.sign_in(new_context(java_script_enabled=False, viewport=PHONE), BEN), "/team")
    expect(page.locator("tbody").first.get_by_role("rowheader").first).to_contain_text("Asha Rahman")
    press(page, "Tell us why about Asha Rahman", link=True)
    page.get_by_role("radio", name="Has left").focus()
    page.keyboard.press("Space")
    press(page, "Tell us")
    expect(page.get_by_text("You reported on 30 June: has left")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Asha Rahman")).not_to_be_checked()
    page.get_by_role("checkbox", name="Max Farrell").focus()
    page.keyboard.press("Space")
    assert reminded(trust) == []
    press(page, "Send a reminder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Send a reminder to 3 people")
    press(page, "Send")
    expect(page.get_by_text("Reminder on its way to 3 people.")).to_be_visible()
    assert reminded(trust) == ["Lee Carter", "Rae Singh", "Tia Mensah"]


def test_axe_finds_nothing_on_the_way_on_a_small_phone(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), GUS), "/team")
    press(page, "Tell us why about Val Stone", link=True)
    page.get_by_role("radio", name="On leave").focus()
    page.keyboard.press("Space")
    press(page, "Tell us")
    expect(page.get_by_role("alert").locator("..")).to_be_focused()
    assert_accessible(page)
    page.get_by_role("link", name="Enter the first day back.").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("4")
    for words in ("1", "2027"):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    press(page, "Tell us")
    assert_accessible_unfolded(page)
    page.get_by_role("checkbox", name="Val Stone").check()
    press(page, "Send a reminder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody to remind now")
    press(page, "go back to your team", link=True)
    press(page, "Change report about Val Stone", link=True)
    press(page, "Take it back")
    press(page, "Send a reminder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Send a reminder to 1 person")
    assert_accessible(page)


def test_axe_finds_nothing_on_the_administrators_pages(trust: Visit, new_context: Contexts) -> None:
    with trust.trust.app.app_context():
        uma = people.find_by_email(trust.trust.operator, email_of("Uma Price")).id
        eve = actor_of(trust.trust.operator, EVE, Role.MANAGER)
        report_people(eve, [uma], quiz_id=1, word=Word(QueryKind.HAS_LEFT), now=NOW)
        db.session.remove()
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), CARA), "/organisation/queries")
    press(page, "Settle the report about Uma Price", link=True)
    press(page, "Settle")
    assert_accessible(page)
    page.get_by_label("What did you find?").fill("The list is right.")
    press(page, "Settle")
    expect(page.get_by_text("The list is right.")).to_be_visible()
    assert_accessible(page)
