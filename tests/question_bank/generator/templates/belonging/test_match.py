from question_bank.generator.templates.belonging.match import ask
from question_bank.model import Kind
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items

DEFINED = """Our values

  • Candour – telling the family what happened
  • Thrift – mending a wheelchair first
  • Neighbourliness – a garden and a gate left open
  • Stamina – finishing the evening round
  • Pluck – signing for nothing doubtful
  • Wit – joking at the lunch club
"""


def test_three_lines_meet_three_names_and_one_is_left_over() -> None:
    item = first_items(ask, desk())[0]
    assert item.kind is Kind.MATCHING
    assert item.stem == "Match each behaviour to the value that Fernbrook lists it under. One value is not used."
    assert item.pairs is not None
    assert len(item.pairs) == len(item.keys) == 3
    assert {right for _, right in item.pairs} == {option.text for option in item.keys}
    assert len(item.distractors) == 1


def test_each_group_of_values_comes_before_a_second_set_of_one_group() -> None:
    items = first_items(ask, desk())
    groups = [frozenset(option.text for option in item.keys) for item in items]
    assert len(set(groups[:4])) == 4


def test_descriptions_are_matched_where_there_are_no_lists() -> None:
    item = first_items(ask, desk(DEFINED))[0]
    assert item.stem == (
        "Match each description to the value it explains on Fernbrook’s page. Two values are not used."
    )


def test_a_line_that_points_at_another_name_offered_is_not_matched() -> None:
    text = FERNBROOK.replace("lend our kitchen and garden to the lunch club next door", "give with thrift and stamina")
    for item in first_items(ask, desk(text)):
        offered = {option.text for option in item.options}
        if any("with thrift" in left for left, _ in item.pairs or ()):
            assert not {"Thrift", "Stamina"} & offered


def test_three_values_are_too_few() -> None:
    assert first_items(ask, desk(FERNBROOK[: FERNBROOK.index("Stamina")])) == []
