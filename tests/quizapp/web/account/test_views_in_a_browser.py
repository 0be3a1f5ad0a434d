"""Getting in and out in a real browser: accessible in every state, and whole without scripts."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp import clock
from tests.builders import PASSWORD
from tests.quizapp.web.account.conftest import ASHA, CARA, SAM, Entrance, build
from tests.support.app import make_app
from tests.support.browser import assert_accessible, live_server
from tests.support.databases import SqliteDatabases

pytestmark = pytest.mark.browser


@pytest.fixture
def entrance(sqlite: SqliteDatabases, monkeypatch: pytest.MonkeyPatch) -> Entrance:
    entrance = Entrance(make_app(sqlite.copy_of("entrance", build)))
    monkeypatch.setattr(clock, "now", lambda: entrance.now)
    return entrance


@pytest.fixture
def address(entrance: Entrance) -> Iterator[str]:
    with live_server(entrance.app) as address:
        yield address


def sign_in(page: Page, address: str, email: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def look(page: Page, heading: str, *, refused: bool = False) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator(".nhsuk-error-summary")).to_have_count(int(refused))
    assert_accessible(page)


def test_axe_finds_nothing_on_the_ways_in_and_out(entrance: Entrance, address: str, page: Page) -> None:
    sign_in(page, address, ASHA, "not this one")
    look(page, "Sign in", refused=True)
    page.goto(f"{address}/sign-in?ended=1&unsent=1")
    look(page, "Sign in")
    page.goto(f"{address}/welcome/{entrance.link(ASHA)}")
    look(page, "Is this you?")
    page.get_by_role("button", name="No, this is not me").click()
    look(page, "This link is for somebody else")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("button", name="Yes, this is me").click()
    look(page, "Choose a password")
    page.get_by_role("button", name="Set password").click()
    look(page, "Choose a password", refused=True)
    page.goto(f"{address}/welcome/used-long-ago")
    look(page, "You cannot use this link")
    sign_in(page, address, SAM)
    page.get_by_role("button", name="Continue").click()
    look(page, "Which organisation do you want to sign in to?", refused=True)
    sign_in(page, address, CARA)
    look(page, "What do you want to do?")
    page.get_by_role("link", name="Change password").click()
    page.get_by_role("main").get_by_role("button", name="Change password").click()
    look(page, "Change your password", refused=True)
    page.get_by_role("button", name="Sign out").click()
    look(page, "You have signed out")


def test_a_password_can_be_shown_while_it_is_typed(address: str, page: Page) -> None:
    page.goto(f"{address}/sign-in")
    field = page.get_by_label("Password", exact=True)
    field.fill(PASSWORD)
    page.get_by_role("button", name="Show password").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide password").click()
    expect(field).to_have_attribute("type", "password")


def test_after_signing_out_the_back_button_shows_nothing(address: str, page: Page) -> None:
    sign_in(page, address, CARA)
    page.get_by_role("link", name="Change password").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You have signed out")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_one_gets_in_and_out_without_scripts(
    entrance: Entrance, address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}/welcome/{entrance.link(ASHA)}")
    page.get_by_role("button", name="Yes, this is me").click()
    page.get_by_label("Password", exact=True).fill("anchor violin meadow")
    page.get_by_role("button", name="Set password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My learning")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, address, ASHA, "anchor violin meadow")
    expect(page.get_by_role("heading", level=1)).to_have_text("My learning")
