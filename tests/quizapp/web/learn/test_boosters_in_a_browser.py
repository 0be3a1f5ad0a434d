"""A booster in a real browser: accessible in every state, on a small phone, by keyboard alone, without scripts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from quizapp import clock
from tests.quizapp.web.learn.boosted import SENT, link_of, open_boosted
from tests.quizapp.web.learn.browsing import (
    DESKTOP,
    PHONE,
    Contexts,
    answer,
    controls_for,
    fill,
    go_on,
    heading,
    sign_in,
)
from tests.quizapp.web.learn.school import School
from tests.support.bad_lines import InTwos
from tests.support.browser import assert_accessible, assert_accessible_at_both_widths, live_server
from tests.support.databases import SqliteDatabases
from tests.support.keys import choose, press_enter_on

pytestmark = pytest.mark.browser

STOPPED = "You get no more short questions"


@pytest.fixture
def school(sqlite: SqliteDatabases, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    monkeypatch.setattr(clock, "now", lambda: SENT)
    with open_boosted(sqlite) as school:
        yield school


@pytest.fixture
def link(school: School) -> Iterator[str]:
    with live_server(school.app) as address:
        yield f"{address}{link_of(school)}"


def test_axe_finds_nothing_in_any_state(
    school: School, link: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    page.goto(link)
    expect(heading(page)).to_have_text("Is this you?")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Yes, this is me").click()
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert_accessible_at_both_widths(page)
    answer(page, school, right=False)
    assert_accessible_at_both_widths(page)
    go_on(page)
    answer(page, school)
    assert_accessible_at_both_widths(page)
    go_on(page)
    expect(heading(page)).to_have_text("That is all")
    assert_accessible_at_both_widths(page)
    monkeypatch.setattr(clock, "now", lambda: SENT + timedelta(days=40))
    page.goto(link)
    expect(heading(page)).to_have_text("You cannot use this link")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Stop these questions").click()
    expect(heading(page)).to_have_text(STOPPED)
    assert_accessible_at_both_widths(page)


def test_my_learning_with_a_booster_is_accessible_and_stops_them(link: str, page: Page) -> None:
    sign_in(page, link.partition("/boosters")[0])
    expect(page.get_by_role("heading", name="Optional: 2 questions about our values")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Stop these questions").click()
    expect(page.get_by_role("alert")).to_contain_text(STOPPED)
    expect(page.get_by_role("heading", name="1 minute")).to_have_count(0)


def test_the_whole_way_by_keyboard_alone(school: School, link: str, page: Page) -> None:
    page.goto(link)
    press_enter_on(page, page.get_by_role("button", name="Yes, this is me"))
    for number in (1, 2):
        expect(page.locator("#progress")).to_have_text(f"Question {number} of 2")
        for control, token in controls_for(page, school):
            choose(page, control, token)
        press_enter_on(page, page.get_by_role("button", name="Check answer"))
        expect(heading(page)).to_have_text("That is right")
        press_enter_on(page, page.locator("main a.nhsuk-button"))
    expect(heading(page)).to_have_text("That is all")
    press_enter_on(page, page.get_by_role("button", name="Stop these questions"))
    expect(heading(page)).to_have_text(STOPPED)


def test_the_whole_way_without_scripts_on_a_small_phone(school: School, link: str, new_context: Contexts) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(link)
    page.get_by_role("button", name="Yes, this is me").click()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Select an answer")
    for _ in range(2):
        answer(page, school)
        go_on(page)
    expect(heading(page)).to_have_text("That is all")
    page.get_by_role("button", name="Stop these questions").click()
    expect(heading(page)).to_have_text(STOPPED)


def test_a_double_press_is_one_answer(
    school: School, link: str, new_context: Contexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = InTwos(school.app.wsgi_app)
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{link}/questions/1")
    fill(page, school)
    monkeypatch.setattr(school.app, "wsgi_app", line)
    line.press(page.get_by_role("button", name="Check answer"), times=2)
    expect(heading(page)).to_have_text("That is right")
    go_on(page)
    expect(page.locator("#progress")).to_have_text("Question 2 of 2")
