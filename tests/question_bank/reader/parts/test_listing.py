from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import Kind, split_lines
from question_bank.reader.parts.listing import Listing, expand_named_lines, expand_value_list


def listing(text: str) -> Listing:
    """What the first list of a values part gives."""
    return expand_value_list(expand_named_lines(mark_kinds(split_lines(text))))


def headings(found: Listing) -> list[str]:
    """The lines that became names of values."""
    return [unit.text for unit in found.units if unit.kind is Kind.HEADING]


def test_named_items_become_headings_and_meanings() -> None:
    found = listing("• Open – no secrets\n• Kind – gentle\n• Bold\nWe chose these in 2019.")
    assert headings(found) == ["Open", "Kind", "Bold"]
    assert [unit.text for unit in found.rest] == ["We chose these in 2019."]
    assert found.is_closed


def test_bare_names_become_headings() -> None:
    assert headings(listing("• Open\n• Kind")) == ["Open", "Kind"]


def test_names_that_come_again_as_headings_are_only_announced() -> None:
    found = listing("• Open\n• Kind\nOpen\nNo secrets.\nKind\nGentle.")
    assert [unit.text for unit in found.names] == ["Open", "Kind"]
    assert not found.is_closed


def test_sentences_become_values_without_names() -> None:
    found = listing("• Everybody who rings is rung back at once\n• We mend what we break before we buy")
    assert len(found.sentences) == 2
    assert found.is_closed


def test_items_that_complete_a_sentence_are_no_names() -> None:
    assert headings(listing("They shape how we:\n• hire\n• teach")) == []


def test_lists_with_a_gap_between_are_no_value_list() -> None:
    found = listing("• we ring back\n• we write it down\n\n\n• we wait\n• we count to ten")
    assert not found.is_closed
    assert found.sentences == []


def test_a_single_named_line_stays_whole_without_a_list() -> None:
    units = expand_named_lines(mark_kinds(split_lines("Open – no secrets\nWe live by this.")))
    assert [unit.text for unit in units] == ["Open – no secrets", "We live by this."]


def test_a_single_named_line_over_a_list_is_cut() -> None:
    units = expand_named_lines(mark_kinds(split_lines("Open – we keep no secrets\n• ring back")))
    assert [(unit.text, unit.kind) for unit in units] == [
        ("Open", Kind.HEADING),
        ("we keep no secrets", Kind.PARAGRAPH),
        ("ring back", Kind.ITEM),
    ]
