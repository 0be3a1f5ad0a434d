"""What My learning and the page before the start say about a quiz."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.attempts.learning import QuizCard
from quizapp.web.shell.filters import long_date, part_of, weekday_date

QUESTIONS_IN_FIVE_MINUTES = 4


@dataclass(frozen=True, slots=True)
class Step:
    """The one thing to do next with a quiz: words and the endpoint's kind, "start", "attempt" or "certificate"."""

    text: str
    to: str


@dataclass(frozen=True, slots=True)
class LearningCard:
    """One quiz on My learning."""

    assignment_id: int
    attempt_id: int | None
    code: str | None
    title: str
    status: str
    colour: str
    words: str
    step: Step


@dataclass(frozen=True, slots=True)
class StartPage:
    """What to know before starting; `passed` says that there is nothing to start, `button` what starts it."""

    assignment_id: int
    heading: str
    lead: str
    facts: tuple[str, ...]
    last_try: str | None
    review: int | None
    """The attempt to be looked at again before the next one."""
    seen: str
    passed: str | None
    code: str | None
    button: str


def present_cards(quizzes: Sequence[QuizCard]) -> list[LearningCard]:
    """One's own quizzes, those with something to do first."""
    return [_card(quiz) for quiz in sorted(quizzes, key=lambda quiz: quiz.passed_on is not None)]


def present_start(quiz: QuizCard) -> StartPage:
    """The page before the start, or for somebody who has passed, that they have."""
    return StartPage(
        assignment_id=quiz.assignment_id,
        heading=quiz.title,
        lead=f"{quiz.length} questions about what we stand for. It takes about {minutes(quiz.length)} minutes.",
        facts=_facts(quiz),
        last_try=_last_try(quiz),
        review=quiz.last_attempt_id if quiz.passed_on is None else None,
        seen=_what_is_seen(managers_see_scores=quiz.managers_see_scores),
        passed=_passed(quiz),
        code=quiz.certificate_code,
        button=_button(quiz),
    )


def minutes(questions: int) -> int:
    """About how long it takes, in steps of five: 10 for 8 questions."""
    return 5 * -(-questions // QUESTIONS_IN_FIVE_MINUTES)


def _card(quiz: QuizCard) -> LearningCard:
    status, colour = _status(quiz)
    return LearningCard(
        assignment_id=quiz.assignment_id,
        attempt_id=quiz.open_attempt_id,
        code=quiz.certificate_code,
        title=quiz.title,
        status=status,
        colour=colour,
        words=_words(quiz),
        step=_step(quiz),
    )


def _status(quiz: QuizCard) -> tuple[str, str]:
    if quiz.passed_on is not None:
        return "Passed", "green"
    if quiz.open_attempt_id is not None:
        return "In progress", "blue"
    return ("Not passed yet", "blue") if quiz.attempts else ("Not started", "grey")


def _words(quiz: QuizCard) -> str:
    if quiz.passed_on is not None:
        return f"You passed on {long_date(quiz.passed_on)}."
    if quiz.due_on is None:
        return "There is no date by which to do it."
    if quiz.is_overdue:
        return f"It was due on {weekday_date(quiz.due_on)}. You can still do it."
    return f"Due by {weekday_date(quiz.due_on)}."


def _step(quiz: QuizCard) -> Step:
    if quiz.passed_on is not None:
        return Step("See your certificate", "certificate")
    if quiz.open_attempt_id is not None:
        return Step("Carry on", "attempt")
    return Step("Try again" if quiz.attempts else "Start", "start")


def _facts(quiz: QuizCard) -> tuple[str, ...]:
    due = () if quiz.due_on is None or quiz.passed_on is not None else (_words(quiz),)
    return (
        f"You need {part_of(quiz.pass_score, quiz.length)} to pass.",
        "You can try as many times as you like. Each try is a new set of questions.",
        "There is one question on a page, and no time limit.",
        "When you check an answer, we tell you whether it is right and why. Your first answer counts.",
        "Your answers are saved as you go. You can stop and carry on later, also on another phone or computer.",
        f"You can do this in work time. Talk to your manager if you cannot find {minutes(quiz.length)} minutes.",
        *due,
    )


def _what_is_seen(*, managers_see_scores: bool) -> str:
    status = (
        "Your manager, and the administrators of your organisation, can see your status (for example in progress, or"
        " passed) and the dates"
    )
    if managers_see_scores:
        return f"{status}, and your score once you have passed. They cannot see your answers."
    return f"{status}. They cannot see your answers or your score."


def _last_try(quiz: QuizCard) -> str | None:
    if quiz.open_attempt_id is not None:
        return "You have started. The answers you have given are saved, and you go on where you stopped."
    if quiz.last_score is None or quiz.last_count is None or quiz.passed_on is not None:
        return None
    return f"Last time you got {part_of(quiz.last_score, quiz.last_count)}. The questions are different this time."


def _passed(quiz: QuizCard) -> str | None:
    if quiz.passed_on is None:
        return None
    return f"You passed this quiz on {long_date(quiz.passed_on)}. You do not need to do it again."


def _button(quiz: QuizCard) -> str:
    if quiz.open_attempt_id is not None:
        return "Carry on"
    return "Try again" if quiz.attempts else "Start the quiz"
