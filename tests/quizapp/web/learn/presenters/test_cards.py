from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.learning import QuizCard
from quizapp.web.learn.presenters.cards import minutes, present_cards, present_start

NEW = QuizCard(
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
OPEN = replace(NEW, attempts=1, open_attempt_id=9)
NOT_YET = replace(NEW, attempts=2, last_score=5, last_count=8, last_attempt_id=9)
PASSED = replace(NOT_YET, last_score=8, passed_on=date(2025, 3, 12), certificate_code="ABCD")


@pytest.mark.parametrize(
    ("quiz", "status", "step", "words"),
    [
        (NEW, "Not started", "Start", "Due by Friday 6 June 2025."),
        (OPEN, "In progress", "Carry on", "Due by Friday 6 June 2025."),
        (NOT_YET, "Not passed yet", "Try again", "Due by Friday 6 June 2025."),
        (PASSED, "Passed", "See your certificate", "You passed on 12 March 2025."),
        (
            replace(NEW, is_overdue=True),
            "Not started",
            "Start",
            "It was due on Friday 6 June 2025. You can still do it.",
        ),
        (replace(NEW, due_on=None), "Not started", "Start", "There is no date by which to do it."),
    ],
)
def test_a_card_says_where_a_quiz_stands_and_what_is_next(quiz: QuizCard, status: str, step: str, words: str) -> None:
    (card,) = present_cards([quiz])
    assert (card.status, card.step.text, card.words) == (status, step, words)


def test_what_is_still_to_do_comes_first() -> None:
    assert [card.status for card in present_cards([PASSED, NEW])] == ["Not started", "Passed"]


def test_the_pass_mark_is_a_number_of_questions() -> None:
    page = present_start(NEW)
    assert page.lead == "8 questions about what we stand for. It takes about 10 minutes."
    assert page.facts[0] == "You need 7 of 8 to pass."


@pytest.mark.parametrize(("questions", "about"), [(1, 5), (4, 5), (5, 10), (8, 10), (9, 15), (20, 25)])
def test_the_time_is_given_in_steps_of_five_minutes(questions: int, about: int) -> None:
    assert minutes(questions) == about


def test_what_a_manager_sees_is_told_as_the_organisation_has_it() -> None:
    assert "and your score once you have passed" in present_start(NEW).seen
    kept_back = present_start(replace(NEW, managers_see_scores=False)).seen
    assert kept_back.endswith("They cannot see your answers or your score.")


def test_who_has_passed_is_told_the_date_and_given_the_certificate() -> None:
    page = present_start(PASSED)
    assert page.passed == "You passed this quiz on 12 March 2025. You do not need to do it again."
    assert (page.code, page.last_try) == ("ABCD", None)
    assert not any("Due" in fact or "due" in fact for fact in page.facts)


def test_the_button_says_what_it_does() -> None:
    assert [present_start(quiz).button for quiz in (NEW, OPEN, NOT_YET)] == ["Start the quiz", "Carry on", "Try again"]


def test_the_last_try_is_told_in_numbers() -> None:
    assert present_start(NEW).last_try is None
    assert present_start(NOT_YET).last_try == "Last time you got 5 of 8. The questions are different this time."
    assert (present_start(OPEN).last_try or "").startswith("You have started.")
