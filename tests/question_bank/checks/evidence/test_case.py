"""Which sentences of a stem ask, and which only set the scene."""

from question_bank.checks.evidence.case import Case, asks, is_spare_note, open_case
from question_bank.model import Kind
from tests.question_bank.build import item


def _case(stem: str, kind: Kind = Kind.SINGLE, *, setting: str | None = None) -> Case:
    return open_case(item(kind, stem, [], setting=setting), printed=None, organisation=None)


def test_a_question_and_an_imperative_ask() -> None:
    assert asks("Which of these stands under Respect?")
    assert asks("(Which of these?)")
    assert asks("Select the TWO that stand under Respect.")
    assert not asks("Respect stands under this.")


def test_only_the_sentences_that_ask_are_the_question() -> None:
    case = _case("A bed is free. It was not cleaned. Which value says “do not wait”?")
    assert case.questions == ("Which value says “”?",)


def test_a_true_false_item_asks_with_all_it_says() -> None:
    assert len(_case("One is listed. The other is not.", Kind.TRUE_FALSE).questions) == 2


def test_a_stem_that_speaks_to_the_reader_before_it_asks_is_a_scenario() -> None:
    assert _case("You find a bed that nobody has cleaned. Which value applies?").is_scenario
    assert _case("A bed is free. Which value applies?", setting="ward").is_scenario
    assert not _case("The page has a list. Which value is on it?").is_scenario
    assert not _case("Which value asks you to be kind?").is_scenario


def test_a_note_on_what_is_left_over_is_told_from_the_question() -> None:
    assert is_spare_note("One value is not used.")
    assert is_spare_note("Two of them are not needed.")
    assert not is_spare_note("Which value is not listed?")
