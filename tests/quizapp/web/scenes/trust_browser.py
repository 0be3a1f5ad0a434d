"""Somebody of the trust in a real browser, on a desktop and on a small phone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.browser import NARROW, assert_accessible_at_both_widths, live_server
from tests.support.databases import SqliteDatabases

Contexts = Callable[..., BrowserContext]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": NARROW, "height": 640}


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
