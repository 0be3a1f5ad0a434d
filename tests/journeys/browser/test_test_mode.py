"""A test, in which answers may change until they are handed in: changed, checked, handed in, explained."""

import pytest
from playwright.sync_api import Page, expect

from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from tests.journeys.browser.rows import Rows, read_rows
from tests.journeys.browser.steps import COUNT, WRONG_AT, progress, verdict_at
from tests.quizapp.web.learn.browsing import Contexts, fill, heading, sign_in
from tests.quizapp.web.learn.school import School
from tests.quizapp.web.learn.test_views_states import change, publish
from tests.support.browser import assert_accessible
from tests.support.databases import on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]

CHANGED_AT = 5
SAVE = "main form .app-actions button"
HANDED_IN = Rows(
    attempts=((1, "submitted", "test", 8, 7, 7),),
    paper=(
        (1, 1, "thrift", 4),
        (1, 2, "curiosity", 4),
        (1, 3, "multiple-0", 4),
        (1, 4, "match", 4),
        (1, 5, "steadiness", 4),
        (1, 6, "gap-0", 3),
        (1, 7, "gap-2", 3),
        (1, 8, "candour", 4),
    ),
    responses=(
        (1, 1, 1, 1, "Thrift"),
        (1, 2, 1, 1, "Curiosity"),
        (1, 3, 1, 0, "multiple-0 other 0", "multiple-0 other 1"),
        (1, 4, 1, 1, "match right 0", "match right 1"),
        (1, 5, 1, 0, "Thrift"),
        (1, 5, 2, 1, "Steadiness"),
        (1, 6, 1, 1, "gap-0 right 0"),
        (1, 7, 1, 1, "gap-2 right 0"),
        (1, 8, 1, 1, "Candour"),
    ),
    completions=((1, 2, None, None),),
)
"""The fifth answer is there twice, and the newer one counts."""


@pytest.fixture
def quiz(school: School, address: str) -> str:
    """The address of a quiz that is a test."""
    change(school, publish(QuizBlueprint(mode=Mode.TEST)))
    return f"{address}/learning/quizzes/{school.assignment()}"


def test_journey_of_a_test_with_an_answer_changed_before_all_are_handed_in(
    school: School, quiz: str, new_context: Contexts
) -> None:
    context = new_context()
    page = context.new_page()
    sign_in(page, quiz.partition("/learning")[0])
    page.goto(quiz)
    page.get_by_role("button", name="Start the quiz").click()
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        if number == 2:
            assert_accessible(page)
        fill(page, school, right=number not in (WRONG_AT, CHANGED_AT))
        page.locator(SAVE).click()
    expect(heading(page)).to_have_text("Check your answers")
    assert_accessible(page)
    older = context.new_page()
    open_answer(older, page.url)
    page.bring_to_front()
    change_an_answer(page, school)
    refuse_the_older_one(older)
    page.bring_to_front()
    page.get_by_role("button", name="Hand in your answers").click()
    expect(heading(page)).to_have_text("You passed")
    page.locator("main a[href$='/questions/1']").click()
    for number in range(1, COUNT + 1):
        expect(heading(page)).to_have_text(verdict_at(number))
        if number in (1, WRONG_AT):
            assert_accessible(page)
        page.locator("main a.nhsuk-button").click()
    expect(heading(page)).to_have_text("You passed")
    assert read_rows(school) == HANDED_IN


def open_answer(older: Page, answers: str) -> None:
    """Another tab with the answer that is about to be changed."""
    older.goto(answers)
    older.get_by_role("link", name=f"Change question {CHANGED_AT}").click()
    expect(progress(older)).to_have_text(f"Question {CHANGED_AT} of {COUNT}")


def change_an_answer(page: Page, school: School) -> None:
    page.get_by_role("link", name=f"Change question {CHANGED_AT}").click()
    expect(progress(page)).to_have_text(f"Question {CHANGED_AT} of {COUNT}")
    fill(page, school)
    page.locator(SAVE).click()
    expect(heading(page)).to_have_text("Check your answers")


def refuse_the_older_one(older: Page) -> None:
    """What the other tab still shows is not put in the new one's place: both are laid side by side."""
    older.bring_to_front()
    older.locator(SAVE).click()
    expect(older.locator("main .nhsuk-inset-text")).to_contain_text("We have not replaced it.")
    assert_accessible(older)
