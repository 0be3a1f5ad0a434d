"""What learners find unclear about a question, in words: how many, why, since when, and never who."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from quizapp.assessment.remarks import RemarkReason
from quizapp.services.bank.remarks import OpenRemarks
from quizapp.web.shell.filters import count, listed, local_date, number

REASONS: Mapping[RemarkReason, str] = {
    RemarkReason.WORDS: "The words are hard to understand",
    RemarkReason.SEVERAL_RIGHT: "More than one answer looks right",
    RemarkReason.EXPLANATION: "The explanation does not help",
    RemarkReason.NOT_MY_WORK: "It does not fit the work they do",
}


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """The open remarks on a question; `last_id` goes along with the form that settles them."""

    sentence: str
    reasons: tuple[str, ...]
    earlier: str
    last_id: int


def present_remarks(found: OpenRemarks | None, *, number_now: int, zone: ZoneInfo) -> RemarkWords | None:
    """What is not settled yet, or None where everything is; `number_now` is the edition of the words as they are."""
    if found is None:
        return None
    return RemarkWords(
        f"Called unclear {_times(found.total)} {'on' if found.total == 1 else 'since'} {local_date(found.since, zone)}",
        tuple(f"{REASONS[reason]}: {number(many)}" for reason, many in found.reasons),
        _about_earlier_words(
            [one for one in found.numbers if one != number_now], is_all=number_now not in found.numbers
        ),
        found.last_id,
    )


def unclear_sentence(questions: int) -> str:
    """The line at the top of the bank."""
    if not questions:
        return ""
    return f"{count(questions, 'question')} {'was' if questions == 1 else 'were'} called unclear."


def _times(times: int) -> str:
    return "once" if times == 1 else f"{number(times)} times"


def _about_earlier_words(numbers: list[int], *, is_all: bool) -> str:
    if not numbers:
        return ""
    meant = f"edition {listed([number(one) for one in numbers])} of its words"
    return (
        f"Said about {meant}, not about the words as they are now." if is_all else f"Some of it was said about {meant}."
    )
