from dataclasses import replace
from datetime import date

import pytest

from quizapp.services.attempts.certificates.completions import Certificate
from quizapp.services.attempts.employment import Employment
from quizapp.services.attempts.learning import QuizCard
from quizapp.web.learn.presenters.cards import HomePage, present_home
from tests.quizapp.web.learn.presenters.quiz_cards import EXPIRED, EXPIRING, HOLDS, NEW, NOT_YET, OPEN, PASSED

DUE = "Due by Friday 6 June 2025."
AWAY = replace(NEW, employment=Employment(is_away=True))
NOT_IN_POST = replace(NEW, employment=Employment(starts_on=date(2025, 5, 12)))
CERTIFICATE = Certificate("ABCD", "Asha", "Trust", "Our values", 1, date(2025, 3, 12), None, None, None)
EARLIER = replace(CERTIFICATE, code="OLD", quiz_title="Our promise", valid_until=date(2026, 3, 12))


def home(*quizzes: QuizCard, has_left: bool = False, certificates: tuple[Certificate, ...] = ()) -> HomePage:
    return present_home(quizzes, certificates, has_left=has_left)


@pytest.mark.parametrize(
    ("quiz", "status", "step", "words"),
    [
        (NEW, "Not started", "Start", (DUE,)),
        (OPEN, "In progress", "Carry on", (DUE,)),
        (NOT_YET, "Not passed yet", "Look again at what you missed", (DUE,)),
        (PASSED, "Passed", "", ("You passed on 12 March 2025.",)),
        (
            HOLDS,
            "Passed",
            "",
            (
                "You passed on 12 March 2025. Your pass is valid until 12 March 2026.",
                "You can take the quiz again from 12 December 2025, which renews your pass.",
            ),
        ),
        (
            EXPIRING,
            "Expiring",
            "Take the quiz again",
            (
                "You passed on 12 March 2025. Your pass is valid until 12 March 2026.",
                "You can take the quiz again now, which renews your pass.",
            ),
        ),
        (
            EXPIRED,
            "Expired",
            "Take the quiz again",
            ("Your pass expired on 12 March 2026. Take the quiz again to renew it.",),
        ),
        (replace(EXPIRING, open_attempt_id=12), "In progress", "Carry on", None),
        (replace(EXPIRED, last_passed=False), "Expired", "Look again at what you missed", None),
        (
            replace(NEW, is_overdue=True),
            "Overdue",
            "Start",
            ("It was due on Friday 6 June 2025. You can still do it.",),
        ),
        (replace(NEW, due_on=None), "Not started", "Start", ("There is no date by which to do it.",)),
        (
            AWAY,
            "On long-term absence",
            "Start",
            ("You do not need to do this while you are away. Once you are back, you have at least 4 weeks.",),
        ),
        (
            NOT_IN_POST,
            "Not started",
            "Start",
            ("You do not need to do this before you start on Monday 12 May 2025.", DUE),
        ),
    ],
)
def test_a_card_says_where_a_quiz_stands_and_what_is_next(
    quiz: QuizCard, status: str, step: str, words: tuple[str, ...] | None
) -> None:
    (card,) = home(quiz).cards
    assert (card.status, card.step_text) == (status, step)
    assert words is None or card.words == words


def test_what_is_to_do_comes_first_then_what_may_be_done_then_what_is_done() -> None:
    assert [card.status for card in home(PASSED, EXPIRING, AWAY, OPEN, EXPIRED).cards] == [
        "In progress",
        "Expired",
        "Expiring",
        "On long-term absence",
        "Passed",
    ]


def test_a_card_of_a_renewal_that_is_not_passed_yet_leads_to_its_review() -> None:
    (card,) = home(replace(EXPIRED, last_passed=False, last_attempt_id=14)).cards
    assert (card.step, card.attempt_id, card.code) == ("review", 14, "ABCD")


def test_who_has_no_quiz_is_told_and_who_has_left_is_told_why() -> None:
    assert home().notes[0].startswith("You have no quiz at the moment.")
    assert home(has_left=True).notes == ("Your last working day here has passed, so you have no quiz to do.",)
    assert home(NEW).notes == ()


def test_a_certificate_that_no_card_leads_to_is_listed() -> None:
    page = home(PASSED, certificates=(CERTIFICATE, EARLIER))
    assert page.certificates_heading == "Your earlier certificates"
    assert [(one.code, one.title) for one in page.certificates] == [("OLD", "Our promise")]
    assert page.certificates[0].words == "passed on 12 March 2025, until 12 March 2026"


def test_without_a_card_that_leads_to_one_they_are_all_listed() -> None:
    page = home(has_left=True, certificates=(CERTIFICATE, EARLIER))
    assert page.certificates_heading == "Your certificates"
    assert [one.code for one in page.certificates] == ["ABCD", "OLD"]
