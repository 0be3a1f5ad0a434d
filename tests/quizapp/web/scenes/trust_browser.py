"""Somebody of the trust in a real browser, on a desktop and on a small phone."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, ViewportSize
from pypdf import PdfReader

from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.browser import NARROW, assert_accessible_at_both_widths, live_server
from tests.support.databases import SqliteDatabases

Contexts = Callable[..., BrowserContext]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": NARROW, "height": 640}
PAPER: ViewportSize = {"width": 687, "height": 1032}
"""What is left of A4 between the margins, in CSS pixels."""
ONLY_ON_A_SCREEN = ("(Link", "Download", "Sign out", "Accessibility statement", "Show the end of a past day")


@dataclass(frozen=True)
class Visit:
    """The trust, served."""

    trust: Trust
    address: str

    def sign_in(self, context: BrowserContext, email: str) -> Page:
        """A window in which somebody has just signed in."""
        cookie = self.trust.app.session_interface.get_signing_serializer(self.trust.app)  # type: ignore[attr-defined]
        value = cookie.dumps({"_user_id": self.trust.token(email)})
        context.add_cookies([{"name": "session", "value": value, "url": self.address}])
        return context.new_page()

    def open(self, page: Page, path: str) -> Page:
        page.goto(self.address + path)
        return page


@contextmanager
def visit(folder: Path) -> Iterator[Visit]:
    """Serve the trust from a database of its own."""
    with open_trust(SqliteDatabases(folder)) as trust, live_server(trust.app) as address:
        yield Visit(trust, address)


def assert_accessible_unfolded(page: Page) -> None:
    """Require that axe finds nothing on the page, at both widths, with everything that is folded laid open."""
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
    assert_accessible_at_both_widths(page)


def assert_printed_whole(page: Page) -> str:
    """Require that nothing of the page is cut at the edge of the paper, nor what only a screen has; its text as PDF."""
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert [round(float(side)) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [595, 842]
    text = "\n".join(sheet.extract_text() for sheet in pages)
    for words in ONLY_ON_A_SCREEN:
        assert words not in text
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    parts = page.locator("main :is(p, h1, h2, th, td, svg)")
    widest = parts.evaluate_all("all => Math.max(...all.map(one => one.getBoundingClientRect().right))")
    page.emulate_media(media="null")
    assert widest <= PAPER["width"]
    return text
