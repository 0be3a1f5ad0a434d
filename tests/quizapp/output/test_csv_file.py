import csv
import io
import tracemalloc
import unicodedata
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.output.csv_file import BOM, csv_lines
from tests.support.source import code_modules, imports_of

STARTERS = ("=", "+", "-", "@", "\t", "\r", "\0")
DISGUISES = ("", " ", "\N{NO-BREAK SPACE}", BOM, "\N{ZERO WIDTH SPACE}", "\n", "\N{SOFT HYPHEN}", " \N{WORD JOINER} ")
texts = st.text(st.characters(exclude_categories=["Cs"]))
risky = st.builds(str.__add__, st.sampled_from(DISGUISES), st.builds(str.__add__, st.sampled_from(STARTERS), texts))
values = st.one_of(texts, risky, st.integers(min_value=0), st.none())


def read(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8")
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


def one_cell(value: str | int | None) -> str:
    return read(b"".join(csv_lines(["Name"], [[value, "end"]])))[1][0]


def first_seen(cell: str) -> str:
    """The first character that is more than a blank or a mark that nobody sees."""
    return next((sign for sign in cell if unicodedata.category(sign) not in ("Cc", "Cf", "Zs", "Zl", "Zp")), "")


@given(st.lists(st.lists(values, min_size=1, max_size=4), max_size=4))
def test_any_text_comes_back_and_no_cell_is_a_formula(rows: list[list[str | int | None]]) -> None:
    found = read(b"".join(csv_lines(["Name", "Team"], rows)))
    assert found[0] == ["Name", "Team"]
    assert [len(row) for row in found[1:]] == [len(row) for row in rows]
    for cell, value in zip(chain(*found[1:]), chain(*rows), strict=True):
        assert not cell.startswith(STARTERS)
        assert first_seen(cell) not in ("=", "+", "-", "@")
        given = "" if value is None else str(value)
        assert cell in (given, f"'{given}")


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("starter", STARTERS)
def test_a_formula_is_disarmed_behind_every_disguise(disguise: str, starter: str) -> None:
    assert one_cell(f"{disguise}{starter}1+1") == f"'{disguise}{starter}1+1"


@pytest.mark.parametrize(
    "text", ["Asha Patel", "8 of 11", "Ward 1 - nights", "a=b", "O'Neill", "", "£3", "1 June 2026"]
)
def test_an_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert one_cell(text) == text


def test_leading_zeros_are_kept_and_numbers_are_numbers() -> None:
    assert b"".join(csv_lines(["Number", "People"], [["00712", 12], ["7", None]])).decode() == (
        f'{BOM}"Number","People"\r\n"00712",12\r\n"7",""\r\n'
    )


def test_another_separator_parts_the_cells() -> None:
    assert b"".join(csv_lines(["a", "b"], [["x;y", 1]], separator=";")).decode("utf-8-sig") == '"a";"b"\r\n"x;y";1\r\n'


def test_a_cell_with_line_ends_quotes_and_separators_stays_one_cell() -> None:
    assert one_cell('one\r\ntwo, "three"; four') == 'one\r\ntwo, "three"; four'


def test_what_cannot_be_written_as_utf_8_is_replaced() -> None:
    assert one_cell("Asha \ud800") == "Asha ?"


def test_lines_come_one_by_one_as_they_are_asked_for() -> None:
    taken: list[int] = []

    def rows() -> Iterator[list[str | int | None]]:
        for number in range(3):
            taken.append(number)
            yield [number]

    lines = csv_lines(["Number"], rows())
    assert next(lines).endswith(b'"Number"\r\n')
    assert (next(lines), taken) == (b"0\r\n", [0])


def test_a_long_file_is_never_held_as_a_whole() -> None:
    tracemalloc.start()
    size = sum(len(line) for line in csv_lines(["Name"], (["x" * 100] for _ in range(10_000))))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 1_000_000
    assert peak < 200_000


def test_no_other_module_writes_csv() -> None:
    writers = ("csv.writer", "csv.DictWriter")
    using = {
        module.path
        for module in code_modules()
        if any(writer in module.text for writer in (*writers, "import writer", "DictWriter"))  # few are left to parse
        and any(found.target == "csv" or found.target.startswith("csv.") for found in imports_of(module))
    }
    # A bank knows nothing of the service; a staff file of the demo and a table on its way into a reader nobody opens.
    assert using == {
        "quizapp/output/csv_file.py",
        "quizapp/cli/demo/stage.py",
        "question_bank/formats/sheet/csv_file.py",
        "question_bank/reader/sources/workbook/cells.py",
    }
