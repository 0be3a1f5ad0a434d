"""Cut off in the middle: a browser that is killed, a session that ends, a reply that is lost; no answer is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.journeys.browser.rows import PASSED, read_rows
from tests.journeys.browser.steps import (
    BANNER,
    COUNT,
    TWICE,
    answer_until,
    expect_verdict,
    fill_here,
    finish,
    press,
    progress,
    start,
)
from tests.journeys.parked.steps import KEPT, OFFER, Moment
from tests.quizapp.web.learn.browsing import PHONE, Contexts, go_on, heading, sign_in, sign_in_here
from tests.quizapp.web.learn.school import School
from tests.support.bad_lines import ReplyLost
from tests.support.browser import assert_accessible, watch
from tests.support.databases import on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]

Happening = Callable[[BrowserContext, str, Moment], None]
CHOSEN = "main input:checked, main option:checked"


def kill(browser: Browser) -> None:
    """End a browser from one moment to the next: it saves nothing and says nothing to anybody."""
    with pytest.raises(Error, match="closed"):
        browser.new_browser_cdp_session().send("Browser.crash")
    assert not browser.is_connected()


def test_journey_6_a_killed_browser_is_taken_up_on_another_device(
    school: School, address: str, launch_browser: Callable[[], Browser], new_context: Contexts
) -> None:
    killed = launch_browser()
    context = killed.new_context()
    with watch(context):
        page = context.new_page()
        start(page, address)
        answer_until(page, school, 4)
        go_on(page)
        asked = page.locator("main fieldset").inner_text()
        fill_here(page, school)
    kill(killed)
    phone = new_context(viewport=PHONE, has_touch=True).new_page()
    sign_in(phone, address)
    expect(phone.get_by_text("In progress")).to_be_visible()
    phone.get_by_role("button", name="Carry on").tap()
    expect(progress(phone)).to_have_text(f"Question 5 of {COUNT}")
    assert phone.locator("main fieldset").inner_text() == asked
    expect(phone.locator("main input:checked")).to_have_count(0)
    finish(phone, school)
    assert read_rows(school) == PASSED


def an_hour_passes(_context: BrowserContext, _address: str, moment: Moment) -> None:
    moment.pass_by(minutes=61)


def another_tab_signs_out(context: BrowserContext, address: str, _moment: Moment) -> None:
    tab = context.new_page()
    tab.goto(f"{address}/learning")
    tab.get_by_role("button", name="Sign out").click()
    expect(heading(tab)).to_have_text("You have signed out")
    tab.close()


@pytest.mark.parametrize(
    "happens", [pytest.param(an_hour_passes, id="journey_7"), pytest.param(another_tab_signs_out, id="journey_8")]
)
def test_journeys_7_and_8_an_answer_that_came_after_the_session_is_parked_and_sent_once_signed_in(
    school: School, address: str, new_context: Contexts, moment: Moment, happens: Happening
) -> None:
    context = new_context(viewport=PHONE)
    page = context.new_page()
    start(page, address)
    answer_until(page, school, 2)
    go_on(page)
    fill_here(page, school)
    chosen = values(page)
    happens(context, address, moment)
    press(page)
    expect(heading(page)).to_have_text("Sign in")
    expect(page.locator("main .nhsuk-inset-text")).to_contain_text(KEPT)
    sign_in_here(page)
    expect(page.locator(BANNER)).to_have_text(OFFER)
    assert values(page) == chosen
    assert_accessible(page)
    press(page)
    expect_verdict(page, 3)
    happens(context, address, moment)
    page.locator("main a.nhsuk-button").click()
    sign_in_here(page)
    expect(progress(page)).to_have_text(f"Question 4 of {COUNT}")
    finish(page, school)
    assert read_rows(school) == PASSED


def values(page: Page) -> list[str]:
    """What is chosen on the page."""
    found: list[str] = page.locator(CHOSEN).evaluate_all("all => all.map(one => one.value)")
    return found


def test_journey_9_a_reply_that_is_lost_and_the_answer_sent_again(
    school: School, address: str, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ReplyLost(school.app.wsgi_app)
    monkeypatch.setattr(school.app, "wsgi_app", line)
    start(page, address)
    for number in range(1, COUNT + 1):
        fill_here(page, school)
        line.is_broken = True
        press(page)
        expect(page.locator("main")).to_have_count(0)  # the browser says in its own words that nothing came
        line.is_broken = False
        page.reload()  # which sends the form again
        expect(page.locator(BANNER)).to_have_text(TWICE)
        expect_verdict(page, number)
        go_on(page)
    expect(heading(page)).to_have_text("You passed")
    assert read_rows(school) == PASSED
