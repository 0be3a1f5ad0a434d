from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.reminders.runs import Run
from quizapp.web.outbox.presenters import KINDS, MEANINGS, STATES, Selection, read_selection, sent_words


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
