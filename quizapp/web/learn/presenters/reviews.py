"""What to look at again before the next try: value by value, what the page says of it, and what was missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.attempts.results import MissedItem, Result
from quizapp.web.learn.presenters.reading import ValuePart, present_values
from quizapp.web.learn.presenters.sources import SourcePage, can_be_linked, present_source
from quizapp.web.learn.presenters.stems import split_stem

REST_OF_PAGE = "The vision and the rest of our page"
SEVERAL_VALUES = "Questions about several values"
THIRD_TRY = 3
TALK = (
    "You do not have to do this on your own. Take this page to your manager, or to your learning and development team,"
    " and go through it together. You could begin with these:"
)
PROMPTS = (
    "Which of these lines fits something you saw at work this week?",
    "Which line reads as if it could belong to two values? What tells them apart?",
    "What could you do on your next shift because of one of these lines?",
)


@dataclass(frozen=True, slots=True)
class MissedQuestion:
    """A question that went wrong: its words, the right answer, and the page's lines."""

    heading: str
    stem: tuple[str, ...]
    answer_label: str
    right: tuple[str, ...]
    source: SourcePage


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """A value, or the rest of the page, with the questions missed about it; `anchor` is where it stands."""

    anchor: str
    name: str
    is_ours: bool
    value: ValuePart | None
    vision: str | None
    missed: tuple[MissedQuestion, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """All of it; `may_try` where the next try starts from here, something to talk about from the third time on."""

    attempt_id: int
    assignment_id: int
    lead: str
    parts: tuple[ReviewPart, ...]
    talk: str
    prompts: tuple[str, ...]
    may_try: bool
    address: str | None


def present_review(result: Result) -> ReviewPage:
    """What went wrong, part by part."""
    may_try = not result.passed and result.is_newest
    needs_talk = may_try and result.number >= THIRD_TRY
    return ReviewPage(
        attempt_id=result.attempt_id,
        assignment_id=result.assignment_id,
        lead=_lead(result, may_try=may_try),
        parts=present_parts(result),
        talk=TALK,
        prompts=PROMPTS if needs_talk else (),
        may_try=may_try,
        address=result.page.source if can_be_linked(result.page.source) else None,
    )


def present_parts(result: Result) -> tuple[ReviewPart, ...]:
    """Each value that was missed, in the order of the page, then what belongs to several or to none."""
    said = {part.name: part for part in present_values(result.page) if not part.is_ours}
    about = {name for item in result.missed for name in item.value_names}
    names = [*(name for name in said if name in about), *sorted(about - said.keys())]
    parts = [
        (name, False, said.get(name), [item for item in result.missed if item.value_names == (name,)]) for name in names
    ]
    parts.append((SEVERAL_VALUES, True, None, [item for item in result.missed if len(item.value_names) > 1]))
    parts.append((REST_OF_PAGE, True, None, [item for item in result.missed if not item.value_names]))
    return tuple(
        ReviewPart(
            anchor=f"part-{number}",
            name=name,
            is_ours=is_ours,
            value=value,
            vision=result.page.vision if name == REST_OF_PAGE and is_ours else None,
            missed=_questions(items, result),
        )
        for number, (name, is_ours, value, items) in enumerate(
            (part for part in parts if part[3] or not part[1]), start=1
        )
    )


def _questions(items: Sequence[MissedItem], result: Result) -> tuple[MissedQuestion, ...]:
    return tuple(
        MissedQuestion(
            heading=f"Question {item.position}",
            stem=split_stem(item.stem),
            answer_label="Right answer" if len(item.right) == 1 else "Right answers",
            right=item.right,
            source=present_source(result.page.title, result.page.source, quotes=item.quotes),
        )
        for item in items
    )


def _lead(result: Result, *, may_try: bool) -> str:
    if not result.missed:
        return "Every answer was right. There is nothing to look at again."
    if may_try:
        return "Read what our page says about each of these. The next try starts at the end of this page."
    return "What our page says about each of these, and the right answers."
