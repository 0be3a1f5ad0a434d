"""A reply that is lost after the service did its part: the same press again has no second effect, and is told so."""

import pytest

from quizapp.access.policy import console
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.quizzes import quizzes
from quizapp.storage.models.attempts.attempt import Attempt, Response
from tests.builders import NOW
from tests.journeys.parked.steps import BANNER, TWICE, count
from tests.journeys.parked.test_meanwhile import drop_replies
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import School, next_address

FINISHED = "You had finished this try already. This is your result."


def submit_and_lose(school: School, pages: PageClient, page: Page, answer: dict[str, list[str]] | None = None) -> None:
    """Send a form of which the reply never comes."""
    with pytest.MonkeyPatch.context() as line:
        line.setattr(school.app, "wsgi_app", drop_replies(school.app.wsgi_app))
        with pytest.raises(ConnectionResetError):
            pages.submit(page, answer)


def test_a_start_whose_reply_is_lost_begins_one_attempt(school: School, pages: PageClient) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    for _ in range(3):
        submit_and_lose(school, pages, before)
    assert pages.submit(before).words(".app-progress") == "Question 1 of 8"
    assert count(school, Attempt) == 1


def test_a_start_sent_again_after_its_try_was_finished_elsewhere_begins_no_other(
    school: School, pages: PageClient
) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    submit_and_lose(school, pages, before)
    phone = school.pages()
    school.sit(phone, phone.get("/learning/attempts/1", follow=True), wrong=8)
    assert pages.submit(before).words(BANNER) == FINISHED
    assert count(school, Attempt) == 1


def test_negative_control_another_press_in_its_place_is_not_taken_for_the_lost_start(
    school: School, pages: PageClient
) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    school.sit(pages, pages.submit(before), wrong=8)
    assert pages.submit(before, {"token": "a-press-of-its-own"}).words(BANNER) != FINISHED


def test_a_last_answer_whose_reply_is_lost_is_kept_and_submits_once(school: School, pages: PageClient) -> None:
    page = school.start(pages)
    for _ in range(7):
        page = pages.get(next_address(pages.submit(page, school.answer(page))))
    submit_and_lose(school, pages, page, school.answer(page))
    again = pages.submit(page, school.answer(page))
    assert (again.words(BANNER), count(school, Response)) == (TWICE, 8)
    assert pages.get(next_address(again)).heading == "You passed"


def test_handing_in_whose_reply_is_lost_comes_to_the_one_result(school: School, pages: PageClient) -> None:
    with school.app.app_context():
        recipe = QuizBlueprint(mode=Mode.TEST)
        quizzes.publish_quiz(console(1, "tests"), "Our values", document_title="Our values", recipe=recipe, now=NOW)
    first = school.start(pages)
    pages.submit(first, school.answer(first))
    answers = pages.get(first.path.replace("/questions/1", "/answers"))
    submit_and_lose(school, pages, answers)
    once, twice = pages.submit(answers), pages.submit(answers)
    assert once.path == twice.path == first.path.replace("/questions/1", "/result")
    assert once.heading == twice.heading == "You have not passed yet"
