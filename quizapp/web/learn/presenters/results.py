"""What the result and the review between tries say."""

from dataclasses import dataclass

from quizapp.services.attempts.results import MissedItem, Result
from quizapp.web.learn.presenters.sources import SourcePage, present_source
from quizapp.web.learn.presenters.stems import split_stem
from quizapp.web.shell.filters import count, part_of

REST_OF_PAGE = "The vision and the rest of our page"
THIRD_TRY = 3


@dataclass(frozen=True, slots=True)
class ResultPage:
    """How a try went and what to do next; `look_again` names the values of the questions that went wrong."""

    attempt_id: int
    assignment_id: int
    heading: str
    passed: bool
    score: str
    words: tuple[str, ...]
    look_again: tuple[str, ...]
    review: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class MissedQuestion:
    """A question that went wrong: its words, the right answer, and the page's lines."""

    heading: str
    stem: tuple[str, ...]
    answer_label: str
    right: tuple[str, ...]
    source: SourcePage


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The questions of a try that went wrong."""

    attempt_id: int
    assignment_id: int
    passed: bool
    lead: str
    missed: tuple[MissedQuestion, ...]
    address: str | None
    page_title: str


def present_result(result: Result) -> ResultPage:
    """A result as the number of questions that were right, never as a percentage."""
    return ResultPage(
        attempt_id=result.attempt_id,
        assignment_id=result.assignment_id,
        heading="You passed" if result.passed else "You have not passed yet",
        passed=result.passed,
        score=_score(result),
        words=_passed(result) if result.passed else _not_yet(result),
        look_again=_values_missed(result.missed),
        review=f"See the {_number_missed(result)} you missed" if result.missed else None,
        code=result.certificate_code,
    )


def present_review(result: Result) -> ReviewPage:
    """What went wrong, question by question."""
    source = present_source(result.page_title, result.page_source, quotes=())
    return ReviewPage(
        attempt_id=result.attempt_id,
        assignment_id=result.assignment_id,
        passed=result.passed,
        lead=_review_lead(result),
        missed=tuple(_missed(item, result) for item in result.missed),
        address=source.address,
        page_title=source.title,
    )


def _passed(result: Result) -> tuple[str, ...]:
    needed = f"You needed {part_of(result.pass_score, result.count)}."
    if not result.missed:
        needed = "Every answer was right."
    return (needed, "Your pass is saved, and your manager can see it from now on. There is nothing more to do.")


def _score(result: Result) -> str:
    score = f"You got {part_of(result.score, result.count)}"
    return score if result.passed else f"{score} and need {result.pass_score}."


def _not_yet(result: Result) -> tuple[str, ...]:
    """The second time other words than the first, and from the third on somebody to turn to."""
    if result.number == 1:
        return ("Look at the questions you missed, then try again. The questions are different each time.",)
    if result.number < THIRD_TRY:
        return (
            "Each question you missed rests on a line of our page. Reading those lines first helps.",
            "You can try as many times as you like.",
        )
    return (
        "Lots of people find these questions tricky. You can talk them through with your manager, or with your"
        " learning and development team, and do the next try together with somebody.",
        "You can try as many times as you like, and earlier tries do not count against you.",
    )


def _values_missed(missed: tuple[MissedItem, ...]) -> tuple[str, ...]:
    """The values of the missed questions, each once; those about none belong to the rest of the page."""
    named = tuple(dict.fromkeys(name for item in missed for name in item.value_names))
    return named if all(item.value_names for item in missed) else (*named, REST_OF_PAGE)


def _number_missed(result: Result) -> str:
    return count(len(result.missed), "question") if len(result.missed) > 1 else "question"


def _review_lead(result: Result) -> str:
    if not result.missed:
        return "Every answer was right. There is nothing to look at again."
    return "For each question you missed: the right answer, and the line of our page that it rests on."


def _missed(item: MissedItem, result: Result) -> MissedQuestion:
    return MissedQuestion(
        heading=f"Question {item.position}",
        stem=split_stem(item.stem),
        answer_label="Right answer" if len(item.right) == 1 else "Right answers",
        right=item.right,
        source=present_source(result.page_title, result.page_source, quotes=item.quotes),
    )
