from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.web.learn.presenters.results import present_result
from tests.quizapp.web.learn.presenters.sample_results import MISSED, NOT_YET, PASSED


def test_a_pass_is_told_as_a_count() -> None:
    page = present_result(PASSED)
    assert (page.heading, page.score, page.code) == ("You passed", "You got 7 of 8", "ABCD")
    assert page.words == (
        "Your pass is saved, and your manager can see that you passed.",
        "There is nothing more to do.",
    )
    assert page.look_again == ()
    assert page.review == "Look again at the question you missed"


def test_a_pass_that_holds_for_a_time_says_until_when() -> None:
    page = present_result(replace(PASSED, valid_until=date(2026, 6, 6)))
    assert page.words[1].startswith("It is valid until 6 June 2026.")


def test_the_questions_that_come_later_are_announced_where_there_will_be_any() -> None:
    assert present_result(replace(PASSED, has_boosters=True)).words[1].startswith("In about 4 weeks")


def test_a_pass_without_a_mistake_has_nothing_to_look_at_again() -> None:
    page = present_result(replace(PASSED, score=8, missed=()))
    assert (page.review, page.look_again) == (None, ())


def test_no_pass_yet_says_how_far_and_what_to_look_at() -> None:
    page = present_result(NOT_YET)
    assert (page.heading, page.score) == ("You have not passed yet", "You got 6 of 8 and need 7.")
    assert [part.name for part in page.look_again] == ["Candour", "Our page as a whole"]
    assert page.words[0].startswith("Look again at 2 parts of our page")
    assert page.review == "Look again at what you missed"


def test_a_value_is_named_once() -> None:
    twice = replace(NOT_YET, missed=(MISSED, replace(MISSED, position=4)))
    assert [part.name for part in present_result(twice).look_again] == ["Candour"]


def test_the_second_and_the_third_time_have_words_of_their_own() -> None:
    first, second, third, fourth = (present_result(replace(NOT_YET, number=number)).words for number in (1, 2, 3, 4))
    assert len({first, second, third}) == 3
    assert third == fourth
    assert "talk them through with your manager" in third[0]


def test_a_try_that_another_one_followed_is_told_as_an_earlier_one() -> None:
    page = present_result(replace(NOT_YET, is_newest=False))
    assert (page.heading, page.score) == ("An earlier try", "You got 6 of 8 and needed 7.")
    assert page.words == ("This is an earlier try. My learning says where you are now.",)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (Mode.LEARN, "See all 8 questions with your answers"),
        (Mode.TEST, "See all 8 questions: what is right, and why"),
    ],
)
def test_all_questions_can_be_gone_through_and_after_a_test_that_is_where_they_are_explained(
    mode: Mode, words: str
) -> None:
    assert present_result(replace(NOT_YET, mode=mode)).answers == words
