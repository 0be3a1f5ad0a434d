"""From the quiz address to the certificate and its check: with everything, by keyboard alone, and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.builders import PASSWORD
from tests.journeys.browser.rows import PASSED, read_rows
from tests.journeys.browser.steps import (
    COUNT,
    WRONG_AT,
    answer_here,
    expect_verdict,
    finish,
    press,
    progress,
    verdict_at,
)
from tests.quizapp.web.learn.browsing import PHONE, Contexts, controls_for, go_on, heading, sign_in_here
from tests.quizapp.web.learn.school import ASHA, School
from tests.support.browser import assert_fits_narrow_screen
from tests.support.databases import on_sqlite
from tests.support.keys import choose, move_to, press_enter_on

pytestmark = [pytest.mark.browser, on_sqlite]

SUMMARY = ".nhsuk-error-summary"


def quiz_address(school: School, address: str) -> str:
    return f"{address}/learning/quizzes/{school.assignment()}"


def test_journey_1_straight_through(school: School, address: str, new_context: Contexts) -> None:
    page = new_context().new_page()
    page.goto(quiz_address(school, address))
    sign_in_here(page)
    expect(heading(page)).to_have_text("Our values")
    page.get_by_role("button", name="Start the quiz").click()
    finish(page, school)
    code = page.url.rpartition("/")[2]
    anybody = new_context().new_page()
    anybody.goto(f"{address}/verify")
    anybody.get_by_label("Certificate code").fill(code)
    anybody.get_by_role("button", name="Check the certificate").click()
    expect(heading(anybody)).to_have_text("This certificate is valid")
    assert read_rows(school) == PASSED


def test_journey_11_by_keyboard_alone(school: School, address: str, page: Page) -> None:
    page.goto(quiz_address(school, address))
    press_enter_on(page, page.get_by_role("link", name="Skip to main content"))
    for label, text in (("E-mail address", ASHA), ("Password", PASSWORD)):
        move_to(page, page.get_by_label(label, exact=True))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    press_enter_on(page, page.get_by_role("button", name="Start the quiz"))
    expect(progress(page)).to_have_text(f"Question 1 of {COUNT}")
    come_back_from_the_error(page)
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        for control, token in controls_for(page, school, right=number != WRONG_AT):
            choose(page, control, token)
        press_enter_on(page, page.get_by_role("button", name="Check answer"))
        expect_verdict(page, number)
        press_enter_on(page, page.locator("main a.nhsuk-button"))
    expect(heading(page)).to_have_text("You passed")
    press_enter_on(page, page.get_by_role("button", name="See your certificate"))
    expect(heading(page)).to_have_text("Certificate: Our values")
    assert read_rows(school) == PASSED


def come_back_from_the_error(page: Page) -> None:
    """Nothing chosen: the focus is on what is wrong, and one link away from where it is put right."""
    press_enter_on(page, page.get_by_role("button", name="Check answer"))
    expect(page.locator(SUMMARY)).to_be_focused()
    press_enter_on(page, page.locator(f"{SUMMARY} a"))
    expect(page.locator("main input[type=radio]").first).to_be_focused()


def test_journey_12_without_scripts_on_a_small_phone(school: School, address: str, new_context: Contexts) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE, has_touch=True).new_page()
    page.goto(quiz_address(school, address))
    expect_page(page, "Sign in")
    sign_in_here(page)
    expect_page(page, "Our values")
    page.locator("main a[href$='/values']").tap()
    expect_page(page, "Our values in 2 minutes")
    page.get_by_role("button", name="Start the quiz").first.tap()
    expect(progress(page)).to_have_text(f"Question 1 of {COUNT}")
    press(page)
    expect(page.locator(SUMMARY)).to_contain_text("Select an answer")
    assert_fits_narrow_screen(page)
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        assert_fits_narrow_screen(page)
        answer_here(page, school)
        expect_page(page, verdict_at(number))
        go_on(page)
    expect_page(page, "You passed")
    page.get_by_role("button", name="See your certificate").tap()
    expect_page(page, "Certificate: Our values")
    page.goto(f"{address}/learning")
    expect_page(page, "My learning")
    expect(page.locator("main .nhsuk-tag")).to_have_text("Passed")
    page.get_by_role("button", name="Sign out").tap()
    expect_page(page, "You have signed out")
    assert read_rows(school) == PASSED


def expect_page(page: Page, words: str) -> None:
    """The page with this heading, and nothing on it wider than the phone."""
    expect(heading(page)).to_have_text(words)
    assert_fits_narrow_screen(page)
