import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.output.json_file import json_lines

HEAD = {"report": "My team", "as_at": "As at 10am on 30 June 2026"}
cells = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.integers(), st.none())


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_the_rows_come_back_under_their_headings(rows: list[list[str | int | None]]) -> None:
    found = json.loads(b"".join(json_lines(("Name", "Tries"), rows, head=HEAD)))
    assert found == {**HEAD, "rows": [{"Name": row[0], "Tries": row[1]} for row in rows]}


def test_a_row_is_a_line_and_nothing_is_escaped_without_need() -> None:
    lines = b"".join(json_lines(("Name",), [["Zoë"], ["=1"]], head={"report": "List"})).decode()
    assert lines == '{"report": "List", "rows": [\n{"Name": "Zoë"},\n{"Name": "=1"}\n]}\n'


def test_what_cannot_be_written_as_utf_8_is_replaced() -> None:
    assert json.loads(b"".join(json_lines(("Name",), [["a\ud800"]], head={})))["rows"] == [{"Name": "a?"}]


def test_lines_come_one_by_one_as_they_are_asked_for() -> None:
    taken: list[int] = []

    def rows() -> Iterator[list[str | int | None]]:
        for number in range(3):
            taken.append(number)
            yield [number]

    lines = json_lines(("Number",), rows(), head={})
    assert (next(lines), taken) == (b'{"rows": [', [])
    assert (next(lines), taken) == (b'\n{"Number": 0}', [0])


def test_a_row_that_is_too_short_is_no_row() -> None:
    with pytest.raises(ValueError, match="shorter"):
        b"".join(json_lines(("Name", "Tries"), [["Asha"]], head={}))
