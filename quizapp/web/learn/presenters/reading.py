"""The organisation's values in its own words, to be read before the questions and again after them."""

from dataclasses import dataclass

from quizapp.services.attempts.learning import ValuesToRead
from quizapp.services.bank.outlines import PageOutline, SectionOutline, ValueOutline
from quizapp.web.learn.presenters.sources import can_be_linked
from quizapp.web.shell.filters import count

WITHOUT_A_NAME = "More of what we do"
IN_SHORT = "Our vision and our values, in the words of our page."
WHEN_YOU_LIKE = "Some questions are about other parts of the page. You can read this now, later, or not at all."
NOTHING_TO_SHOW = "This page has no vision and no list of values that we could set out in short."


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A value as it is printed; `is_ours` where the heading is not the page's."""

    name: str
    is_ours: bool
    definition: str | None
    lead: str | None
    behaviours: tuple[str, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Our values in 2 minutes; what starts the quiz stands above and below, or nothing where there is none to start."""

    assignment_id: int
    lead: str
    vision: str | None
    mission: str | None
    values_heading: str
    values: tuple[ValuePart, ...]
    sections: tuple[SectionOutline, ...]
    title: str
    address: str | None
    may_start: bool
    review: int | None
    skip: str | None
    button: str


def present_reading(found: ValuesToRead) -> ReadingPage:
    """The page in short, with the way on."""
    quiz, page = found.quiz, found.page
    is_open = quiz.open_attempt_id is not None
    return ReadingPage(
        assignment_id=quiz.assignment_id,
        lead=_lead(page, may_start=quiz.may_start),
        vision=page.vision,
        mission=page.mission,
        values_heading="Our values" if len(page.values) > 1 else "Our value",
        values=present_values(page),
        sections=page.sections,
        title=page.title,
        address=page.source if can_be_linked(page.source) else None,
        may_start=quiz.may_start,
        review=None if is_open else quiz.review_attempt_id,
        skip=_skip(is_open=is_open) if has_something(page) else None,
        button="Carry on with the quiz" if is_open else "Start the quiz",
    )


def present_values(page: PageOutline) -> tuple[ValuePart, ...]:
    """Every value in the order of the page."""
    return tuple(_part(value) for value in page.values)


def has_something(page: PageOutline) -> bool:
    """Whether there is anything of the page to read here."""
    return bool(page.values or page.vision or page.mission or page.sections)


def _skip(*, is_open: bool) -> str:
    return "Go back to the questions" if is_open else "Skip to the questions"


def _part(value: ValueOutline) -> ValuePart:
    more = f"The page lists {count(value.more, 'more line', many='more lines')}." if value.more else None
    return ValuePart(
        value.name or WITHOUT_A_NAME, value.name is None, value.definition, value.lead, value.behaviours, more
    )


def _lead(page: PageOutline, *, may_start: bool) -> str:
    if not has_something(page):
        return NOTHING_TO_SHOW
    return IN_SHORT if not may_start else f"{IN_SHORT} {WHEN_YOU_LIKE}"
