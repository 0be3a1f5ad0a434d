"""The words of every message: what there is to do, why it was sent, and when the next one comes, if any."""

from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.assessment.reminders.cadence import AFTER
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.output.letter import LONGEST_SUBJECT, Letter, Link
from quizapp.services.calendar import long_date, weekday_date
from quizapp.services.people.names import first_name
from quizapp.services.quizzes.recipes import minutes

NOTE_PLACE = "[Your note goes here, if you add one]"
STOPS = "We stop as soon as you pass."


@dataclass(frozen=True, slots=True)
class About:
    """Whom a message is for, and the quiz it is about; `day` is the one it is sent on.

    `ended_on` is the last day of a pass that has run out, `address` where the quiz is, empty in a preview.
    """

    name: str
    organisation: str
    quiz: str
    questions: int
    day: date
    due_on: date | None
    has_begun: bool = False
    ended_on: date | None = None
    address: str = ""


def write_reminder(kind: MessageKind, about: About, *, late: int = 0) -> Letter:
    """A message of the cadence; `late` is the day after the due date that an overdue one is for."""
    if kind is MessageKind.WELCOME:
        return _welcome(about)
    if kind is MessageKind.SIGN_IN_HELP:
        return _sign_in_help(about)
    if kind is MessageKind.OVERDUE:
        return _overdue(about, left=len([days for days in AFTER if days > late]))
    return _due(about, comes_again=kind is MessageKind.DUE_IN_A_WEEK)


def write_from_manager(about: About, *, sender: str, note: str | None) -> Letter:
    """What a manager sends to some of the team, in their own name."""
    due = f" {_due_sentence(about)}" if about.due_on or about.ended_on else ""
    return _letter(
        f"{_yours(about)}: a reminder from {sender}",
        f"Hello {first_name(about.name)}.",
        f"{sender} reminds you of “{about.quiz}”, a short quiz about what we stand for.{due}",
        *([f"{sender} writes: “{note}”" if note != NOTE_PLACE else NOTE_PLACE] if note else []),
        _how_long(about),
        _to_the_quiz(about),
        f"Why you get this: {sender} can see that {_why(about)}, and sent you this one message. "
        "Managers do not see your answers.",
    )


def write_digest(name: str, *, organisation: str, needing: int, people: int, address: str) -> Letter:
    """To a manager on a Monday: how many, and nobody's name, since messages are read over shoulders and passed on."""
    sentence = f"{needing:,} of your {people:,} people {'needs' if needing == 1 else 'need'} something"
    if people == 1:
        sentence = "The only person in your team needs something"
    return _letter(
        f"{sentence} at {organisation}",
        f"Hello {first_name(name)}.",
        f"{sentence}: a quiz is overdue, due within 7 days, or still without a pass after 3 tries.",
        Link("See who, and send a reminder", address),
        f"Why you get this: {organisation} has you down as the manager of a team, or as somebody who looks after one. "
        "We write on Mondays, and only when there is something to do. No names are in this message.",
    )


def write_booster(name: str, *, organisation: str, quiz: str, count: int, last_day: date, address: str) -> Letter:
    """The questions some weeks after a pass; their link needs no sign-in."""
    questions = "One short question" if count == 1 else f"{count} short questions"
    return _letter(
        f"{questions} from {organisation}: about a minute",
        f"Hello {first_name(name)}.",
        f"You passed “{quiz}” some weeks ago. Looking back once helps it to stay. "
        "This counts for nothing, and nobody is told what you answer.",
        Link("Answer now", address, is_secret=True),
        f"The link works until {long_date(last_day)}, without signing in. Keep it to yourself.",
        "Why you get this: we send such questions twice, 4 and 12 weeks after a pass. "
        "To get no more of them, follow the link and choose “Stop these questions”.",
    )


def _welcome(about: About) -> Letter:
    due = f", due {_day(about.due_on, about.day)}" if about.due_on else ""
    sentence = f" {_due_sentence(about)}" if about.due_on else ""
    again = "We write again a week before it is due. " if about.due_on else ""
    return _letter(
        f"{_yours(about)}: {minutes(about.questions)} minutes{due}",
        f"Hello {first_name(about.name)}.",
        f"“{about.quiz}” is a short quiz about what we stand for at {about.organisation}.{sentence}",
        f"{_how_long(about)} You can try as many times as you like.",
        _to_the_quiz(about),
        "Sign in with this e-mail address. If this is your first visit, use the link you were given to choose a "
        "password. If you have no link, ask your learning and development team for one.",
        f"Why you get this: {about.organisation} has given you this quiz. {again}{STOPS}",
    )


def _sign_in_help(about: About) -> Letter:
    due = f" {_due_sentence(about)}" if about.due_on else ""
    return _letter(
        f"{_yours(about)}: help with signing in",
        f"Hello {first_name(about.name)}.",
        f"You have not signed in yet to do “{about.quiz}”.{due} If you have had trouble, this may help.",
        "Sign in with this e-mail address. On your first visit, use the link you were given to choose a password: "
        "it works once, for 7 days. If it is too old, or you never had one, ask your learning and development team "
        "for a new one.",
        _to_the_quiz(about),
        f"Why you get this: nobody has signed in with your address so far. We send this once. {STOPS}",
    )


def _due(about: About, *, comes_again: bool) -> Letter:
    next_one = "We write once more on the day before it is due." if comes_again else "If it is late, we write again."
    return _letter(
        f"{_yours(about)}: {_due_words(about)}",
        f"Hello {first_name(about.name)}.",
        f"{_due_sentence(about, named=True)} {_how_long(about)}",
        _to_the_quiz(about),
        f"If you cannot find {minutes(about.questions)} minutes at work, talk to your manager.",
        f"Why you get this: {_why(about)}. {next_one} {STOPS}",
    )


def _overdue(about: About, *, left: int) -> Letter:
    next_one = "This is the last message about it."
    if left:
        next_one = f"We write again in a week, {left} more {'time' if left == 1 else 'times'} at most. {STOPS}"
    still = "" if about.ended_on else " You can still do it, and it counts just the same."
    return _letter(
        f"{_yours(about)}: {_due_words(about)}",
        f"Hello {first_name(about.name)}.",
        f"{_due_sentence(about, named=True)}{still} {_how_long(about)}",
        _to_the_quiz(about),
        "If something stands in the way, tell your manager, who does not see your answers.",
        f"Why you get this: you hold no valid pass of “{about.quiz}”. {next_one}",
    )


def _letter(subject: str, *parts: str | Link) -> Letter:
    """Names and titles may be long; a subject is one line that fits."""
    one_line = " ".join(subject.split())
    return Letter(one_line if len(one_line) <= LONGEST_SUBJECT else f"{one_line[: LONGEST_SUBJECT - 2]} …", parts)


def _yours(about: About) -> str:
    return f"Your quiz “{about.quiz}” at {about.organisation}"


def _to_the_quiz(about: About) -> Link:
    return Link("Carry on with the quiz" if about.has_begun else "Start the quiz", about.address)


def _how_long(about: About) -> str:
    if about.has_begun:
        return "Your answers so far are saved, so carry on where you stopped."
    return f"It takes about {minutes(about.questions)} minutes. You can do it on a phone, in work time. " + (
        "Your answers are saved as you go."
    )


def _why(about: About) -> str:
    return "your pass has ended" if about.ended_on else "you have not passed yet"


def _due_sentence(about: About, *, named: bool = False) -> str:
    words = _due_words(about)
    if about.ended_on is not None:
        of = f" of “{about.quiz}”" if named else ""
        return f"Your pass{of} {words.removeprefix('your pass ')}, so it is yours to do again."
    what = f"“{about.quiz}”" if named else "It"
    return f"{what} {'' if words.startswith('was') else 'is '}{words}." if words else ""


def _due_words(about: About) -> str:
    """When it is due, seen from the day the message is sent, which may be later than was meant."""
    if about.ended_on is not None:
        return f"your pass ended on {_day(about.ended_on, about.day)}"
    if about.due_on is None:
        return ""
    if about.due_on < about.day:
        return f"was due on {_day(about.due_on, about.day)}"
    near = {about.day: "today", about.day + timedelta(days=1): "tomorrow"}.get(about.due_on)
    return f"due {near}, {_day(about.due_on, about.day)}" if near else f"due on {_day(about.due_on, about.day)}"


def _day(day: date | None, seen_from: date) -> str:
    """Friday 6 June, with the year where it is another one."""
    if day is None:
        return ""
    words = weekday_date(day)
    return words if day.year != seen_from.year else words.removesuffix(f" {day.year}")
