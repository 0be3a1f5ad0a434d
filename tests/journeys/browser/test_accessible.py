"""A learner's way in a real browser: accessible in every state, on a desktop and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from quizapp.access.policy import console
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from tests.builders import give_password
from tests.journeys.browser.steps import start
from tests.journeys.parked.steps import Moment
from tests.quizapp.web.learn.browsing import ANSWERS, DESKTOP, Contexts, answer, go_on, heading, sign_in
from tests.quizapp.web.learn.school import DEE, School
from tests.quizapp.web.learn.test_views_states import change, publish
from tests.support.browser import assert_accessible, assert_accessible_at_both_widths
from tests.support.databases import on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]


def test_axe_finds_nothing_on_the_way_to_the_certificate(school: School, address: str, new_context: Contexts) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    page.goto(f"{address}/sign-in")
    assert_accessible_at_both_widths(page)
    sign_in(page, address)
    expect(heading(page)).to_have_text("My learning")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Start").click()
    expect(heading(page)).to_have_text("Our values")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Start the quiz").click()
    looked_at: set[str] = set()
    for number in range(1, 9):
        page.get_by_role("button", name="Check answer").click()
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
        look_once(page, page.locator("main fieldset [name]").first.evaluate("one => one.type"), looked_at)
        answer(page, school, right=number % 2 == 0)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        look_once(page, f"{heading(page).inner_text()} {page.locator('.app-options__label').count()}", looked_at)
        go_on(page)
    expect(heading(page)).to_have_text("You have not passed yet")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="missed").click()
    expect(heading(page)).to_have_text("Look again at what you missed")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    pass_from_here(page, school, address)


def look_once(page: Page, state: str, looked_at: set[str]) -> None:
    if state not in looked_at:
        assert_accessible_at_both_widths(page)
    looked_at.add(state)


def pass_from_here(page: Page, school: School, address: str) -> None:
    first = page.url
    while "/questions/" in page.url:
        answer(page, school)
        expect(heading(page)).to_have_text("That is right")
        go_on(page)
    expect(heading(page)).to_have_text("You passed")
    assert_accessible_at_both_widths(page)
    page.get_by_role("button", name="certificate").click()
    expect(heading(page)).to_have_text("Certificate: Our values")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert_accessible_at_both_widths(page)
    for path in ("/learning", f"/learning/quizzes/{school.assignment()}"):
        page.goto(address + path)
        assert_accessible_at_both_widths(page)
    page.goto(first)
    expect(page.locator(ANSWERS)).to_have_count(0)


def test_a_notice_is_accessible_too(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    page.goto(page.url.replace("/questions/1", "/questions/4"))
    expect(page.get_by_role("region", name="Important")).to_contain_text("You have not come to that question yet.")
    assert_accessible(page)


def test_axe_finds_nothing_where_a_question_is_called_unclear(school: School, address: str, page: Page) -> None:
    start(page, address)
    answer(page, school)
    page.get_by_text("Is this question unclear?").click()
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert_accessible(page)
    page.locator("main input[type=radio]").first.check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)


def test_axe_finds_nothing_with_several_quizzes_and_with_one_to_renew(
    school: School, address: str, page: Page, moment: Moment
) -> None:
    change(school, publish(QuizBlueprint(valid_months=6)))
    change(school, publish(QuizBlueprint(length=4), "Our promise"))
    pages = school.pages()
    school.sit(pages, school.start(pages))
    for days, status in ((0, "Passed"), (120, "Expiring"), (120, "Expired")):
        moment.pass_by(days=days)
        sign_in(page, address)
        expect(page.locator("main .nhsuk-tag", has_text=status)).to_be_visible()
        assert_accessible(page)
        page.goto(f"{address}/learning/quizzes/{school.assignment()}")
        assert_accessible(page)


def test_axe_finds_nothing_on_my_learning_without_a_quiz(school: School, address: str, page: Page) -> None:
    with school.app.app_context():
        give_password(console(1, "tests"), DEE)
    sign_in(page, address, DEE)
    expect(page.locator("main")).to_contain_text("You have no quiz at the moment.")
    assert_accessible(page)
