from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.employment import Employment
from quizapp.services.quizzes.recipes import minutes
from quizapp.web.learn.presenters.starting import present_start
from tests.quizapp.web.learn.presenters.quiz_cards import EXPIRED, EXPIRING, HOLDS, NEW, NOT_YET, OPEN, PASSED


def test_the_pass_mark_is_a_number_of_questions() -> None:
    page = present_start(NEW)
    assert page.lead.startswith("8 questions about what we stand for. It takes about 10 minutes.")
    assert page.facts[0] == "You need 7 of 8 to pass."
    assert present_start(replace(NEW, length=1)).lead.startswith("1 question about")


@pytest.mark.parametrize(("questions", "about"), [(1, 5), (4, 5), (5, 10), (8, 10), (9, 15), (20, 25)])
def test_the_time_is_given_in_steps_of_five_minutes(questions: int, about: int) -> None:
    assert minutes(questions) == about


def test_each_mode_says_when_answers_count_and_when_they_are_explained() -> None:
    learn, test = present_start(NEW).facts, present_start(replace(NEW, mode=Mode.TEST)).facts
    assert any("whether it is right and why. You cannot change it after that." in fact for fact in learn)
    assert any("You can change your answers until you hand them in." in fact for fact in test)
    assert not any("cannot change it" in fact for fact in test)


def test_what_a_manager_sees_is_told_as_the_organisation_has_it() -> None:
    seen, not_used = present_start(NEW).seen
    assert "and your score once you have passed" in seen
    assert not_used == "The quiz is for learning. We do not use it to judge your work."
    kept_back, _ = present_start(replace(NEW, managers_see_scores=False)).seen
    assert kept_back.endswith("They cannot see your answers or your score.")


def test_work_time_and_the_due_date_are_told() -> None:
    *_, work_time = present_start(NEW).facts
    assert work_time == "You can do this in work time. Talk to your manager if you cannot find 10 minutes."
    assert present_start(NEW).lead.endswith("It takes about 10 minutes. Due by Friday 6 June 2025.")


def test_who_has_passed_is_told_the_date_and_given_the_certificate() -> None:
    page = present_start(PASSED)
    assert page.notes == ("You passed this quiz on 12 March 2025. You do not need to do it again.",)
    assert (page.code, page.may_start) == ("ABCD", False)


def test_a_pass_that_holds_for_a_time_says_until_when_and_from_when_it_may_be_renewed() -> None:
    assert present_start(HOLDS).notes == (
        "You passed this quiz on 12 March 2025. You do not need to do it again now.",
        "Your pass is valid until 12 March 2026. You can take the quiz again from 12 December 2025.",
    )
    for quiz, words in (
        (EXPIRING, "You can take the quiz again now"),
        (EXPIRED, "Your pass expired on 12 March 2026."),
    ):
        page = present_start(quiz)
        assert (page.may_start, page.review, page.button) == (True, None, "Start the quiz")
        assert any(words in note for note in page.notes)


def test_where_one_has_started_the_button_goes_on() -> None:
    page = present_start(OPEN)
    assert (page.button, page.review, page.notes[0].startswith("You have started.")) == ("Carry on", None, True)


def test_after_a_try_that_did_not_pass_the_way_leads_over_its_review() -> None:
    page = present_start(NOT_YET)
    assert page.review == 9
    assert page.notes[0].startswith("Last time you got 5 of 8.")


def test_nobody_is_hurried_who_is_away_or_has_yet_to_begin() -> None:
    away = present_start(replace(NEW, employment=Employment(is_away=True)))
    assert away.notes[0].startswith("You do not need to do this while you are away.")
    early = present_start(replace(NEW, employment=Employment(starts_on=date(2025, 5, 12))))
    assert early.notes[0] == "You do not need to do this before you start on Monday 12 May 2025."
    for page in (away, early):
        assert page.may_start
        assert "ue by" not in page.lead


def test_who_has_left_has_nothing_to_start_and_keeps_the_certificates() -> None:
    for quiz in (NEW, OPEN, EXPIRED):
        page = present_start(replace(quiz, employment=Employment(has_left=True)))
        stay = " Your certificates stay under My learning." if quiz.certificate_code else ""
        assert page.notes == (f"Your last working day here has passed, so you have no quiz to do.{stay}",)
        assert not page.may_start
