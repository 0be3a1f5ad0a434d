from question_bank.formats.exchange.questions import CHOICE, Answer, Question
from question_bank.formats.exchange.taking import Taking
from question_bank.model import Item

ASKED = Question(CHOICE, "a", "Which?", (Answer("x", 100), Answer("y", 0)), where="line 1")


def never(item: Item) -> Question:
    raise AssertionError(item)


def test_names_that_many_questions_share_become_ids_that_differ() -> None:
    taking = Taking(never)
    for _ in range(3):
        taking.take(ASKED)
    assert [item.id for item in taking.result("file").bank.items] == ["a", "a-2", "a-3"]


def test_of_many_things_left_out_the_first_five_are_named() -> None:
    taking = Taking(never)
    taking.take(ASKED)
    for number in range(8):
        taking.leave_out("category", f"c{number}")
    assert taking.result("file").notes == ("left out, category: “c0”, “c1”, “c2”, “c3”, “c4” and 3 more",)
