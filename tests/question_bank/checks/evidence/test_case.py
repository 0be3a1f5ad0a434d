"""Which sentences of a stem ask, and which only set the scene."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For NHS Somerset, match each behaviour to its value.", True),
        ("On the right are values; match each line to one of them.", True),
        ("Now choose the word that is missing.", True),
        ("Match each line; one name is left over.", True),
        ("Staff select, match and complete forms.", False),
        ("The best match, by this page.", False),
    ],
)
def test_an_imperative_may_open_a_later_clause(text: str, expected: bool) -> None:
    assert asks(text) is expected


def test_only_the_sentences_that_ask_are_the_question() -> None:
    case = _case("A bed is free. It was not cleaned. Which value says “do not wait”?")
    assert case.questions == ("Which value says “”?",)


def test_a_true_false_item_asks_with_all_it_says() -> None:
    assert len(_case("One is listed. The other is not.", Kind.TRUE_FALSE).questions) == 2


def test_a_stem_that_speaks_to_the_reader_before_it_asks_is_a_scenario() -> None:
    assert _case("You find a bed that nobody has cleaned. Which value applies?").is_scenario
    assert _case("A bed is free. Which value applies?", setting="ward").is_scenario
    assert not _case("The page has a list. Which value is on it?").is_scenario


@pytest.mark.parametrize(("template", "expected"), [("T18", True), ("T18a", True), ("T1", False), ("T180", False)])
def test_a_template_of_scenarios_makes_one_in_the_third_person_too(template: str, expected: bool) -> None:
    asked = item(Kind.SINGLE, "Tom finds a bed unmade. Which value applies?", [], template=template)
    assert open_case(asked, printed=None, organisation=None).is_scenario is expected


def test_a_question_to_the_reader_is_no_scenario() -> None:
    assert not _case("Which value asks you to be kind?").is_scenario


def test_a_note_on_what_is_left_over_is_told_from_the_question() -> None:
    assert is_spare_note("One value is not used.")
    assert is_spare_note("Two of them are not needed.")
    assert is_spare_note("One will be left.")
    assert not is_spare_note("Which value is not listed?")
