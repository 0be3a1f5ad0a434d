"""A real browser on a real server: where Chromium is, the application served on loopback, and what a page must be."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

import playwright
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError
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
RUN_AXE = "options => axe.run(document, options).then(({ violations }) => ({ violations }))"
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


class Contexts:
    """Browser contexts that serve one test after the other: making one takes Chromium as long as three pages.

    A test finds neither pages nor cookies of the one before, and every server is another origin; a script that is
    added to a context stays in it.
    """

    def __init__(self, browser: Browser, usual: dict[str, Any]) -> None:
        self._browser, self._usual = browser, usual
        self._free: dict[str, list[BrowserContext]] = {}

    @contextmanager
    def lend(self) -> Iterator[Callable[..., BrowserContext]]:
        """Contexts for one test, each with the options that it asks for."""
        lent: list[tuple[list[BrowserContext], BrowserContext]] = []

        def open_one(**options: Any) -> BrowserContext:
            free = self._free.setdefault(repr(sorted(options.items())), [])
            context = free.pop() if free else self._browser.new_context(**self._usual, **options)
            lent.append((free, context))
            return context

        try:
            yield open_one
        finally:
            for free, context in lent:
                if context in self._browser.contexts:
                    _leave_empty(context)
                    free.append(context)


def _leave_empty(context: BrowserContext) -> None:
    for page in context.pages:
        page.close()
    context.unroute_all()
    context.set_offline(False)
    context.clear_permissions()
    context.clear_cookies()


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
    context.remove_listener("console", seen.note_message)
    context.remove_listener("weberror", seen.note_error)
    context.remove_listener("request", seen.note_request)
    assert not seen.faults, "\n".join(seen.faults)


def assert_accessible(page: Page) -> None:
    """Require that axe finds nothing on the page as it stands, and that it fits a narrow phone."""
    _assert_axe_finds_nothing(page)
    assert_fits_narrow_screen(page)


def assert_accessible_at_both_widths(page: Page) -> None:
    """Require that axe finds nothing on the page, neither as it stands nor on a narrow phone, and that it fits one."""
    if page.viewport_size and page.viewport_size["width"] > NARROW:
        _assert_axe_finds_nothing(page)
    with _narrow(page):
        _assert_narrow(page)
        _assert_axe_finds_nothing(page)


def assert_fits_narrow_screen(page: Page) -> None:
    """Require that nothing scrolls sideways at 320 px, the width of a small phone and of 1280 px at 400 % zoom."""
    with _narrow(page):
        _assert_narrow(page)


def _assert_axe_finds_nothing(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    results = AxeResults(page.evaluate(RUN_AXE, {"runOnly": AXE_TAGS, "resultTypes": ["violations"]}))
    width = page.evaluate("innerWidth")
    assert results.violations_count == 0, f"{page.url} at {width} px\n{results.generate_report()}"


@contextmanager
def _narrow(page: Page) -> Iterator[None]:
    usual = page.viewport_size or {"width": 1280, "height": 720}
    page.set_viewport_size({"width": NARROW, "height": 640})
    yield
    page.set_viewport_size(usual)


def _assert_narrow(page: Page) -> None:
    width = _settled_width(page)
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
