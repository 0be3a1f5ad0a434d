import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.gift.syntax import escape, find, find_last, split_at, unescape

TEXTS = st.text(alphabet="\\=~#{}:na \n", max_size=12) | st.text(max_size=8)


@given(TEXTS)
def test_a_text_survives_and_holds_no_mark(text: str) -> None:
    escaped = escape(text)
    assert unescape(escaped) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert all(find(escaped, mark) == -1 for mark in "=~#{}:")
    assert "\n" not in escaped


def test_a_backslash_before_anything_else_stands_for_itself() -> None:
    assert unescape(r"\(x\) \n \= \\= \a") == "\\(x\\) \n = \\= \\a"


def test_marks_are_found_where_they_are_not_escaped() -> None:
    assert find(r"a\{b{c{", "{") == 4
    assert find(r"a\{b{c{", "{", start=5) == 6
    assert find(r"\\{", "{") == 2
    assert find_last("a#####b", "####") == 2
    assert find_last(r"a\####b", "####") == -1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("=a ~b", [("", ""), ("=", "a "), ("~", "b")]),
        (r"x=a\~b", [("", "x"), ("=", r"a\~b")]),
        ("plain", [("", "plain")]),
    ],
)
def test_a_text_is_cut_before_each_mark(text: str, parts: list[tuple[str, str]]) -> None:
    assert split_at(text, "=~") == parts
