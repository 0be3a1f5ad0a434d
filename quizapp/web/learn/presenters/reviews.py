"""What to look at again before the next try: value by value, what the page says of it, and what was missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.services.attempts.results import MissedItem, Result
from quizapp.web.learn.presenters.reading import ValuePart, present_values
from quizapp.web.learn.presenters.sources import SourcePage, can_be_linked, present_source
from quizapp.web.learn.presenters.stems import split_stem

REST_OF_PAGE = "Our page as a whole"
SEVERAL_VALUES = "Questions about several values"
THIRD_TRY = 3
TALK = (
    "You do not have to do this on your own. Take this page to your manager, or to your learning and development team,"
    " and go through it together. You could begin with these:"
)
PROMPTS = (
    "Which of these lines fits something you saw at work this week?",
    "Which line reads as if it could belong to two values? What tells them apart?",
    "What could you do on your next working day because of one of these lines?",
)


@dataclass(frozen=True, slots=True)
class MissedQuestion:
    """A question that went wrong: its words, the right answer, and the page's lines."""

    heading: str
    stem: tuple[str, ...]
    chosen: tuple[str, ...]
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
class _Group:
    """What becomes a part: its name, whether that is ours, what the page says, and the questions."""

    name: str
    is_ours: bool
    value: ValuePart | None
    vision: str | None
    items: Sequence[MissedItem]


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
    page_title: str
    address: str | None


def present_review(result: Result) -> ReviewPage:
    """What went wrong, part by part."""
    may_try = not result.passed and result.is_newest and not result.is_withdrawn
    needs_talk = may_try and result.number >= THIRD_TRY
    return ReviewPage(
        attempt_id=result.attempt_id,
        assignment_id=result.assignment_id,
        lead=_lead(result, may_try=may_try),
        parts=present_parts(result),
        talk=TALK,
        prompts=PROMPTS if needs_talk else (),
        may_try=may_try,
        page_title=result.page.title,
        address=result.page.source if can_be_linked(result.page.source) else None,
    )


def present_parts(result: Result) -> tuple[ReviewPart, ...]:
    """Each value that was missed, in the order of the page, then what belongs to several or to none."""
    groups = [*_about_values(result), *_about_the_rest(result)]
    return tuple(
        ReviewPart(
            anchor=f"part-{number}",
            name=group.name,
            is_ours=group.is_ours,
            value=group.value,
            vision=group.vision,
            missed=_questions(group, result),
        )
        for number, group in enumerate(groups, start=1)
    )


def _about_values(result: Result) -> Iterator[_Group]:
    """A group for every value that a missed question is about, and one for those about several."""
    said = {part.name: part for part in present_values(result.page) if not part.is_ours}
    about = {name for item in result.missed for name in item.value_names}
    for name in [*(name for name in said if name in about), *sorted(about - said.keys())]:
        items = [item for item in result.missed if item.value_names == (name,)]
        yield _Group(name, False, said.get(name), None, items)
    several = [item for item in result.missed if len(item.value_names) > 1]
    if several:
        yield _Group(SEVERAL_VALUES, True, None, None, several)


def _about_the_rest(result: Result) -> Iterator[_Group]:
    """What rests on lines under no name: a group that the page does not name, then the vision and all else."""
    left = [item for item in result.missed if not item.value_names]
    for part in present_values(result.page):
        items = [item for item in left if part.is_ours and _rests_on(item, part.behaviours)]
        if items:
            yield _Group(part.name, True, part, None, items)
            left = [item for item in left if item not in items]
    if left:
        vision = result.page.vision
        is_asked = vision is not None and any(_rests_on(item, (vision,)) for item in left)
        yield _Group(REST_OF_PAGE, True, None, vision if is_asked else None, left)


def _rests_on(item: MissedItem, texts: Sequence[str]) -> bool:
    """Whether a line that a question rests on is one of these, or a part of one."""
    return any(quote.text in text or text in quote.text for quote in item.quotes for text in texts)


def _questions(group: _Group, result: Result) -> tuple[MissedQuestion, ...]:
    """The questions of a group; a line that stands above them already is not printed once more."""
    value = group.value
    above = {group.vision, *((value.definition, *value.behaviours) if value else ())}
    return tuple(
        MissedQuestion(
            heading=f"Question {item.position}",
            stem=split_stem(item.stem),
            chosen=item.chosen,
            answer_label="Right answer" if len(item.right) == 1 else "Right answers",
            right=item.right,
            source=present_source(
                result.page.title,
                result.page.source,
                quotes=[quote for quote in item.quotes if quote.text not in above],
            ),
        )
        for item in group.items
    )


def _lead(result: Result, *, may_try: bool) -> str:
    if not result.missed:
        return "Every answer was right. There is nothing to look at again."
    if may_try:
        return "Read what our page says about what you missed. The next try starts at the end of this page."
    return "What our page says about what you missed, and what is right."
