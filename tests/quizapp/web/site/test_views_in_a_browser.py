"""The frame of the pages in a real browser: accessible in every state, on a phone, and without scripts."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.quizapp.web.scenes.shell_app import EVERYTHING, client_of, shell_app
from tests.support.browser import assert_accessible, live_server

pytestmark = pytest.mark.browser

OPEN = ("/help", "/accessibility", "/privacy")
BARE = ("/refuse/defect", "/abort/503")  # pages that ask the database nothing, and so know nobody
STATES = (
    *OPEN,
    "/account",
    "/learn",
    "/no/such/page",
    "/undeclared",
    "/refuse/conflict",
    "/refuse/defect",
    "/abort/503",
)
Contexts = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with live_server(shell_app()) as address:
        yield address


def sign_in(context: BrowserContext, address: str) -> None:
    cookie = client_of(EVERYTHING).get("/account").headers["Set-Cookie"].partition(";")[0]
    name, _, value = cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": address}])


def test_axe_finds_nothing_on_any_page_of_the_frame(page: Page, address: str) -> None:
    for path in OPEN:
        page.goto(address + path)
        assert_accessible(page)
    sign_in(page.context, address)
    for path in STATES:
        page.goto(address + path)
        assert_accessible(page)


def test_every_page_is_whole_without_scripts(new_context: Contexts, address: str) -> None:
    context = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    sign_in(context, address)
    page = context.new_page()
    for path in STATES:
        page.goto(address + path)
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu.get_by_role("link", name="My team")).to_have_count(0 if path in BARE else 1)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("link", name="Privacy")).to_be_visible()


def test_the_first_tab_leads_past_the_menu(page: Page, address: str) -> None:
    sign_in(page.context, address)
    page.goto(f"{address}/help")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_signing_out_is_one_press(page: Page, address: str) -> None:
    sign_in(page.context, address)
    page.goto(f"{address}/account")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{address}/account")
    assert page.url.startswith(f"{address}/account/sign-in")


def test_the_printed_page_has_the_text_and_not_the_frame(page: Page, address: str) -> None:
    sign_in(page.context, address)
    page.goto(f"{address}/help")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for frame in ("nav.nhsuk-header__navigation", "nav.nhsuk-header__account", "footer"):
        expect(page.locator(frame)).to_be_hidden()
