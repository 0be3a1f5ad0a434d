"""The answers of a test before they are handed in, and the window that was left behind."""

from dataclasses import dataclass

from quizapp.services.attempts.papers import AnswerLine, AnswerSheet, Onward
from quizapp.web.learn.presenters.stems import split_stem
from quizapp.web.shell.filters import count, listed

NO_ANSWER = "No answer yet"


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A question with the words chosen; `action` is "Change" or "Answer"."""

    position: int
    heading: str
    stem: tuple[str, ...]
    chosen: tuple[str, ...]
    action: str


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """All answers, and what is missing, if anything."""

    attempt_id: int
    lead: str
    missing: str | None
    first_missing: int | None
    hand_in: str
    lines: tuple[CheckedLine, ...]


@dataclass(frozen=True, slots=True)
class ElsewherePage:
    """Where one is now; no position where the try is over or all its answers are in."""

    attempt_id: int
    words: tuple[str, ...]
    position: int | None
    button: str
    is_submitted: bool


def present_answers(sheet: AnswerSheet) -> AnswersPage:
    """The page on which a test is checked and handed in."""
    open_places = [str(line.position) for line in sheet.lines if not line.chosen]
    return AnswersPage(
        attempt_id=sheet.attempt_id,
        lead="You can change your answers until you hand them in.",
        missing=_missing(open_places),
        first_missing=int(open_places[0]) if open_places else None,
        hand_in=_hand_in(len(open_places)),
        lines=tuple(_line(line) for line in sheet.lines),
    )


def present_elsewhere(attempt_id: int, onward: Onward, *, position: int | None) -> ElsewherePage:
    """What a window that was left behind is told."""
    which = f"question {position}" if position else "that question"
    words = (
        f"You answered {which} already, in another window or on another device. Your first answer counts.",
        "What you sent just now was not saved. Everything you answered before is.",
    )
    button = f"Go to question {onward.position}" if onward.position else "Check your answers"
    return ElsewherePage(
        attempt_id, words, onward.position, "See your result" if onward.is_submitted else button, onward.is_submitted
    )


def _line(line: AnswerLine) -> CheckedLine:
    return CheckedLine(
        position=line.position,
        heading=f"Question {line.position}",
        stem=split_stem(line.stem),
        chosen=line.chosen or (NO_ANSWER,),
        action="Change" if line.chosen else "Answer",
    )


def _missing(places: list[str]) -> str | None:
    if not places:
        return None
    named = f"question {places[0]}" if len(places) == 1 else f"questions {listed(places)}"
    have = "has" if len(places) == 1 else "have"
    return f"{named[0].upper()}{named[1:]} {have} no answer yet. A question without an answer does not count as right."


def _hand_in(missing: int) -> str:
    if not missing:
        return "Hand in your answers"
    return f"Hand in with {count(missing, 'question')} unanswered"
