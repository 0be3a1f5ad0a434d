"""Pressed twice, gone back and forward, loaded again on every page: the rows are those of the straight way."""

import pytest
from playwright.sync_api import Page, expect

from quizapp.services.attempts import answers
from quizapp.services.attempts.starts import new_token
from quizapp.web.learn import forms
from tests.builders import PASSWORD
from tests.journeys.browser.rows import PASSED, read_rows
from tests.journeys.browser.steps import (
    COUNT,
    answer_here,
    expect_verdict,
    fill_here,
    press,
    progress,
    start,
)
from tests.quizapp.web.learn.browsing import ANSWERS, Contexts, go_on, heading, sign_in_here
from tests.quizapp.web.learn.school import ASHA, School
from tests.support.bad_lines import InTwos
from tests.support.databases import on_sqlite

pytestmark = pytest.mark.browser


def press_everything_twice(page: Page, school: School, address: str, line: InTwos) -> None:
    """From signing in to the certificate, every button and every link pressed twice, and every form sent twice."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail address").fill(ASHA)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    line.press(page.get_by_role("button", name="Sign in"), times=2)
    page.get_by_role("button", name="Start").dblclick()
    line.press(page.get_by_role("button", name="Start the quiz"), times=2)
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        fill_here(page, school)
        line.press(page.get_by_role("button", name="Check answer"), times=2)
        expect_verdict(page, number)
        page.locator("main a.nhsuk-button").dblclick()
    expect(heading(page)).to_have_text("You passed")
    page.get_by_role("button", name="See your certificate").dblclick()
    expect(heading(page)).to_have_text("Certificate: Our values")


def page_without_scripts(new_context: Contexts) -> Page:
    """Nothing in the browser holds the second press back."""
    return new_context(java_script_enabled=False).new_page()


def test_journey_2_every_button_pressed_twice(
    school: School, address: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = InTwos(school.app.wsgi_app)
    monkeypatch.setattr(school.app, "wsgi_app", line)
    press_everything_twice(page_without_scripts(new_context), school, address, line)
    assert read_rows(school) == PASSED


@on_sqlite
def test_journey_2_negative_control_every_press_taken_for_a_new_answer(
    school: School, address: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = InTwos(school.app.wsgi_app)
    monkeypatch.setattr(school.app, "wsgi_app", line)
    monkeypatch.setattr(forms, "read_token", lambda _sent: new_token())
    monkeypatch.setattr(answers, "_find_refusal", lambda _place, _sent: None)
    press_everything_twice(page_without_scripts(new_context), school, address, line)
    rows = read_rows(school)
    assert (len(rows.responses), rows == PASSED) == (2 * COUNT, False)


@on_sqlite
def test_journey_3_back_and_forward_after_each_answer(school: School, address: str, page: Page) -> None:
    start(page, address)
    for number in range(1, COUNT + 1):
        answer_here(page, school)
        page.go_back()
        expect(page.locator(ANSWERS)).to_have_count(0)
        page.go_forward()
        expect_verdict(page, number)
        go_on(page)
    page.go_back()
    expect_verdict(page, COUNT)
    page.go_forward()
    expect(heading(page)).to_have_text("You passed")
    assert read_rows(school) == PASSED


@on_sqlite
def test_journey_4_every_page_loaded_again(school: School, address: str, page: Page) -> None:
    page.goto(f"{address}/learning/quizzes/{school.assignment()}")
    page.reload()
    sign_in_here(page)
    load_again(page, "Our values")
    page.get_by_role("button", name="Start the quiz").click()
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        page.reload()
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        if number == 1:
            load_the_error_again(page)
        answer_here(page, school)
        page.reload()
        expect_verdict(page, number)
        go_on(page)
    load_again(page, "You passed")
    page.get_by_role("button", name="See your certificate").click()
    load_again(page, "Certificate: Our values")
    assert read_rows(school) == PASSED


def load_again(page: Page, words: str) -> None:
    """Once the page is there: what was pressed is on its way until then, and loading would stop it."""
    expect(heading(page)).to_have_text(words)
    page.reload()
    expect(heading(page)).to_have_text(words)


def load_the_error_again(page: Page) -> None:
    """The one page that came as the reply to a form, so that the browser sends the form again."""
    press(page)
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Select an answer")
    with page.expect_request(lambda request: request.method == "POST"):
        page.reload()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Select an answer")
