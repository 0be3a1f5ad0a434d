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
        look_again=present_parts(result),
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
        return ("You have begun another try since. My learning says where you are now.",)
    return _not_yet(result)


def _passed(result: Result) -> tuple[str, ...]:
    needed = f"You needed {part_of(result.pass_score, result.count)}."
    if not result.missed:
        needed = "Every answer was right."
    kept = "Your pass is saved, and your manager can see it from now on."
    if result.is_withdrawn:
        kept = "Your pass is saved. The quiz has been withdrawn since you began; your certificate stays."
    if result.valid_until is None:
        return (needed, f"{kept} There is nothing more to do.")
    return (needed, f"{kept} It holds until {long_date(result.valid_until)}.")


def _not_yet(result: Result) -> tuple[str, ...]:
    """The second time other words than the first, and from the third on somebody to turn to."""
    parts = count(len(present_parts(result)), "part")
    if result.number == 1:
        return (f"Look again at {parts} of our page, then try again. The questions are different each time.",)
    if result.number < THIRD_TRY:
        return (
            "Each question you missed rests on a line of our page. Reading those lines first helps.",
            "You can try as many times as you like.",
        )
    return (TALK, "You can try as many times as you like, and earlier tries do not count against you.")


def _review(result: Result) -> str | None:
    if not result.missed:
        return None
    return "Look again at what you missed" if len(result.missed) > 1 else "Look again at the question you missed"


def _answers(result: Result) -> str:
    if result.mode is Mode.TEST:
        return f"Go through all {result.count} questions: what is right, and why"
    return f"Go through all {result.count} questions again"
