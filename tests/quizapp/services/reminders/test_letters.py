"""The words of every message: what to do by when, why it came, when the next one comes, and no word we never use."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.reminders.cadence import AFTER
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.output.letter import Letter, Link, as_text
from quizapp.services.reminders.letters import (
    NOTE_PLACE,
    About,
    write_booster,
    write_digest,
    write_from_manager,
    write_reminder,
)
from tests.support.page_checks import BANNED_WORDS

ABOUT = About(
    name="Dr Asha Rahman",
    organisation="Fernbrook Trust",
    quiz="Our values",
    questions=8,
    day=date(2025, 5, 30),
    due_on=date(2025, 6, 6),
    address="https://quiz.example/learning",
)
MANAGER = "Ben Okafor"


def remind(kind: MessageKind, *, late: int = 0, **changes: object) -> Letter:
    return write_reminder(kind, replace(ABOUT, **changes), late=late)  # type: ignore[arg-type]


def digest(needing: int, people: int) -> Letter:
    return write_digest(MANAGER, organisation="Fernbrook Trust", needing=needing, people=people, address="https://t")


LETTERS: dict[str, Callable[[], Letter]] = {
    "welcome": lambda: remind(MessageKind.WELCOME),
    "help": lambda: remind(MessageKind.SIGN_IN_HELP),
    "a week before": lambda: remind(MessageKind.DUE_IN_A_WEEK),
    "a day before": lambda: remind(MessageKind.DUE_TOMORROW, day=date(2025, 6, 5)),
    "overdue": lambda: remind(MessageKind.OVERDUE, late=2, day=date(2025, 6, 8)),
    "run out": lambda: remind(MessageKind.OVERDUE, late=2, day=date(2025, 6, 8), ended_on=date(2025, 6, 6)),
    "by a manager": lambda: write_from_manager(ABOUT, sender=MANAGER, note="Any day this week."),
    "digest": lambda: digest(3, 41),
    "booster": lambda: write_booster(
        "Asha Rahman",
        organisation="Fernbrook Trust",
        quiz="Our values",
        count=2,
        last_day=date(2025, 7, 4),
        address="https://quiz.example/boosters/x",
    ),
}


@pytest.mark.parametrize("name", LETTERS)
def test_every_message_greets_leads_somewhere_and_says_why_it_came(name: str) -> None:
    letter = LETTERS[name]()
    text = as_text(letter)
    assert text.startswith(("Hello Asha.", "Hello Ben."))
    assert len([part for part in letter.parts if isinstance(part, Link)]) == 1
    assert "Why you get this: " in text
    assert not BANNED_WORDS.search(f"{letter.subject} {text}")
    assert "  " not in text


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("welcome", "Your quiz “Our values” at Fernbrook Trust: 10 minutes, due Friday 6 June"),
        ("help", "Your quiz “Our values” at Fernbrook Trust: help with signing in"),
        ("a week before", "Your quiz “Our values” at Fernbrook Trust: due on Friday 6 June"),
        ("a day before", "Your quiz “Our values” at Fernbrook Trust: due tomorrow, Friday 6 June"),
        ("overdue", "Your quiz “Our values” at Fernbrook Trust: was due on Friday 6 June"),
        ("run out", "Your quiz “Our values” at Fernbrook Trust: your pass ended on Friday 6 June"),
        ("by a manager", "Your quiz “Our values” at Fernbrook Trust: a reminder from Ben Okafor"),
        ("digest", "3 of your 41 people need something at Fernbrook Trust"),
        ("booster", "2 short questions from Fernbrook Trust: about a minute"),
    ],
)
def test_the_subject_says_what_it_is_and_when_it_is_due(name: str, subject: str) -> None:
    assert LETTERS[name]().subject == subject


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 6, 5), "“Our values” is due tomorrow, Friday 6 June."),
        (date(2025, 6, 6), "“Our values” is due today, Friday 6 June."),
        (date(2025, 6, 7), "“Our values” was due on Friday 6 June."),
    ],
)
def test_what_is_sent_later_than_meant_says_how_it_is_on_that_day(day: date, words: str) -> None:
    assert words in as_text(remind(MessageKind.DUE_TOMORROW, day=day))


def test_whose_pass_has_ended_is_not_told_that_they_never_passed() -> None:
    ended = replace(ABOUT, ended_on=date(2025, 6, 6), day=date(2025, 6, 8))
    for letter in (
        write_from_manager(ended, sender=MANAGER, note=None),
        write_reminder(MessageKind.DUE_TOMORROW, ended),
    ):
        assert "not passed" not in as_text(letter)
        assert "your pass has ended" in as_text(letter)


def test_another_year_is_named() -> None:
    assert "Thursday 8 January 2026" in as_text(remind(MessageKind.WELCOME, due_on=date(2026, 1, 8)))


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (2, "4 more times at most. We stop as soon as you pass."),
        (16, "2 more times at most."),
        (23, "1 more time at most."),
        (30, "This is the last message about it."),
    ],
)
def test_an_overdue_message_says_how_many_are_still_to_come(late: int, words: str) -> None:
    assert late in AFTER
    assert words in as_text(remind(MessageKind.OVERDUE, late=late, day=date(2025, 6, 20)))


def test_who_has_begun_is_asked_to_carry_on() -> None:
    text = as_text(remind(MessageKind.DUE_IN_A_WEEK, has_begun=True))
    assert "Your answers so far are saved" in text
    assert "Carry on with the quiz:\n" in text


def test_without_a_due_date_none_is_spoken_of() -> None:
    letters = [remind(MessageKind.WELCOME, due_on=None), remind(MessageKind.SIGN_IN_HELP, due_on=None)]
    letters.append(write_from_manager(replace(ABOUT, due_on=None), sender=MANAGER, note=None))
    for letter in letters:
        assert "due" not in f"{letter.subject} {as_text(letter)}"


def test_a_note_is_quoted_and_its_place_is_marked_in_a_preview() -> None:
    assert "Ben Okafor writes: “Any day this week.”" in as_text(LETTERS["by a manager"]())
    assert f"\n{NOTE_PLACE}\n" in as_text(write_from_manager(ABOUT, sender=MANAGER, note=NOTE_PLACE))
    assert "writes" not in as_text(write_from_manager(ABOUT, sender=MANAGER, note=None))


def test_a_digest_speaks_of_one_person_as_of_one() -> None:
    assert digest(1, 41).subject == "1 of your 41 people needs something at Fernbrook Trust"
    assert digest(1, 1).subject == "The only person in your team needs something at Fernbrook Trust"


def test_a_long_title_leaves_a_subject_of_one_line_that_fits() -> None:
    subject = remind(MessageKind.WELCOME, quiz="Values " * 28, organisation="Trust\n" * 30).subject
    assert len(subject) <= 200
    assert subject.endswith(" …")
    assert "\n" not in subject
