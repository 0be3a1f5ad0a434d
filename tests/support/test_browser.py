"""The browser tests' own tools find what they look for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.support.browser import (
    Contexts,
    assert_accessible,
    assert_accessible_at_both_widths,
    assert_fits_narrow_screen,
    chromium,
    live_server,
    watch,
)

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

pytestmark = pytest.mark.browser

GOOD = """<!DOCTYPE html><html lang="en"><head><title>Your quiz</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>Your quiz</h1><p>Eight questions.</p></main></body></html>"""
PAGES = {
    "/good": GOOD,
    "/no-label": GOOD.replace("</main>", '<input type="text"></main>'),
    "/no-label-narrow": GOOD.replace(
        "</main>", "<style>@media (width > 400px) { input { display: none } }</style><input></main>"
    ),
    "/wide": GOOD.replace("</main>", '<div style="width: 900px">Wide</div></main>'),
    "/talks": GOOD.replace("</main>", "<script>console.log('seen')</script></main>"),
    "/breaks": GOOD.replace("</main>", "<script>quiz.start()</script></main>"),
    "/lacks": GOOD.replace("</main>", '<img src="/gone.png" alt="A ward"></main>'),
    "/calls": GOOD.replace("</main>", '<img src="http://localhost:9/x.png" alt="A ward"></main>'),
}


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    page = PAGES.get(environ["PATH_INFO"])
    start_response("200 OK" if page else "404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
    return [(page or GOOD).encode()]


def test_a_good_page_passes_every_check(page: Page) -> None:
    with live_server(application) as address:
        page.goto(f"{address}/good")
        assert_accessible(page)


def test_a_page_that_is_not_there_may_be_visited_on_purpose(page: Page) -> None:
    with live_server(application) as address:
        assert page.goto(f"{address}/elsewhere").status == 404  # type: ignore[union-attr]


def test_axe_sees_a_field_without_a_label(page: Page) -> None:
    with live_server(application) as address:
        page.goto(f"{address}/no-label")
        with pytest.raises(AssertionError, match="label"):
            assert_accessible(page)


def test_axe_looks_at_both_widths(page: Page) -> None:
    with live_server(application) as address:
        page.goto(f"{address}/no-label-narrow")
        assert_accessible(page)
        with pytest.raises(AssertionError, match="at 320 px"):
            assert_accessible_at_both_widths(page)


def test_a_context_is_lent_again_without_pages_and_cookies(contexts: Contexts) -> None:
    with live_server(application) as address:
        with contexts.lend() as open_one:
            first, second = open_one(), open_one()
            first.add_cookies([{"name": "session", "value": "asha", "url": address}])
            first.new_page().goto(f"{address}/good")
            assert first is not second
        with contexts.lend() as open_one:
            again = [open_one(), open_one()]
            assert first in again
            assert [(one.pages, one.cookies()) for one in again] == [([], [])] * 2


def test_sideways_scrolling_on_a_phone_is_seen(page: Page) -> None:
    with live_server(application) as address:
        page.goto(f"{address}/wide")
        with pytest.raises(AssertionError, match="wide on a screen of 320 px"):
            assert_fits_narrow_screen(page)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/talks", "console log: seen"),
        ("/breaks", "quiz is not defined"),
        ("/lacks", "Failed to load resource"),
        ("/calls", "another host: http://localhost:9/x.png"),
    ],
)
def test_a_window_that_misbehaves_is_seen(context: BrowserContext, path: str, words: str) -> None:
    browser = context.browser
    assert browser is not None
    window = browser.new_context()  # one that the fixture does not watch
    with live_server(application) as address, pytest.raises(AssertionError, match=words), watch(window):
        window.new_page().goto(f"{address}{path}")
    window.close()


@pytest.mark.parametrize(("lacking", "words"), [("find_browser", "QUIZ_CHROMIUM"), ("driver_starts", "libatomic1")])
def test_no_browser_is_said_and_in_ci_does_not_pass(lacking: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"tests.support.browser.{lacking}", lambda _: None)
    chromium.cache_clear()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=words):
        chromium()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match=words):
        chromium()
