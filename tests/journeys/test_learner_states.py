"""The states a learner meets beside the straight way, in a real browser: axe, twice the letters, focus, no motion."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from tests.journeys.parked.steps import Moment
from tests.pages import PageClient
from tests.quizapp.web.learn.browsing import DESKTOP, Contexts, heading, sign_in
from tests.quizapp.web.learn.school import SOMERSET, School, open_shipped
from tests.quizapp.web.learn.test_views_states import be_away, change, leave, publish
from tests.support.browser import NARROW, assert_accessible, live_server
from tests.support.databases import Databases, on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]

FOCUS_MARK = """() => {
  const one = document.activeElement, style = getComputedStyle(one)
  const seen = style.outlineStyle !== "none" || style.boxShadow !== "none"
  return one === document.body || seen ? "" : one.outerHTML
}"""
SHADOW_MOVES_FOR = """() => {
  const one = document.createElement("div")
  one.className = "nhsuk-scroll__content"
  document.querySelector("main").append(one)
  return getComputedStyle(one, "::before").transitionDuration
}"""


def states(school: School, pages: PageClient) -> Iterator[str]:
    """The address of each state, one after the other, that the way to the certificate does not come by."""
    quiz = f"/learning/quizzes/{school.assignment()}"
    yield f"{quiz}/values"
    page = school.start(pages)
    yield quiz
    for _ in range(3):
        result = school.sit(pages, page, wrong=8)
        review = pages.get(str(result.one("main a.nhsuk-button")["href"]))
        page = pages.submit(review)
    yield from (result.path, review.path, quiz)
    school.sit(pages, page)
    yield from (quiz, f"{quiz}/values", review.path)


def test_axe_finds_nothing_in_the_states_beside_the_way(
    databases: Databases, moment: Moment, new_context: Contexts
) -> None:
    with open_shipped(databases, SOMERSET) as school, live_server(school.app) as address:
        page = new_context(viewport=DESKTOP).new_page()
        sign_in(page, address)
        for path in states(school, school.pages()):
            page.goto(address + path)
            assert_accessible(page)


def test_axe_finds_nothing_for_whoever_is_away_or_has_left_and_in_a_test(
    school: School, address: str, new_context: Contexts
) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    sign_in(page, address)
    quiz = f"{address}/learning/quizzes/{school.assignment()}"
    change(school, publish(QuizBlueprint(mode=Mode.TEST, valid_months=6)))
    page.goto(quiz)
    page.get_by_role("button", name="Start the quiz").click()
    assert_accessible(page)
    page.get_by_role("link", name="See all your answers").click()
    expect(heading(page)).to_have_text("Check your answers")
    assert_accessible(page)
    page.get_by_role("button", name="Hand in with 8 questions unanswered").click()
    expect(heading(page)).to_have_text("You have not passed yet")
    assert_accessible(page)
    for what in (be_away, leave):
        change(school, what)
        for path in (f"{address}/learning", quiz):
            page.goto(path)
            assert_accessible(page)


def test_letters_of_twice_the_size_push_nothing_off_the_page(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.set_viewport_size({"width": 2 * NARROW, "height": 900})
    pages = school.pages()
    asked = school.start(pages)
    explained = pages.submit(asked, school.answer(asked))
    quiz = f"/learning/quizzes/{school.assignment()}"
    for path in ("/learning", quiz, f"{quiz}/values", explained.path, explained.path.replace("/1", "/2")):
        page.goto(address + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 2 * NARROW, path


def test_the_focus_is_seen_wherever_it_goes(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.goto(f"{address}/learning/quizzes/{school.assignment()}")
    unseen, stops = [], page.locator("a, button, summary").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(FOCUS_MARK))
    assert stops > 8
    assert not any(unseen), unseen


def test_nothing_moves_for_whoever_has_asked_for_that(address: str, new_context: Contexts) -> None:
    for wish, moves in (("reduce", False), ("no-preference", True)):
        page = new_context(reduced_motion=wish).new_page()
        page.goto(f"{address}/sign-in")
        assert (page.evaluate(SHADOW_MOVES_FOR) != "0s") is moves
