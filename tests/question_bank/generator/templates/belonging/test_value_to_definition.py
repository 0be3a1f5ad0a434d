from question_bank.generator.templates.belonging.value_to_definition import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import desk, first_items, rules

ALIKE = """Our values

  • Candour – telling the family what happened on the night
  • Thrift – mending a wheelchair before ordering another
  • Neighbourliness – leaving the garden gate open for guests
  • Stamina – finishing the evening round in heavy snow
"""


def test_an_explanation_stands_among_those_of_other_values() -> None:
    item = first_items(ask, desk(ALIKE))[0]
    assert item.stem == "How does Fernbrook explain “Candour”?"
    assert item.keys[0].text == "telling the family what happened on the night"
    assert len(item.distractors) == 2
    assert {option.proof for option in item.distractors} == {Proof.OTHER_VALUE}
    assert item.distractors[0].rationale.startswith("Our page explains “")


def test_explanations_that_open_in_different_ways_are_no_options() -> None:
    text = ALIKE.replace("mending a wheelchair", "we mend a wheelchair")
    assert first_items(ask, desk(text)) == []
    assert rules(ask, desk(text)) == ["grammar"]


def test_an_explanation_that_holds_its_name_is_reported() -> None:
    assert "clang" in rules(ask, desk(ALIKE.replace("telling the family", "showing candour when telling the family")))


def test_two_explanations_are_too_few() -> None:
    assert list(ask(desk(ALIKE[: ALIKE.index("  • Neighbour")]))) == []
