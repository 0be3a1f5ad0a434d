from question_bank.reader.lines.bare_lists import mark_bare_lists
from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import Kind, split_lines


def items(text: str) -> list[str]:
    """The lines that are taken for list items."""
    return [unit.text for unit in mark_bare_lists(mark_kinds(split_lines(text))) if unit.kind is Kind.ITEM]


def test_lines_under_an_opening_are_items_up_to_the_next_gap() -> None:
    assert items("We will:\n\nring back\nwrite it down\n\nPatience\n\nWe wait for people.") == [
        "ring back",
        "write it down",
    ]


def test_the_heading_of_the_next_value_is_no_item() -> None:
    assert items("We will:\nring back\nPatience\nWe will:\nwait for people") == ["ring back", "wait for people"]


def test_the_meaning_of_the_next_value_is_no_item() -> None:
    text = "We will:\nring back\nPatience\nWe wait until people have said it all\nWe will:\nwait for people"
    assert items(text) == ["ring back", "wait for people"]


def test_the_last_item_before_an_unwanted_list_stays_an_item() -> None:
    assert items("We will:\nring back\nwrite it down\nWe will not:\nlook away") == [
        "ring back",
        "write it down",
        "look away",
    ]


def test_items_with_blank_lines_between_end_where_a_capital_begins() -> None:
    assert items("We will:\n\nring back\n\nwrite it down\n\nOur patients\n\nThey matter.") == [
        "ring back",
        "write it down",
    ]


def test_paragraphs_below_names_are_no_items() -> None:
    assert items("Our values are:\nOpenness\nWe tell people what happened.\nPatience\nWe wait for people.") == []


def test_names_below_an_opening_on_values_are_items() -> None:
    assert items("Our values are:\nOpenness\nPatience\nThrift") == ["Openness", "Patience", "Thrift"]


def test_a_vision_below_its_opening_is_no_list() -> None:
    assert items("Our vision is:\nA valley where nobody waits") == []


def test_short_lines_in_blocks_below_headings_are_items() -> None:
    text = "Openness\nRing back\nWrite it down\n\nPatience\nWait for people\nCount to ten"
    assert items(text) == ["Ring back", "Write it down", "Wait for people", "Count to ten"]


def test_one_such_block_alone_is_no_list() -> None:
    assert items("Openness\nRing back\nWrite it down\n\nWe say what happened.") == []
