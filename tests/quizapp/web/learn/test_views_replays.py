"""Pressed twice, sent again, in a second tab, gone back: one attempt, one answer, and always a word about it."""

import pytest
import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt, Response
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import School, next_address

BANNER = "main .nhsuk-notification-banner__content"
TWICE = "Your answer reached us twice. We saved it once, and this is what it came to."
ELSEWHERE = "You carried on somewhere else"


@pytest.fixture
def pages(school: School) -> PageClient:
    return school.pages()


def count(school: School, model: type[Attempt] | type[Response]) -> int:
    with school.app.app_context():
        number = db.session.scalar(sa.select(sa.func.count()).select_from(model))
        db.session.remove()
    return number or 0


def answer_first(school: School, pages: PageClient) -> tuple[Page, Page]:
    """The first question and its explanation."""
    first = school.start(pages)
    return first, pages.submit(first, school.answer(first))


def test_a_start_pressed_twice_opens_one_attempt(school: School, pages: PageClient) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    assert pages.submit(before).path == pages.submit(before).path
    assert count(school, Attempt) == 1


def test_a_start_from_a_second_tab_goes_on_where_one_is(school: School, pages: PageClient) -> None:
    other_tab = pages.get(f"/learning/quizzes/{school.assignment()}")
    answer_first(school, pages)
    page = pages.submit(other_tab)
    assert page.words(".app-progress") == "Question 2 of 8"
    assert page.words(BANNER) == "You had started already. Your earlier answers are saved, and this is where you are."
    assert count(school, Attempt) == 1


def test_a_start_sent_again_after_the_last_answer_shows_the_result(school: School, pages: PageClient) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    school.sit(pages, pages.submit(before), wrong=8)
    page = pages.submit(before)
    assert (page.heading, count(school, Attempt)) == ("You have not passed yet", 1)
    assert page.words(BANNER) == "You had finished this try already. This is your result."


def test_a_start_after_passing_changes_nothing_and_says_so(school: School, pages: PageClient) -> None:
    other_tab = pages.get(f"/learning/quizzes/{school.assignment()}")
    school.sit(pages, school.start(pages))
    page = pages.submit(other_tab)
    assert page.words(BANNER) == "You have passed this quiz. You do not need to do it again."
    assert "Success" not in page.text
    assert (page.words("main a.nhsuk-button"), count(school, Attempt)) == ("See your certificate", 1)


def test_an_answer_pressed_twice_is_saved_once(school: School, pages: PageClient) -> None:
    first, explained = answer_first(school, pages)
    again = pages.submit(first, school.answer(first))
    assert (again.path, again.heading, again.words(BANNER)) == (explained.path, "That is right", TWICE)
    assert count(school, Response) == 1
    assert pages.get(again.path).soup.select(BANNER) == []


def test_the_first_answer_counts_in_two_tabs(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    other_tab = pages.get(first.path)
    assert pages.submit(first, school.answer(first, right=False)).heading == "Not quite"
    late = pages.submit(other_tab, school.answer(other_tab))
    assert (late.heading, count(school, Response)) == (ELSEWHERE, 1)
    assert "You answered question 1 already" in late.text
    assert pages.get(next_address(late), follow=True).words(".app-progress") == "Question 2 of 8"


def test_the_back_button_shows_an_answered_question_to_read(school: School, pages: PageClient) -> None:
    first, explained = answer_first(school, pages)
    back = pages.get(first.path)
    assert (back.heading, back.soup.select("main [name=answer], main select")) == (explained.heading, [])
    assert back.response.headers["Cache-Control"] == "no-store"


def test_a_later_question_leads_to_where_one_is(school: School, pages: PageClient) -> None:
    first, _ = answer_first(school, pages)
    page = pages.get(first.path.replace("/questions/1", "/questions/5"), follow=True)
    assert page.words(".app-progress") == "Question 2 of 8"
    assert page.words(BANNER) == "You have not come to that question yet. This is where you are."


@pytest.mark.parametrize("rest", ["", "/result", "/review"])
def test_an_attempt_is_taken_up_where_it_was_left_on_any_device(school: School, pages: PageClient, rest: str) -> None:
    first, _ = answer_first(school, pages)
    phone = school.pages()
    page = phone.get(first.path.removesuffix("/questions/1") + rest, follow=True)
    assert page.words(".app-progress") == "Question 2 of 8"
    assert (page.soup.select(BANNER) != []) is (rest != "")


def test_the_same_options_stand_in_the_same_order_on_any_device(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    assert school.pages().get(first.path).all_words("main label") == first.all_words("main label")


def test_an_answer_to_a_later_question_is_not_saved(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    values = {**school.answer(first), "csrf_token": str(first.one("main input[name=csrf_token]")["value"])}
    page = pages.post(first.path.replace("/questions/1", "/questions/2"), values, follow=True)
    assert page.words(".app-progress") == "Question 1 of 8"
    assert "we did not save it" in page.words(BANNER)
    assert count(school, Response) == 0


def test_an_answer_after_the_last_one_changes_nothing(school: School, pages: PageClient) -> None:
    first, page = answer_first(school, pages)
    asked = first
    while "/questions/" in (address := next_address(page)):
        asked = pages.get(address)
        page = pages.submit(asked, school.answer(asked))
    late = pages.submit(asked, school.answer(asked, right=False))
    assert (late.heading, late.words(BANNER)) == ("That is right", TWICE)
    assert (count(school, Response), pages.get(address).heading) == (8, "You passed")


@pytest.mark.parametrize("token", ["", "x", "a token with blanks", "y" * 65, "nul\x00nul-nul"])
def test_a_form_with_a_spoilt_token_is_one_press_of_its_own(school: School, pages: PageClient, token: str) -> None:
    first = school.start(pages)
    assert pages.submit(first, {**school.answer(first), "token": token}).heading == "That is right"
    assert pages.submit(first, {**school.answer(first), "token": token}).heading == ELSEWHERE
    assert count(school, Response) == 1


@pytest.mark.parametrize("sent", [{}, {"answer": ["", ""]}, {"answer": ["zz\x00zz"]}, {"answer": ["x"] * 40}])
def test_what_is_no_answer_is_put_back_and_nothing_is_saved(
    school: School, pages: PageClient, sent: dict[str, list[str]]
) -> None:
    first = school.start(pages)
    token = str(first.one("main input[name=csrf_token]")["value"])
    page = pages.post(first.path, {**sent, "csrf_token": token})
    assert page.title.startswith("Error: Question 1 of 8")
    assert page.soup.select(".nhsuk-error-summary a[href='#answer']")
    assert (page.heading, count(school, Response)) == (first.heading, 0)


def test_too_few_choices_are_kept_for_the_second_try(school: School, pages: PageClient) -> None:
    page = school.start(pages)
    while not page.soup.select("main input[type=checkbox]"):
        page = pages.get(next_address(pages.submit(page, school.answer(page))))
    one = school.answer(page)["answer"][:1]
    refused = pages.submit(page, {"answer": one})
    assert refused.words(".nhsuk-error-summary a") == "Select 2 answers. You selected 1."
    assert [tag["value"] for tag in refused.soup.select("main input[checked]")] == one
    assert pages.submit(refused, school.answer(refused)).heading == "That is right"


def test_a_line_without_a_match_is_pointed_at(school: School, pages: PageClient) -> None:
    page = school.start(pages)
    while not page.soup.select("main select"):
        page = pages.get(next_address(pages.submit(page, school.answer(page))))
    answer = school.answer(page)
    refused = pages.submit(page, {**answer, "answer-2": ""})
    assert refused.one(".nhsuk-error-summary a")["href"] == "#answer-2"
    assert [tag["id"] for tag in refused.soup.select("select.nhsuk-select--error")] == ["answer-2"]
    assert refused.one("#answer-1 option[selected]")["value"] == answer["answer-1"][0]
