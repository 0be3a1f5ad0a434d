import pytest

from question_bank.generator.templates.statements.true_false import ask
from question_bank.model import DraftStatus, Kind, Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items


def test_each_fair_line_has_both_polarities() -> None:
    items = [item for item in first_items(ask, desk()) if item.value]
    assert [item.keys[0].text for item in items] == ["True", "False"] * 8
    assert all(item.kind is Kind.TRUE_FALSE and item.stem.endswith(".") for item in items)


def test_a_false_statement_names_another_value_and_says_where_the_line_belongs() -> None:
    item = first_items(ask, desk())[1]
    assert item.stem.startswith("Fernbrook lists “report a near miss")
    assert "under “Candour”" not in item.stem
    assert item.keys[0].rationale.startswith("Our page lists this under “Candour”")
    assert item.distractors[0].proof is Proof.OPPOSITE


@pytest.mark.parametrize(("organisation", "opening"), [("Fernbrook", "Fernbrook lists"), (None, "This page lists")])
def test_a_statement_opens_with_a_capital(organisation: str | None, opening: str) -> None:
    assert first_items(ask, desk(organisation=organisation))[0].stem.startswith(opening)


def test_a_definition_is_stated_as_one() -> None:
    text = "Our values\n\n  • Candour – saying so early\n  • Thrift – mending chairs\n  • Pluck – climbing hills\n"
    assert first_items(ask, desk(text))[0].stem == ("Fernbrook explains “Candour” in these words: “saying so early”.")


def test_part_of_a_definition_is_said_to_be_its_words() -> None:
    text = "Our values\n\n  • Candour – candour at work without fear of blame\n  • Thrift – mending chairs\n"
    stems = [item.stem for item in first_items(ask, desk(text))]
    assert "The words “… without fear of blame” stand in Fernbrook’s explanation of “Candour”." in stems


def test_a_line_that_holds_its_value_is_not_stated() -> None:
    at = desk(FERNBROOK.replace("ask a second nurse", "show candour and ask a second nurse"))
    assert not any("show candour" in item.stem for item in first_items(ask, at))


def test_a_false_name_of_another_sort_is_for_a_person_to_decide_on() -> None:
    text = "Our values\n\n  • Respect – greeting each newcomer at the gate\n  • Excellence – mending chairs at night\n"
    (false, *_) = [item for item in first_items(ask, desk(text)) if item.keys[0].text == "False"]
    assert false.status is DraftStatus.REVIEW
