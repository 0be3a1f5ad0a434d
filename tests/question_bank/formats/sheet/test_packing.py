import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.sheet.packing import (
    pack_lines,
    pack_parts,
    pack_text,
    unpack_lines,
    unpack_parts,
    unpack_text,
)

TEXTS = st.text(alphabet="\\|ne \n\ra", max_size=8) | st.text(max_size=5)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3)))
def test_entries_and_their_parts_come_apart_as_they_were(entries: list[list[str]]) -> None:
    assert unpack_lines(pack_lines(entries)) == [tuple(entry) for entry in entries]


@given(st.none() | TEXTS)
def test_an_empty_text_is_told_from_none(text: str | None) -> None:
    assert unpack_text(pack_text(text)) == text


def test_a_person_reads_strokes_and_lines() -> None:
    assert pack_parts(["12", "be kind"]) == "12 | be kind"
    assert pack_lines([["a"], ["b", "c"]]) == "a\nb | c"
    assert pack_parts(["a | b\n"]) == "a \\| b\\n"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("12|be kind", ("12", "be kind")),
        ("a | b | c", ("a", "b", "c")),
        ("a\\", ("a\\",)),
        ("C:\\x | b", ("C:\\x", "b")),
    ],
)
def test_what_a_person_types_is_understood(line: str, parts: tuple[str, ...]) -> None:
    assert unpack_parts(line) == parts


def test_empty_lines_and_line_ends_of_other_systems_are_no_entries() -> None:
    assert unpack_lines("a\r\n\r\nb\n") == [("a",), ("b",)]
