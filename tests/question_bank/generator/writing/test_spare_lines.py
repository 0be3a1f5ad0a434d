from question_bank.generator.writing.spare_lines import spare_line
from tests.question_bank.generator.desks import FERNBROOK, desk


def test_a_line_that_another_question_may_ask_for_is_not_spare() -> None:
    at = desk()
    assert [spare_line(at, value) for value in at.facts.values] == [None] * 4


def test_a_line_that_names_its_value_and_carries_no_gap_is_spare() -> None:
    at = desk(FERNBROOK.replace("repair a wheelchair", "be thrifty, so we mend a wheelchair"))
    spare = spare_line(at, at.facts.values[1])
    assert spare is not None
    assert spare.text.startswith("be thrifty")


def test_a_line_with_a_gap_is_not_spare() -> None:
    at = desk(FERNBROOK.replace("repair a wheelchair before", "be thrifty and build mutual trust before"))
    assert spare_line(at, at.facts.values[1]) is None
