import pytest

from question_bank.formats.exchange.cloze import parse_cloze
from question_bank.formats.exchange.questions import Answer
from question_bank.text import fold_space


def test_one_gap_with_words_to_choose_from_is_a_choice_with_a_blank() -> None:
    question = parse_cloze("We will {1:MULTICHOICE:=listen#As it says.~wait~%-50%run \\} off} first.", fold_space)
    assert (question.type, question.stem) == ("multichoice", "We will ____ first.")
    assert question.answers == (Answer("listen", 100, "As it says."), Answer("wait", 0), Answer("run } off", -50))


@pytest.mark.parametrize("name", ["MC", "MCV", "MCHS", "MULTICHOICE_VS", "MULTICHOICE_H"])
def test_every_layout_of_a_choice_is_known(name: str) -> None:
    assert parse_cloze(f"We {{:{name}:wait~=listen}}.", fold_space).stem == "We ____."


def test_an_entity_holds_no_feedback() -> None:
    answers = parse_cloze("We {1:MC:=don&#39;t wait#So.~run}.", fold_space).answers
    assert answers[0] == Answer("don&#39;t wait", 100, "So.")


@pytest.mark.parametrize(
    "text", ["{1:SA:=a}", "{1:NUMERICAL:=5:0}", "{1:MC:=a~b} and {1:MC:=c~d}", "none", "{1:MR:=a~b}"]
)
def test_other_gaps_have_no_place(text: str) -> None:
    assert parse_cloze(text, fold_space).type == "cloze"
