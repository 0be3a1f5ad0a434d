from question_bank.generator.templates.belonging.value_to_behaviour import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules


def test_one_line_of_the_value_stands_among_lines_of_others() -> None:
    items = first_items(ask, desk())
    assert items[0].stem == "Which of these does Fernbrook list under “Candour”?"
    assert {option.proof for option in items[0].distractors} == {Proof.OTHER_VALUE}
    assert len(items[0].options) == len(items[0].facts) == 3


def test_each_line_is_the_key_once() -> None:
    keys = [item.keys[0].text for item in first_items(ask, desk())]
    assert len(keys) == len(set(keys)) == 8


def test_the_passages_shown_are_facts_too_but_only_the_key_is_cited() -> None:
    item = first_items(ask, desk())[0]
    assert [citation.text for citation in item.source] == [item.keys[0].text]


def test_lines_of_another_form_are_not_mixed_in() -> None:
    text = FERNBROOK.replace("  • repair", "  • We repair").replace("  • share", "  • We share")
    texts = {
        option.text for item in first_items(ask, desk(text)) for option in item.distractors if item.value != "Thrift"
    }
    assert not any(line.startswith("We") for line in texts)


def test_a_page_with_one_value_has_no_wrong_lines() -> None:
    only = FERNBROOK[: FERNBROOK.index("Thrift")]
    assert first_items(ask, desk(only)) == []
    assert set(rules(ask, desk(only))) == {"no-distractors"}
