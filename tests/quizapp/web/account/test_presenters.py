from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.learning import QuizCard
from quizapp.web.account.presenters import describe_learning, explain_ending, present_places

QUIZ = QuizCard(
    assignment_id=3,
    title="Our values",
    edition=1,
    length=8,
    pass_score=7,
    mode=Mode.LEARN,
    due_on=date(2025, 6, 6),
    is_overdue=False,
    attempts=0,
    open_attempt_id=None,
    last_score=None,
    last_count=None,
    last_attempt_id=None,
    passed_on=None,
    certificate_code=None,
    managers_see_scores=True,
)
PASSED = replace(QUIZ, passed_on=date(2025, 5, 1))


@pytest.mark.parametrize(
    ("quizzes", "words"),
    [
        ([], "You have no quiz to do at the moment."),
        ([PASSED], "You have passed. Your certificate is here."),
        ([QUIZ], "1 quiz to do, due by 6 June."),
        ([QUIZ, replace(QUIZ, due_on=date(2025, 5, 30)), PASSED], "2 quizzes to do, due by 30 May."),
        ([replace(QUIZ, is_overdue=True)], "1 quiz to do; it was due on 6 June."),
        ([replace(QUIZ, due_on=None)], "1 quiz to do."),
    ],
)
def test_the_start_page_says_what_there_is_to_learn(quizzes: list[QuizCard], words: str) -> None:
    assert describe_learning(quizzes) == words


def test_only_places_with_an_address_are_shown_in_the_order_of_the_menu() -> None:
    places = present_places({"items.bank": "/bank", "learn.home": "/learning"}, [QUIZ])
    assert [(place.text, place.href) for place in places] == [("My learning", "/learning"), ("Question bank", "/bank")]
    assert places[0].description == "1 quiz to do, due by 6 June."


def test_why_one_has_to_sign_in_again_is_told_and_what_was_lost_with_it() -> None:
    assert explain_ending(ended=False, unsent=False) is None
    ended, unsent = (explain_ending(ended=True, unsent=flag) or "" for flag in (False, True))
    assert ended.endswith("Everything saved before is still there.")
    assert "What you sent just now was not saved" in unsent
