"""The steps of every journey: a person who answers all but one question rightly, whatever comes between."""

from playwright.sync_api import Locator, Page, expect

from tests.quizapp.web.learn.browsing import ANSWERS, fill, go_on, heading, sign_in
from tests.quizapp.web.learn.school import School

WRONG_AT = 3
"""The question that everybody answers wrongly, and that would be right if a later press took its place."""

COUNT = 8
BANNER = "main .nhsuk-notification-banner__content"
TWICE = "Your answer reached us twice. We saved it once, and this is what it came to."
ELSEWHERE = "You carried on somewhere else"


def progress(page: Page) -> Locator:
    return page.locator("#progress")


def position(page: Page) -> int:
    """Which question is being asked."""
    return int(progress(page).inner_text().split()[1])


def verdict_at(number: int) -> str:
    return "Not quite" if number == WRONG_AT else "That is right"


def start(page: Page, address: str) -> None:
    """From the sign-in page to the first question."""
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(progress(page)).to_have_text(f"Question 1 of {COUNT}")


def fill_here(page: Page, school: School) -> None:
    """Choose what everybody chooses here."""
    fill(page, school, right=position(page) != WRONG_AT)


def press(page: Page) -> None:
    page.get_by_role("button", name="Check answer").click()


def expect_verdict(page: Page, number: int) -> None:
    """The answer is in, and takes no other."""
    expect(heading(page)).to_have_text(verdict_at(number))
    expect(page.locator(ANSWERS)).to_have_count(0)


def answer_here(page: Page, school: School) -> None:
    number = position(page)
    fill_here(page, school)
    press(page)
    expect_verdict(page, number)


def answer_until(page: Page, school: School, last: int) -> None:
    """Answer up to a question, and see what its answer came to."""
    for number in range(position(page), last + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        answer_here(page, school)
        if number < last:
            go_on(page)


def finish(page: Page, school: School) -> None:
    """From the question asked to the certificate."""
    answer_until(page, school, COUNT)
    go_on(page)
    expect(heading(page)).to_have_text("You passed")
    page.get_by_role("button", name="See your certificate").click()
    expect(heading(page)).to_have_text("Certificate: Our values")
