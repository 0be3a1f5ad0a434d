"""How commands print."""

import pytest

from quizapp.cli.wording import count_of, listed, print_table, shortened


def test_counts_carry_the_right_noun() -> None:
    assert count_of(1, "person/people") == "1 person"
    assert count_of(0, "person/people") == "0 people"
    assert count_of(7012, "person/people") == "7,012 people"


def test_a_long_list_ends_with_how_many_more() -> None:
    assert listed(["a", "b"], most=2) == "a, b"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"


def test_a_long_text_is_cut_on_one_line() -> None:
    assert shortened("one\n two", 10) == "one two"
    assert shortened("abcdefgh", 5) == "abcd…"


def test_columns_are_as_wide_as_their_longest_cell(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("a", "b"), [("long cell", "x")])
    assert capsys.readouterr().out == "a          b\nlong cell  x\n"
