from question_bank.generator.templates.names.value_names import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules


def test_three_names_stand_among_foils() -> None:
    item = first_items(ask, desk())[0]
    assert item.stem == "Select the THREE of these that are among Fernbrook’s values."
    assert [option.text for option in item.keys] == ["Candour", "Thrift", "Neighbourliness"]
    assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}
    assert [citation.text for citation in item.source] == ["Candour", "Thrift", "Neighbourliness"]


def test_no_foil_serves_twice() -> None:
    text = "Our values\n\nOur five values are: candour, courage, tact, thrift and tolerance.\n"
    items = first_items(ask, desk(text))
    foils = [option.text for item in items for option in item.distractors]
    assert len(items) > 1
    assert len(foils) == len(set(foils))


def test_foils_take_over_the_capitals_of_the_page() -> None:
    text = "Our values\n\n  • Continuous improvement\n  • Candour\n  • Thrift\n"
    texts = {
        option.text for seed in range(8) for item in first_items(ask, desk(text, seed=seed)) for option in item.options
    }
    assert "Self awareness" in texts
    assert "Self Awareness" not in texts


def test_a_lost_heading_forbids_the_question() -> None:
    assert rules(ask, desk(FERNBROOK.replace("Stamina\n\n", "\n"))) == ["headless"]


def test_names_in_small_letters_stand_among_foils_in_small_letters() -> None:
    text = "Our values\n\nOur four values are: candour, clarity, thrift and stamina.\n"
    options = [option.text for item in first_items(ask, desk(text)) for option in item.options]
    assert options
    assert all(text.islower() for text in options)


def test_names_that_are_no_nouns_are_not_mixed_with_nouns() -> None:
    text = "Our values\n\n  • We put people first\n  • Improving lives\n  • Positively\n  • Everyone counts\n"
    assert rules(ask, desk(text)) in (["grammar"], [])
    assert first_items(ask, desk(text)) == []


def test_without_values_nothing_is_asked() -> None:
    assert list(ask(desk("Our plans\n\nWe will mend beds.\n"))) == []
