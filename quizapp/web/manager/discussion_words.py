"""The words of the discussion sheet: each value as the page has it, and three open questions about it."""

from dataclasses import dataclass

from quizapp.services.bank.outlines import ValueOutline
from quizapp.services.managing.discussion import Discussion
from quizapp.web.manager.prompts import Prompt, ask_about
from quizapp.web.shell.filters import count
from quizapp.web.shell.parts import Choice

WITHOUT_A_NAME = "A value without a name on the page"
NO_VALUES = (
    "The values page does not set out values that we can read one by one, so there is no sheet."
    " Read the page together, and ask which part of it matters most in your team."
)


@dataclass(frozen=True, slots=True)
class ValueTalk:
    """One value with what the page says of it; `is_ours` where the heading is not the page's."""

    name: str
    is_ours: bool
    definition: str | None
    lead: str | None
    behaviours: tuple[str, ...]
    more: str | None
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class DiscussionPage:
    """Everything the page shows; `nothing` says why there is no sheet."""

    nothing: str = ""
    organisation: str = ""
    title: str = ""
    values: tuple[ValueTalk, ...] = ()
    quizzes: tuple[Choice, ...] = ()


def present_no_discussion(sentence: str) -> DiscussionPage:
    """The page while there is nothing to talk about."""
    return DiscussionPage(sentence)


def present_discussion(found: Discussion) -> DiscussionPage:
    """Every value in the order of the page."""
    several = len(found.quizzes) > 1
    return DiscussionPage(
        nothing="" if found.page.values else NO_VALUES,
        organisation=found.organisation,
        title=found.page.title,
        values=tuple(_talk(value, position) for position, value in enumerate(found.page.values)),
        quizzes=tuple(
            Choice(str(quiz_id), title, checked=quiz_id == found.quiz_id) for quiz_id, title in found.quizzes if several
        ),
    )


def _talk(value: ValueOutline, position: int) -> ValueTalk:
    return ValueTalk(
        name=value.name or WITHOUT_A_NAME,
        is_ours=value.name is None,
        definition=value.definition,
        lead=value.lead,
        behaviours=value.behaviours,
        more=f"The page lists {count(value.more, 'more line', many='more lines')}." if value.more else None,
        prompts=ask_about(value, position),
    )
