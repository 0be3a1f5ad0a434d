from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.cadence import SkipReason
from quizapp.services.managing.data_queries import PersonToReport, ToReport, Word
from quizapp.services.reminders.by_manager import Recipient, ReminderPreview, Skipped
from quizapp.web.team.people_words import Picked, present_reminder, read_picked, sent_words, told_words
from tests.quizapp.web.scenes.rows import DAY

NAMES = {1: "Asha Rahman", 2: "Ben Cole"}
FOUND = ToReport(
    3, "Our values", DAY, tuple(PersonToReport(number, name, False, None) for number, name in NAMES.items())
)


def preview_to(*names: str, skipped: tuple[Skipped, ...] = ()) -> ReminderPreview:
    people = tuple(Recipient(number, name) for number, name in enumerate(names, start=1))
    return ReminderPreview("Ben Okafor", "Our values", "Our values: a reminder", "Hello.", people, skipped)


def test_what_is_no_number_is_nobody_and_nobody_is_there_twice() -> None:
    values = MultiDict([("quiz", "3"), ("person", "7"), ("person", "x"), ("person", "7"), ("person", "5")])
    assert read_picked(values) == Picked(3, (7, 5), (7, 5))
    assert read_picked(MultiDict({"among": "9"})) == Picked(0, (), (9,))


def test_everybody_is_named_and_more_than_five_in_a_list_of_their_own() -> None:
    page = present_reminder(preview_to(*"ABCDE"), Picked(3, (1,), (1,)))
    assert page.recipients == "We will send this to A, B, C, D and E."
    page = present_reminder(preview_to(*"ABCDEFG"), Picked(3, (1,), (1,)))
    assert page.recipients == "We will send this to 7 people."
    assert page.names == tuple("ABCDEFG")
    assert page.heading == "Send a reminder to 7 people"


@pytest.mark.parametrize("reason", SkipReason)
def test_every_reason_has_its_words_and_guesses_nothing(reason: SkipReason) -> None:
    page = present_reminder(preview_to(skipped=(Skipped(1, "Asha Rahman", reason),)), Picked(3, (1,), (1,)))
    (words,) = page.skipped
    assert words.startswith("We will not send to Asha Rahman, who ")
    assert not {"he", "she", "him", "her"} & set(words.rstrip(".").split())
    assert (page.heading, page.people) == ("Nobody to remind now", ())


def test_what_was_sent_is_counted() -> None:
    assert sent_words(1) == "Reminder on its way to 1 person."
    assert sent_words(2) == "Reminder on its way to 2 people."
    assert sent_words(0).startswith("No reminder was sent")


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        (Word(QueryKind.WAITING), "Noted for Asha Rahman: waiting."),
        (Word(QueryKind.HAS_LEFT), "Reported for Asha Rahman: has left. Your learning and development team"),
        (
            Word(QueryKind.ON_LEAVE, date(2026, 7, 1)),
            "Noted for Asha Rahman: on leave, back on 1 July. Reminders stop until 1 July.",
        ),
        (Word(QueryKind.ON_LEAVE, date(2026, 7, 2)), "Reported for Asha Rahman: on leave, back on 2 July. Your"),
    ],
)
def test_what_was_told_says_what_follows(word: Word, begins: str) -> None:
    assert told_words(FOUND, Picked(3, (1,), (1, 2)), word=word).startswith(begins)
