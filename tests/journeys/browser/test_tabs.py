"""Two tabs that answer in turn, and a start pressed in both at once: one attempt, and the older tab is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser.rows import PASSED, read_rows
from tests.journeys.browser.steps import (
    COUNT,
    ELSEWHERE,
    WRONG_AT,
    answer_here,
    answer_until,
    expect_verdict,
    finish,
    press,
    progress,
    start,
)
from tests.quizapp.web.learn.browsing import Contexts, fill, go_on, heading, sign_in
from tests.quizapp.web.learn.school import School
from tests.support.bad_lines import InTwos
from tests.support.browser import assert_accessible
from tests.support.databases import on_sqlite

pytestmark = pytest.mark.browser


@on_sqlite
def test_journey_5_two_tabs_answer_in_turn(school: School, address: str, new_context: Contexts) -> None:
    context = new_context()
    newer, older = context.new_page(), context.new_page()
    start(newer, address)
    older.goto(newer.url)
    for number in range(1, COUNT + 1):
        for tab in (newer, older):
            expect(progress(tab)).to_have_text(f"Question {number} of {COUNT}")
        newer.bring_to_front()
        answer_here(newer, school)
        send_another_answer(older, school, number)
        if number == 1:
            assert_accessible(older)
        older.locator("main a.nhsuk-button").click()
        newer.bring_to_front()
        go_on(newer)
        newer, older = older, newer
    for tab in (newer, older):
        expect(heading(tab)).to_have_text("You passed")
    assert read_rows(school) == PASSED


def send_another_answer(tab: Page, school: School, number: int) -> None:
    """From a tab that was left behind: right where the answer that counts is wrong, and the other way round."""
    tab.bring_to_front()
    fill(tab, school, right=number == WRONG_AT)
    press(tab)
    expect(heading(tab)).to_have_text(ELSEWHERE)
    expect(tab.locator("main")).to_contain_text(f"You answered question {number} already")
    button = "See your result" if number == COUNT else f"Go to question {number + 1}"
    expect(tab.get_by_role("button", name=button)).to_be_visible()


def test_journey_10_start_pressed_in_two_tabs_at_once_and_an_old_address_opened_later(
    school: School, address: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = new_context()
    tabs = [context.new_page(), context.new_page()]
    sign_in(tabs[0], address)
    expect(heading(tabs[0])).to_have_text("My learning")
    with monkeypatch.context() as crossing:
        line = InTwos(school.app.wsgi_app)
        crossing.setattr(school.app, "wsgi_app", line)
        for tab in tabs:
            tab.goto(f"{address}/learning/quizzes/{school.assignment()}")
        for tab in tabs:
            tab.bring_to_front()
            line.press(tab.get_by_role("button", name="Start the quiz"))
        for tab in tabs:
            expect(progress(tab)).to_have_text(f"Question 1 of {COUNT}")
    assert tabs[0].url == tabs[1].url
    first, last = tabs  # the last one pressed in lies in front
    bookmark = first.url
    answer_until(last, school, 4)
    open_bookmark(first, bookmark)
    last.bring_to_front()
    go_on(last)
    finish(last, school)
    open_bookmark(first, bookmark)
    assert read_rows(school) == PASSED


def open_bookmark(tab: Page, bookmark: str) -> None:
    tab.bring_to_front()
    tab.goto(bookmark)
    expect_verdict(tab, 1)
