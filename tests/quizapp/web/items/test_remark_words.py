from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from quizapp.assessment.remarks import RemarkReason
from quizapp.services.bank.remarks import OpenRemarks
from quizapp.web.items.remark_words import REASONS, present_remarks, unclear_sentence

LONDON = ZoneInfo("Europe/London")
FOUND = OpenRemarks(
    ((RemarkReason.SEVERAL_RIGHT, 2), (RemarkReason.WORDS, 1)), datetime(2026, 6, 2, 23, 30, tzinfo=UTC), 9, (2,)
)


def test_remarks_are_counted_by_reason_and_dated() -> None:
    words = present_remarks(FOUND, number_now=2, zone=LONDON)
    assert words is not None
    assert words.sentence == "Called unclear 3 times since 3 June 2026"
    assert words.reasons == ("More than one answer looks right: 2", "The words are hard to understand: 1")
    assert (words.earlier, words.last_id) == ("", 9)
    once = present_remarks(replace(FOUND, reasons=((RemarkReason.WORDS, 1),)), number_now=2, zone=LONDON)
    assert once is not None
    assert once.sentence == "Called unclear once on 3 June 2026"
    assert present_remarks(None, number_now=2, zone=LONDON) is None


@pytest.mark.parametrize(
    ("numbers", "earlier"),
    [
        ((1, 2), "Some of it was said about edition 1 of its words."),
        ((1,), "Said about edition 1 of its words, not about the words as they are now."),
    ],
)
def test_remarks_on_earlier_words_say_so(numbers: tuple[int, ...], earlier: str) -> None:
    words = present_remarks(replace(FOUND, numbers=numbers), number_now=2, zone=LONDON)
    assert words is not None
    assert words.earlier == earlier


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(RemarkReason)


def test_the_bank_says_how_many_questions_were_called_unclear() -> None:
    assert [unclear_sentence(number) for number in (0, 1, 3)] == [
        "",
        "1 question was called unclear.",
        "3 questions were called unclear.",
    ]
