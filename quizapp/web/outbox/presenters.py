"""The words of the outbox: what waits, what was sent, what was not and why, and one message as it was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.reminders.outbox import PAGE_SIZE, MessageLine, Outbox
from quizapp.services.reminders.runs import Run
from quizapp.services.reports.oversight.reminder_effect import ReminderEffect
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.filters import count, local_date_time, number
from quizapp.web.shell.parts import Cell, Choice, Column, SummaryRow

KINDS = {
    MessageKind.WELCOME: "Welcome",
    MessageKind.SIGN_IN_HELP: "Help with signing in",
    MessageKind.DUE_IN_A_WEEK: "Due in a week",
    MessageKind.DUE_TOMORROW: "Due tomorrow",
    MessageKind.OVERDUE: "Overdue",
    MessageKind.FROM_MANAGER: "Reminder by a manager",
    MessageKind.DIGEST: "Digest for a manager",
    MessageKind.BOOSTER: "Short questions",
}
STATES = {
    MessageState.WAITING: ("Waiting", "grey"),
    MessageState.SENDING: ("Being sent", "blue"),
    MessageState.SENT: ("Sent", "green"),
    MessageState.DROPPED: ("Not needed any more", "grey"),
    MessageState.REFUSED: ("Refused by the mail server", "red"),
    MessageState.UNKNOWN: ("May have arrived", "yellow"),
}
MEANINGS = {
    MessageState.WAITING: "Goes out at its time, 3 days after the last message to the same person, or is tried again.",
    MessageState.SENDING: "Is with the mail server now.",
    MessageState.SENT: "The mail server took it.",
    MessageState.DROPPED: "When its turn came, there was no reason for it any more.",
    MessageState.REFUSED: "The mail server will not take it. Check the address.",
    MessageState.UNKNOWN: "It was cut off on its way. It is not sent again, so that nobody gets it twice.",
}
NOTHING = "There are no messages yet. They appear here when somebody has a quiz to do."
NOTHING_LIKE_THIS = "There are no messages like this."
NO_SERVER = "No mail server is set up, so nothing is sent. Messages wait here until there is one."
DEMO = (
    "This is a demo: messages are put together as in earnest, and go nowhere. You can read each of them here."
    " Send what is due to see today's messages."
)
COLUMNS = (Column("To"), Column("Message"), Column("State"), Column("When"), Column("Why or by whom"))
_NEVER_BEGUN = "The words are put together when it is sent, so that they are right on that day."


EFFECT = (
    "Counted are people, not messages: those who were sent a reminder in that month (a week before the due date, the"
    " day before, after it, or by a manager), and of them those who passed that quiz within 7 days of one."
    " Some would have passed anyway."
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which messages an address asks for; no state is all of them."""

    state: MessageState | None = None
    part: int = 1


@dataclass(frozen=True, slots=True)
class Paths:
    """The address of the list, and those of its messages by id."""

    own: str
    messages: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Everything the list shows; `can_send` where a button sends what is due."""

    sentence: str
    notice: str
    can_send: bool
    states: tuple[Choice, ...]
    meaning: str
    rows: Sequence[Sequence[Cell]]
    shown: str
    earlier: str
    later: str
    columns: tuple[Column, ...] = COLUMNS


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message; its words as the lines of paragraphs, or why there are none yet."""

    heading: str
    facts: tuple[SummaryRow, ...]
    meaning: str
    paragraphs: tuple[tuple[str, ...], ...]
    nothing_yet: str


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know leaves nothing out."""
    states = {state.value: state for state in MessageState}
    return Selection(states.get(query.get("state", "")), whole_number(query.get("part")) or 1)


def present_outbox(
    outbox: Outbox, selection: Selection, *, zone: ZoneInfo, paths: Paths, has_server: bool, is_demo: bool
) -> OutboxPage:
    """The list, as the installation can or cannot send what is in it."""
    query = {"state": selection.state or ""}
    first = (selection.part - 1) * PAGE_SIZE
    shown = len(outbox.lines)
    return OutboxPage(
        sentence=_sentence(outbox, selection),
        notice=DEMO if is_demo else "" if has_server else NO_SERVER,
        can_send=is_demo,
        states=_choices(outbox, selection),
        meaning=MEANINGS[selection.state] if selection.state else "",
        rows=[_row(line, paths.messages[line.id], zone) for line in outbox.lines],
        shown=_shown(first, shown, outbox.total),
        earlier=address(paths.own, query | {"part": str(selection.part - 1)}) if selection.part > 1 else "",
        later=address(paths.own, query | {"part": str(selection.part + 1)}) if first + shown < outbox.total else "",
    )


def say_effect(effect: ReminderEffect) -> str:
    """Of the people reminded in a month, how many passed soon after."""
    month, passed = f"{effect.month:%B %Y}", effect.passed
    if not passed.of:
        return f"Nobody was sent a reminder in {month}."
    were = count(passed.of, "person", many="people")
    said = f"{number(passed.count)} of {were} reminded in {month} passed within 7 days of a reminder"
    return f"{said} ({passed.percentage})." if passed.percentage else f"{said}."


def present_message(line: MessageLine, *, zone: ZoneInfo) -> MessagePage:
    """One message with what has become of it."""
    facts = [
        ("To", line.name),
        ("Address", line.address),
        ("Message", KINDS[line.kind]),
        ("In the name of", line.sender),
        ("State", STATES[line.state][0]),
        (_moment_name(line), local_date_time(line.at, zone)),
        ("Tries without success", number(line.tries) if line.tries else None),
        ("Reason", line.reason),
    ]
    return MessagePage(
        heading=line.subject or f"{KINDS[line.kind]}, to {line.name}",
        facts=tuple(SummaryRow(key, value) for key, value in facts if value),
        meaning=MEANINGS[line.state],
        paragraphs=tuple(tuple(part.split("\n")) for part in (line.body or "").strip().split("\n\n") if part),
        nothing_yet="" if line.body else _NEVER_BEGUN,
    )


def sent_words(run: Run) -> tuple[str, str]:
    """What pressing the button came to, and whether that is good news or a notice."""
    sent, dropped = (run.ended.get(state, 0) for state in (MessageState.SENT, MessageState.DROPPED))
    if not sent and not dropped:
        return "Nothing is due now.", "notice"
    no_more = f" {count(dropped, 'message')} had no reason any more." if dropped else ""
    return f"{count(sent, 'message')} sent.{no_more}", "message"


def _sentence(outbox: Outbox, selection: Selection) -> str:
    if not outbox.counts:
        return NOTHING
    if not outbox.total:
        return NOTHING_LIKE_THIS
    if selection.state:
        return f"{count(outbox.total, 'message')}: {STATES[selection.state][0].lower()}."
    parts = [
        f"{number(outbox.counts[state])} {words.lower()}"
        for state, (words, _) in STATES.items()
        if state in outbox.counts
    ]
    return f"{count(outbox.total, 'message')}: {', '.join(parts)}."


def _choices(outbox: Outbox, selection: Selection) -> tuple[Choice, ...]:
    if not outbox.counts:
        return ()
    return (
        Choice("", "All"),
        *(
            Choice(state, f"{words} ({number(outbox.counts.get(state, 0))})", checked=state is selection.state)
            for state, (words, _) in STATES.items()
            if state in outbox.counts or state is selection.state
        ),
    )


def _row(line: MessageLine, path: str, zone: ZoneInfo) -> list[Cell]:
    words, colour = STATES[line.state]
    return [
        Cell(line.name),
        Cell(KINDS[line.kind], href=path, hidden=f"to {line.name}"),
        Cell(words, tag=colour),
        Cell(local_date_time(line.at, zone)),
        Cell(line.reason or (f"Sent by {line.sender}" if line.sender else "")),
    ]


def _moment_name(line: MessageLine) -> str:
    return {MessageState.WAITING: "Not before", MessageState.SENDING: "Since", MessageState.SENT: "Sent"}.get(
        line.state, "Ended"
    )


def _shown(first: int, lines: int, of: int) -> str:
    if of <= PAGE_SIZE or not lines:
        return ""
    return f"Showing {number(first + 1)} to {number(first + lines)} of {number(of)}."
