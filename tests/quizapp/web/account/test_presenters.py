from dataclasses import replace
from datetime import date

import pytest

from quizapp.services.attempts.employment import Employment
from quizapp.services.attempts.learning import QuizCard, Validity
from quizapp.services.people.endings import Ending
from quizapp.web.account.presenters import describe_learning, explain_ending, present_places
from tests.quizapp.web.learn.presenters.quiz_cards import NEW

PASSED = replace(NEW, passed_on=date(2025, 5, 1))
RUN_OUT = Validity(date(2025, 6, 1), date(2025, 3, 3), may_renew=True, has_run_out=True)


@pytest.mark.parametrize(
    ("quizzes", "words"),
    [
        ([], "You have no quiz to do at the moment."),
        ([PASSED], "You have passed. Your certificate is here."),
        ([NEW], "1 quiz to do, due by 6 June."),
        ([NEW, replace(NEW, due_on=date(2025, 5, 30)), PASSED], "2 quizzes to do, due by 30 May."),
        ([replace(NEW, is_overdue=True)], "1 quiz to do; it was due on 6 June."),
        ([replace(NEW, due_on=None)], "1 quiz to do."),
        ([replace(NEW, employment=Employment(is_away=True))], "You have no quiz to do at the moment."),
        ([replace(PASSED, employment=Employment(has_left=True))], "You have passed. Your certificate is here."),
        ([replace(PASSED, validity=RUN_OUT)], "1 quiz to do."),
    ],
)
def test_the_start_page_says_what_there_is_to_learn(quizzes: list[QuizCard], words: str) -> None:
    assert describe_learning(quizzes) == words


def test_only_places_with_an_address_are_shown_in_the_order_of_the_menu() -> None:
    places = present_places({"items.bank": "/bank", "learn.home": "/learning"}, [NEW])
    assert [(place.text, place.href) for place in places] == [("My learning", "/learning"), ("Question bank", "/bank")]
    assert places[0].description == "1 quiz to do, due by 6 June."


@pytest.mark.parametrize("ending", [None, *Ending])
def test_why_one_has_to_sign_in_again_is_told_and_what_was_lost_with_it(ending: Ending | None) -> None:
    ended, unsent = (explain_ending(ending, is_unsent=flag, is_parked=False) for flag in (False, True))
    assert ended.endswith(("Your answers are saved.", "Everything saved before is still there."))
    assert unsent.removeprefix(ended) == " What you sent just now was not saved: sign in, then send it again."


@pytest.mark.parametrize("ending", [None, *Ending])
def test_an_answer_that_is_parked_is_not_said_to_be_saved(ending: Ending | None) -> None:
    told = explain_ending(ending, is_unsent=True, is_parked=True)
    assert "Your earlier answers are saved. The one you sent last is not saved yet" in told
    assert "30 minutes. Sign in, and you find it filled in." in told


def test_each_reason_for_signing_in_again_has_its_own_words() -> None:
    told = {explain_ending(ending, is_unsent=False, is_parked=False) for ending in (None, *Ending)}
    assert len(told) == 5
    assert "You have been signed out because nothing happened for 60 minutes. Your answers are saved." in told
