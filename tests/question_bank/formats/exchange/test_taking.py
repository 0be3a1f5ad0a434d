import pytest

from question_bank.errors import FormatError
from question_bank.formats.exchange import taking as taking_module
from question_bank.formats.exchange.questions import CHOICE, Answer, Question
from question_bank.formats.exchange.taking import Taking
from question_bank.model import Item

ASKED = Question(CHOICE, "a", "Which?", (Answer("x", 100), Answer("y", 0)), where="line 1")


def never(item: Item) -> Question:
    raise AssertionError(item)


def test_names_that_many_questions_share_become_ids_that_differ() -> None:
    taking = Taking("file", never)
    for _ in range(3):
        taking.take(ASKED)
    assert [item.id for item in taking.result().bank.items] == ["a", "a-2", "a-3"]


def test_a_file_of_more_questions_than_any_bank_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_module, "MOST_QUESTIONS", 2)
    taking = Taking("file", never)
    taking.take(ASKED)
    taking.take(ASKED)
    with pytest.raises(FormatError, match="file: line 1: a file may have 2 questions; split it"):
        taking.take(ASKED)


def test_of_many_things_left_out_the_first_five_are_named() -> None:
    taking = Taking("file", never)
    taking.take(ASKED)
    for number in range(8):
        taking.leave_out("category", f"c{number}")
    assert taking.result().notes == ("left out, category: “c0”, “c1”, “c2”, “c3”, “c4” and 3 more",)
