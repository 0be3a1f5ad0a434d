"""A real browser on a real server: where Chromium is, the application served on loopback, and what a page must be."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

import playwright
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError
from werkzeug.serving import WSGIRequestHandler, make_server

from run import RunError, driver_starts, find_browser
from tests.support.needs import do_without

FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
NARROW = 320
LOOPBACK = "127.0.0.1"


@lru_cache(maxsize=1)
def chromium() -> str:
    """The browser's path; where it cannot be driven the test is skipped, or does not pass where CI is set."""
    try:
        found = find_browser(os.environ)
    except RunError as reason:
        do_without(str(reason))
    if not driver_starts(Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")):
        do_without("the browser tests need a library that is not there: install libatomic1")
    return found or do_without("no browser: install Chromium or Chrome, or name one in QUIZ_CHROMIUM")


@contextmanager
def live_server(app: WSGIApplication) -> Iterator[str]:
    """Serve an application on a free port of 127.0.0.1 while the block runs; yields the address, without a slash."""
    server = make_server(LOOPBACK, 0, app, threaded=True, request_handler=_SilentHandler)
    thread = threading.Thread(target=server.serve_forever, name="live-server")
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass  # neither frozen nor with slots: Playwright keeps its wrappers of our handlers on the object
class Watch:
    """What a browser said and asked for while it was watched, beyond what a page of ours may."""

    faults: list[str] = field(default_factory=list)
    pages_asked_for: set[str] = field(default_factory=set)

    def note_message(self, message: ConsoleMessage) -> None:
        # A page answered with 403 or 404 on purpose is reported too; a file the page wanted and did not get is a fault.
        if message.text.startswith("Failed to load resource") and message.location["url"] in self.pages_asked_for:
            return
        if message.text.startswith("Clear-Site-Data header on"):  # the browser says what signing out cleared
            return
        self.faults.append(f"console {message.type}: {message.text}")

    def note_error(self, error: WebError) -> None:
        self.faults.append(f"script error: {error.error}")

    def note_request(self, request: Request) -> None:
        if request.is_navigation_request():
            self.pages_asked_for.add(request.url)
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname != LOOPBACK:
            self.faults.append(f"request to another host: {request.url}")


@contextmanager
def watch(context: BrowserContext) -> Iterator[Watch]:
    """Require that, while the block runs, no page says anything on the console or asks another host for anything."""
    seen = Watch()
    context.on("console", seen.note_message)
    context.on("weberror", seen.note_error)
    context.on("request", seen.note_request)
    yield seen
    assert not seen.faults, "\n".join(seen.faults)


def assert_accessible(page: Page) -> None:
    """Require that axe finds nothing on the page as it stands, and that it fits a narrow phone."""
    results = Axe().run(page, options={"runOnly": list(AXE_TAGS), "resultTypes": ["violations"]})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    assert_fits_narrow_screen(page)


def assert_fits_narrow_screen(page: Page) -> None:
    """Require that nothing scrolls sideways at 320 px, the width of a small phone and of 1280 px at 400 % zoom."""
    usual = page.viewport_size or {"width": 1280, "height": 720}
    page.set_viewport_size({"width": NARROW, "height": 640})
    width = _settled_width(page)
    page.set_viewport_size(usual)
    assert width <= NARROW, f"{page.url} is {width} px wide on a screen of {NARROW} px"


def _settled_width(page: Page) -> int:
    """How wide the page is once its menu has taken notice of the new size, for which it gets a second."""
    for _ in range(20):
        width = int(page.evaluate("document.documentElement.scrollWidth"))
        if width <= NARROW:
            break
        page.wait_for_timeout(50)
    return width


class _SilentHandler(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing: the test speaks when something is wrong."""
