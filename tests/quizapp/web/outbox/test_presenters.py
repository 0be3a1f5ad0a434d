from datetime import date

from quizapp.assessment.measures import Share
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.reminders.runs import Run
from quizapp.services.reports.oversight.reminder_effect import ReminderEffect
from quizapp.web.outbox.presenters import (
    KINDS,
    MEANINGS,
    STATES,
    Selection,
    read_selection,
    say_effect,
    sent_words,
)


def test_every_kind_and_every_state_has_its_words() -> None:
    assert KINDS.keys() == set(MessageKind)
    assert STATES.keys() == MEANINGS.keys() == set(MessageState)


def test_an_address_that_asks_for_what_there_is_not_gets_everything() -> None:
    assert read_selection({"state": "refused", "part": "3"}) == Selection(MessageState.REFUSED, 3)
    assert read_selection({"state": "lost", "part": "-1"}) == read_selection({}) == Selection()


def test_the_button_says_what_it_came_to() -> None:
    sent = {MessageState.SENT: 1, MessageState.DROPPED: 2}
    assert sent_words(Run(3, sent, 0)) == ("1 message sent. 2 messages had no reason any more.", "message")
    assert sent_words(Run(0, {}, 0)) == ("Nothing is due now.", "notice")


def test_what_came_of_reminders_is_said_in_people_and_without_a_percentage_of_few() -> None:
    june = date(2026, 6, 1)
    assert say_effect(ReminderEffect(june, Share(0, 0))) == "Nobody was sent a reminder in June 2026."
    few = "1 of 9 people reminded in June 2026 passed within 7 days of a reminder."
    assert say_effect(ReminderEffect(june, Share(1, 9))) == few
    many = "7 of 12 people reminded in June 2026 passed within 7 days of a reminder (58.3%)."
    assert say_effect(ReminderEffect(june, Share(7, 12))) == many
