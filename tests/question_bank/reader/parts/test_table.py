from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.parts.table import Table, find_table


def table(text: str) -> Table | None:
    """The flattened table in some lines."""
    return find_table(mark_kinds(split_lines(text)))


def test_a_repeated_opening_on_one_line_gives_a_table_away() -> None:
    found = table(
        "Open: same day Kind: to all of Fernbrook Bold: aim high\nWe will: We will:  We will:\n• a\n• b\nEnd."
    )
    assert found is not None
    assert (found.columns, found.line) == (3, 2)
    assert [unit.text for unit in found.items] == ["a", "b"]
    assert [unit.text for unit in found.units] == [
        "Open", "same day", "Kind", "to all of Fernbrook", "Bold", "aim high", "End.",
    ]  # fmt: skip


def test_names_are_only_cut_where_there_is_one_for_each_column() -> None:
    found = table("Open: same day\nWe will: We will:\n• a\n• b")
    assert found is not None
    assert [unit.text for unit in found.units] == ["Open: same day"]


def test_a_single_opening_is_no_table() -> None:
    assert table("Open: same day\nWe will:\n• a") is None
