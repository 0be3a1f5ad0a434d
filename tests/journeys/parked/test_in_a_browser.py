"""A parked answer in a real browser, which says itself where a form comes from: two tabs, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.builders import PASSWORD
from tests.journeys.parked.steps import KEPT, OFFER, Moment, count
from tests.quizapp.web.learn.school import ASHA, School
from tests.support.browser import NARROW, assert_accessible, live_server
from tests.support.databases import on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]

Happening = Callable[[BrowserContext, str, Moment], None]


def sign_in(page: Page) -> None:
    page.get_by_label("E-mail address").fill(ASHA)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def an_hour_passes(_context: BrowserContext, _address: str, moment: Moment) -> None:
    moment.pass_by(minutes=61)


def another_tab_signs_out(context: BrowserContext, address: str, _moment: Moment) -> None:
    tab = context.new_page()
    tab.goto(f"{address}/learning")
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("You have signed out")
    tab.close()


@pytest.mark.parametrize("happens", [an_hour_passes, another_tab_signs_out])
def test_a_parked_answer_is_there_again_after_signing_in(
    school: School, moment: Moment, new_context: Callable[..., BrowserContext], happens: Happening
) -> None:
    context = new_context(viewport={"width": NARROW, "height": 640})
    page = context.new_page()
    with live_server(school.app) as address:
        page.goto(f"{address}/learning/quizzes/{school.assignment()}")
        sign_in(page)
        page.get_by_role("button", name="Start the quiz").click()
        page.locator("main input[name=answer]").first.check()
        happens(context, address, moment)
        page.get_by_role("button", name="Check answer").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        expect(page.locator("main .nhsuk-inset-text")).to_contain_text(KEPT)
        assert count(school) == 0
        sign_in(page)
        expect(page.locator("main .nhsuk-notification-banner__content")).to_have_text(OFFER)
        expect(page.locator("main input[name=answer]").first).to_be_checked()
        assert_accessible(page)
        page.get_by_role("button", name="Check answer").click()
        expect(page.locator("main form input[name=answer]")).to_have_count(0)
        assert count(school) == 1
