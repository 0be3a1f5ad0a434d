"""What the result of a try says, and what helps to do next."""

from dataclasses import dataclass

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.results import Result
from quizapp.web.learn.presenters.reviews import THIRD_TRY, ReviewPart, present_parts
from quizapp.web.shell.filters import count, long_date, part_of

TALK = (
    "Lots of people find these questions tricky. You can talk them through with your manager, or with your learning"
    " and development team, and do the next try together with somebody."
)

BOOSTERS = "In about 4 weeks we have 2 short questions for you. You do not have to answer them."
WITHDRAWN = "The quiz has been withdrawn since you began, so there is no next try, and nothing more to do."


@dataclass(frozen=True, slots=True)
class ResultPage:
    """How a try went and what next; `look_again` are the parts of the review, `answers` leads to all questions."""

    attempt_id: int
    assignment_id: int
    heading: str
    passed: bool
    score: str
    words: tuple[str, ...]
    look_again: tuple[ReviewPart, ...]
    review: str | None
    is_newest: bool
    answers: str
    code: str | None


def present_result(result: Result) -> ResultPage:
    """A result as the number of questions that were right, never as a percentage."""
    return ResultPage(
        attempt_id=result.attempt_id,
        assignment_id=result.assignment_id,
        heading=_heading(result),
        passed=result.passed,
        score=_score(result),
        words=_words(result),
        look_again=() if result.passed else present_parts(result),
        review=_review(result),
        is_newest=result.is_newest,
        answers=_answers(result),
        code=result.certificate_code,
    )


def _heading(result: Result) -> str:
    if result.passed:
        return "You passed"
    return "You have not passed yet" if result.is_newest else "An earlier try"


def _score(result: Result) -> str:
    score = f"You got {part_of(result.score, result.count)}"
    if result.passed:
        return score
    return f"{score} and need{'' if result.is_newest else 'ed'} {result.pass_score}."


def _words(result: Result) -> tuple[str, ...]:
    if result.passed:
        return _passed(result)
    if result.is_withdrawn:
        return (WITHDRAWN,)
    if not result.is_newest:
        return ("This is an earlier try. My learning says where you are now.",)
    return _not_yet(result)


def _passed(result: Result) -> tuple[str, ...]:
    kept = "Your pass is saved, and your manager can see that you passed."
    if result.is_withdrawn:
        kept = "Your pass is saved. The quiz has been withdrawn since you began; your certificate stays."
    if result.valid_until is not None:
        return (kept, f"It is valid until {long_date(result.valid_until)}. There is nothing to do before then.")
    return (kept, BOOSTERS if result.has_boosters and not result.is_withdrawn else "There is nothing more to do.")


def _not_yet(result: Result) -> tuple[str, ...]:
    """The second time other words than the first, and from the third on somebody to turn to."""
    parts = count(len(present_parts(result)), "part")
    if result.number == 1:
        return (f"Look again at {parts} of our page, then try again. The questions change from try to try.",)
    if result.number < THIRD_TRY:
        return (
            "Each question you missed rests on a line of our page. Read those lines first.",
            "You can try as many times as you like.",
        )
    return (TALK, "You can try as many times as you like, and earlier tries do not count against you.")


def _review(result: Result) -> str | None:
    if not result.missed:
        return None
    return "Look again at what you missed" if len(result.missed) > 1 else "Look again at the question you missed"


def _answers(result: Result) -> str:
    if result.mode is Mode.TEST:
        return f"See all {result.count} questions: what is right, and why"
    return f"See all {result.count} questions with your answers"
