"""The pages about the people a manager picked: a reminder to them, and what we should know about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from werkzeug.datastructures import MultiDict

from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.cadence import SkipReason
from quizapp.services.managing.data_queries import PersonToReport, ToReport, Word
from quizapp.services.reminders.by_manager import Recipient, ReminderPreview
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.filters import count, listed
from quizapp.web.shell.parts import Choice
from quizapp.web.shell.tables.reported_words import KINDS, kind_words, near_date
from quizapp.web.team.row_words import PERSON, said_words

AMONG = "among"
MOST_NAMES = 5

_WHY_NOT = {
    SkipReason.LEFT: "who has left",
    SkipReason.NOT_IN_POST: "who has not started yet",
    SkipReason.PASSED: "who has passed",
    SkipReason.AWAY: "who is on long-term absence",
    SkipReason.ON_LEAVE: "who was reported to be on leave",
    SkipReason.NO_EMAIL: "who has no e-mail address on file",
    SkipReason.RECENTLY: "who was written to in the last 3 days",
    SkipReason.SAID_LEFT: "who was reported to have left",
    SkipReason.SAID_ELSEWHERE: "who was reported as not in this team",
    SkipReason.SAID_ON_PAPER: "who was reported to have done it on paper",
}


@dataclass(frozen=True, slots=True)
class Picked:
    """The people of a form or an address and the quiz; `among` are those who could be picked on the page itself."""

    quiz_id: int
    people: tuple[int, ...]
    among: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReminderPage:
    """Who gets the message and who does not, and its words; `heading` says it first."""

    heading: str
    quiz: str
    quiz_id: int
    people: tuple[int, ...]
    skipped: tuple[str, ...]
    recipients: str = ""
    names: tuple[str, ...] = ()
    """Everybody it goes to, where the sentence does not name them."""
    sender: str = ""
    subject: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class TellPage:
    """Whom it is about, what was said before, and which report can be taken back."""

    heading: str
    quiz: str
    quiz_id: int
    among: tuple[int, ...]
    person: int | None
    choices: tuple[Choice, ...]
    said: str
    take_back: int | None
    all_passed: bool


def read_picked(values: MultiDict[str, str]) -> Picked:
    """What was picked; what is no number is nobody."""
    people = _ids(values.getlist(PERSON))
    return Picked(whole_number(values.get("quiz")) or 0, people, _ids(values.getlist(AMONG)) or people)


def present_reminder(preview: ReminderPreview, picked: Picked) -> ReminderPage:
    """The page between picking people and sending."""
    skipped = tuple(f"We will not send to {one.name}, {_WHY_NOT[one.reason]}." for one in preview.skipped)
    if not preview.recipients:
        return ReminderPage("Nobody to remind now", preview.quiz_title, picked.quiz_id, (), skipped)
    people = count(len(preview.recipients), "person", many="people")
    names = tuple(_name(one) for one in preview.recipients)
    is_short = len(names) <= MOST_NAMES
    return ReminderPage(
        heading=f"Send a reminder to {people}",
        quiz=preview.quiz_title,
        quiz_id=picked.quiz_id,
        people=tuple(one.person_id for one in preview.recipients),
        skipped=skipped,
        recipients=f"We will send this to {listed(list(names)) if is_short else people}.",
        names=() if is_short else names,
        sender=preview.sender,
        subject=preview.subject,
        body=preview.body,
    )


def sent_words(sent: int) -> str:
    """What came of it."""
    if not sent:
        return "No reminder was sent: everybody you selected has passed by now, or was written to a short time ago."
    return f"Reminder on its way to {count(sent, 'person', many='people')}."


def present_tell(found: ToReport, picked: Picked) -> TellPage:
    """The page that asks what holds about people."""
    only = found.people[0] if len(found.people) == 1 else None
    said = only.said if only else None
    return TellPage(
        heading=f"Tell us about {only.name}" if only else "Tell us about people in your team",
        quiz=found.quiz_title,
        quiz_id=found.quiz_id,
        among=tuple(one.person_id for one in found.people),
        person=only.person_id if only else None,
        choices=() if only else tuple(_choice(one, picked, found.day) for one in found.people),
        said=said_words(said, found.day),
        take_back=said.query_id if said and said.is_open else None,
        all_passed=all(one.holds_pass for one in found.people),
    )


def told_words(found: ToReport, picked: Picked, *, word: Word) -> str:
    """What came of it, and what did not."""
    day, names = found.day, [one.name for one in found.people if one.person_id in picked.people]
    said = f"{_names(names)}: {kind_words(word.kind, word.until_date, day=day)}."
    if word.kind is QueryKind.WAITING:
        return f"Noted for {said}"
    if not word.asks_administrator(on=day):
        return f"Noted for {said} Reminders stop until {near_date(word.until_date or day, day)}."
    return (
        f"Reported for {said} Your learning and development team will look at it. The numbers change when the data do."
    )


def _choice(one: PersonToReport, picked: Picked, day: date) -> Choice:
    hint = said_words(one.said, day) or None
    return Choice(str(one.person_id), one.name, hint=hint, checked=one.person_id in picked.people)


def _name(one: Recipient) -> str:
    if one.said is None:
        return one.name
    return f"{one.name} ({'you reported' if one.by_actor else 'reported'}: {KINDS[one.said]})"


def _names(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES:
        return listed(list(names))
    return listed([*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"])


def _ids(texts: Sequence[str]) -> tuple[int, ...]:
    found: Mapping[int, None] = {number: None for text in texts if (number := whole_number(text))}
    return tuple(found)
