from question_bank.generator.templates.names.one_name import ask
from question_bank.model import Kind, Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules


def test_each_name_stands_among_three_foils() -> None:
    items = first_items(ask, desk())
    assert [item.keys[0].text for item in items] == ["Candour", "Thrift", "Neighbourliness", "Stamina"]
    assert {item.stem for item in items} == {"Which of these is one of Fernbrook’s values?"}
    assert all(item.kind is Kind.SINGLE and len(item.distractors) == 3 for item in items)
    assert {option.proof for item in items for option in item.distractors} == {Proof.NOT_ON_PAGE}


def test_names_of_other_forms_have_foils_of_their_own() -> None:
    text = "Our values\n\n  • Respect and dignity\n  • Working together\n  • Kind\n"
    options = {item.keys[0].text: {o.text for o in item.distractors} for item in first_items(ask, desk(text))}
    assert all(" and " in foil for foil in options["Respect and dignity"])
    assert all(foil.split()[0].endswith("ing") for foil in options["Working together"])
    assert "Kind" in options


def test_a_name_without_foils_of_its_form_is_reported() -> None:
    assert set(rules(ask, desk("Our values\n\n  • People first\n  • Candour\n  • Thrift\n"))) == {"grammar"}


def test_a_lost_heading_forbids_the_question() -> None:
    assert set(rules(ask, desk(FERNBROOK.replace("Stamina\n\n", "\n")))) == {"headless"}


def test_a_value_of_which_the_page_says_nothing_else_is_asked_for_twice_among_other_foils() -> None:
    items = first_items(ask, desk("Our values\n\n  • Candour\n  • Thrift\n  • Stamina\n"))
    assert len(items) == 6
    one, other = items[:2]
    assert one.keys[0].text == other.keys[0].text
    assert {option.text for option in one.options} != {option.text for option in other.options}
