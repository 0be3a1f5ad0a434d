from dataclasses import replace

from question_bank.model import Kind
from quizapp.services.attempts.questions import Quote
from quizapp.services.attempts.results import MissedItem, Result
from quizapp.web.learn.presenters.results import present_result, present_review

MISSED = MissedItem(2, "We ____ it.", Kind.GAP, ("check",), ("Candour",), (Quote(7, "we check it"),))
ABOUT_VISION = replace(MISSED, position=5, value_names=())
NOT_YET = Result(9, 3, "Our values", 1, 6, 8, 7, None, (MISSED, ABOUT_VISION), 4, "Our page", "https://trust.example")
PASSED = replace(NOT_YET, score=7, certificate_code="ABCD", missed=(MISSED,))


def test_a_pass_is_told_as_a_count() -> None:
    page = present_result(PASSED)
    assert (page.heading, page.score, page.code) == ("You passed", "You got 7 of 8", "ABCD")
    assert page.words[0] == "You needed 7 of 8."
    assert page.review == "See the question you missed"


def test_a_pass_without_a_mistake_has_nothing_to_look_at_again() -> None:
    page = present_result(replace(PASSED, score=8, missed=()))
    assert (page.words[0], page.review, page.look_again) == ("Every answer was right.", None, ())


def test_no_pass_yet_says_how_far_and_what_to_look_at() -> None:
    page = present_result(NOT_YET)
    assert (page.heading, page.score) == ("You have not passed yet", "You got 6 of 8 and need 7.")
    assert page.look_again == ("Candour", "The vision and the rest of our page")
    assert page.review == "See the 2 questions you missed"


def test_a_value_is_named_once() -> None:
    twice = replace(NOT_YET, missed=(MISSED, replace(MISSED, position=4)))
    assert present_result(twice).look_again == ("Candour",)


def test_the_second_and_the_third_time_have_words_of_their_own() -> None:
    first, second, third, fourth = (present_result(replace(NOT_YET, number=number)).words for number in (1, 2, 3, 4))
    assert len({first, second, third}) == 3
    assert third == fourth
    assert "talk them through with your manager" in third[0]


def test_the_review_gives_the_right_answer_and_the_line() -> None:
    page = present_review(NOT_YET)
    missed = page.missed[0]
    assert (missed.heading, missed.stem, missed.right) == ("Question 2", ("We ", " it."), ("check",))
    assert missed.source.lines[0].place == "Line 7"
    assert (page.address, page.passed) == ("https://trust.example", False)


def test_several_right_answers_are_announced_as_such() -> None:
    item = replace(MISSED, right=("a", "b"))
    assert present_review(replace(NOT_YET, missed=(item,))).missed[0].answer_label == "Right answers"


def test_a_review_of_nothing_says_so() -> None:
    assert "nothing to look at again" in present_review(replace(PASSED, missed=())).lead
