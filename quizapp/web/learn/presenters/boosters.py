"""What the pages of a booster say: the two questions some weeks after a pass."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.services.attempts.answers import Outcome
from quizapp.services.attempts.boosters.booster_links import BoosterView
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import Explanation
from quizapp.web.learn.presenters.explanations import ExplanationPage, present_explanation
from quizapp.web.shell.filters import count, first_name, long_date

NOTICES = {
    Outcome.SAVED_BEFORE: "Your answer reached us twice. We saved it once, and this is what it came to.",
    Outcome.ANSWERED_BEFORE: "You had answered this question already. Your first answer stays.",
}
"""What is said about an answer that was not saved just now."""

STOPPED = "You get no more short questions about our values. Nothing else has changed."
UNKNOWN = (
    "There are no questions at this address.",
    "If you typed the address, check it. If you followed a link, it may be out of date.",
)
TOO_OLD = (
    "This link worked for 28 days, and is now too old.",
    "You have missed nothing. These questions are only for you, and your pass stays as it is.",
)


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """Whom a link is for, in as few words as a shared mailbox allows, and what it is about."""

    token: str
    first_name: str
    organisation: str
    words: tuple[str, ...]
    position: int | None


@dataclass(frozen=True, slots=True)
class DonePage:
    """After the last question."""

    token: str
    words: tuple[str, ...]
    more_will_come: bool


@dataclass(frozen=True, slots=True)
class BoosterCard:
    """A booster on My learning."""

    token: str
    position: int | None
    title: str
    words: str
    button: str


def present_invitation(booster: BoosterView) -> InvitationPage:
    """The page a link opens first."""
    return InvitationPage(
        token=booster.token,
        first_name=first_name(booster.name),
        organisation=booster.organisation_name,
        words=(
            f"We have {count(booster.count, 'question')} for you about our values."
            " It takes about a minute, and you do not have to answer.",
            "Your answers change nothing about your pass, and nobody at work is shown them.",
        ),
        position=booster.next_position,
    )


def present_done(booster: BoosterView) -> DonePage:
    """What comes next, if anything does."""
    what = "both questions" if booster.count == 2 else "the question"
    following = f"The next ones come around {long_date(booster.next_on)}." if booster.next_on else "No more will come."
    words = (f"You have answered {what}. {following}", "You can close this page.")
    return DonePage(booster.token, words, more_will_come=booster.next_on is not None)


def present_answered(place: Place, explanation: Explanation) -> ExplanationPage:
    """An answered question; after the last one there is no result to see."""
    page = present_explanation(place, explanation)
    return replace(page, next_text="Finish") if place.is_last else page


def present_waiting(boosters: Sequence[BoosterView]) -> list[BoosterCard]:
    """One's own boosters that wait, for My learning."""
    return [
        BoosterCard(
            one.token,
            one.next_position,
            f"Optional: {count(one.count, 'question')} about our values",
            "It takes about a minute. You do not have to answer, and nobody at work is shown your answers.",
            "Answer the questions" if one.next_position == 1 else "Carry on with the questions",
        )
        for one in boosters
    ]
