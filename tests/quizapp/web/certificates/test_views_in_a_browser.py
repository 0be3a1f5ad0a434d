"""Certificates and their check in a real browser: accessible in every state, on a phone, and on paper."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp import clock
from quizapp.services.attempts.certificates import verification
from tests.builders import PASSWORD
from tests.holders import ASHA, BEN, Holders, open_holders
from tests.support.browser import assert_accessible_at_both_widths, live_server
from tests.support.databases import SqliteDatabases

pytestmark = pytest.mark.browser

Contexts = Callable[..., BrowserContext]
DESKTOP = {"width": 1280, "height": 900}
UNKNOWN = "2222-3333-4444"


@pytest.fixture
def holders(sqlite: SqliteDatabases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Holders]:
    with open_holders(sqlite) as holders:
        monkeypatch.setattr(clock, "now", lambda: holders.now)
        yield holders


@pytest.fixture
def address(holders: Holders) -> Iterator[str]:
    with live_server(holders.app) as address:
        yield address


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail address").fill(ASHA)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def check(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}/verify")
    page.get_by_label("Certificate code").fill(code)
    page.get_by_role("button", name="Check the certificate").click()


def test_axe_finds_nothing_on_a_certificate_on_screen_and_on_paper(
    holders: Holders, address: str, new_context: Contexts
) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    sign_in(page, address)
    for code in holders.codes(ASHA):
        page.goto(f"{address}/learning/certificates/{code}")
        page.get_by_text("How to print it").click()
        assert_accessible_at_both_widths(page)
    page.emulate_media(media="print")
    assert_accessible_at_both_widths(page)
    expect(page.locator(".app-certificate")).to_be_visible()
    for frame in ("header", "footer", "main details", "main a.nhsuk-button", ".nhsuk-back-link", ".nhsuk-inset-text"):
        expect(page.locator(frame)).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_axe_finds_nothing_whatever_a_check_comes_to(
    holders: Holders, address: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "MOST_UNKNOWN", 1)
    (new, old), (ended,) = holders.codes(ASHA), holders.codes(BEN)
    page = new_context(viewport=DESKTOP).new_page()
    for code, heading in (
        ("", "Check a certificate"),
        (new, "This certificate is valid"),
        (old, "This certificate has been replaced"),
        (ended, "This certificate has ended"),
        (UNKNOWN, "We do not know this code"),
    ):
        check(page, address, code)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert_accessible_at_both_widths(page)
    check(page, address, UNKNOWN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wait a little")
    assert_accessible_at_both_widths(page)
