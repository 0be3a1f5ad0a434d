"""What the pages for getting in, and the start page, say."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.attempts.learning import QuizCard
from quizapp.services.people.accounts import Account, LinkOwner
from quizapp.services.people.endings import Ending
from quizapp.web.shell.filters import count, first_name, short_date

REASONS = {
    Ending.IDLE: "You have been signed out because nothing happened for 60 minutes.",
    Ending.IDLE_PRIVILEGED: "You have been signed out because nothing happened for 30 minutes.",
    Ending.TOO_LONG: "You have been signed out because you signed in more than 12 hours ago.",
    Ending.SIGNED_OUT: "You have been signed out because you signed out or changed your password somewhere else.",
}
NOT_SIGNED_IN = "You are not signed in any more."
ANSWERS_SAVED = "Your answers are saved."
ALL_SAVED = "Everything saved before is still there."
NOT_SENT = "What you sent just now was not saved: sign in, then send it again."
KEPT = (
    "Your earlier answers are saved. The one you sent last is not saved yet, and is kept in this browser for"
    " 30 minutes. Sign in, and you find it filled in."
)
CHOICE_TOO_LATE = "That took more than 5 minutes. Sign in again, then choose the organisation."
PASSWORD_CHANGED = "Your password has been changed. You have been signed out of every other browser."  # noqa: S105

STILL_HERE = (
    "Your last working day here has passed, so you have no quiz to do. Choose a password if you want to see your"
    " certificates."
)

LEARNING = "learn.home"
PLACES = (
    (LEARNING, "My learning", ""),
    ("team.report", "My team", "Who has passed, who is due, and who needs something from you."),
    ("reports.organisation", "Organisation report", "How many people have passed, team by team."),
    ("items.bank", "Question bank", "Every question, and the line of your page that it rests on."),
    ("quizzes.home", "Quizzes", "How long each quiz is, what passes, how it is taken, and by when."),
    ("account.change_password", "Change password", "Choose a new password for this account."),
)
"""Where one may go from the start page: endpoint, name, and what is there."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place to go to from the start page."""

    text: str
    href: str
    description: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """Whom a link is for, as anybody may read it who opens a mailbox that several people share."""

    first_name: str
    organisation: str
    left: str | None


def present_places(addresses: dict[str, str], quizzes: Sequence[QuizCard]) -> list[PlaceCard]:
    """The places that somebody may open, whose addresses are given by endpoint, in the order of the menu."""
    return [
        PlaceCard(text, addresses[endpoint], describe_learning(quizzes) if endpoint == LEARNING else description)
        for endpoint, text, description in PLACES
        if endpoint in addresses
    ]


def describe_learning(quizzes: Sequence[QuizCard]) -> str:
    """What one's own quizzes ask for: 1 quiz to do, due by 6 June."""
    to_do = [quiz for quiz in quizzes if quiz.is_to_do]
    if not to_do:
        has_passed = any(quiz.passed_on for quiz in quizzes)
        return "You have passed. Your certificate is here." if has_passed else "You have no quiz to do at the moment."
    due = min((quiz.due_on for quiz in to_do if quiz.due_on and quiz.passed_on is None), default=None)
    number = count(len(to_do), "quiz", many="quizzes")
    if due is None:
        return f"{number} to do."
    late = any(quiz.is_overdue for quiz in to_do)
    return f"{number} to do; it was due on {short_date(due)}." if late else f"{number} to do, due by {short_date(due)}."


def present_accounts(accounts: Sequence[Account]) -> list[tuple[str, str]]:
    """Values and labels of the organisations to choose from."""
    return [(str(account.person_id), account.organisation_name) for account in accounts]


def present_greeting(owner: LinkOwner) -> Greeting:
    """First name and organisation; whoever has left is told what the link is still good for."""
    return Greeting(first_name(owner.name), owner.organisation_name, STILL_HERE if owner.has_left else None)


def explain_ending(ending: Ending | None, *, is_unsent: bool, is_parked: bool) -> str:
    """Why the sign-in page is there when nobody asked for it, and what became of what was sent last."""
    reason = NOT_SIGNED_IN if ending is None else REASONS[ending]
    if is_parked:
        return f"{reason} {KEPT}"
    saved = ANSWERS_SAVED if ending is Ending.IDLE else ALL_SAVED
    return f"{reason} {saved} {NOT_SENT}" if is_unsent else f"{reason} {saved}"
