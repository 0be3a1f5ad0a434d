import io
import tracemalloc
from collections.abc import Iterator

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.output.xlsx_file import LONGEST_CELL, write_xlsx
from tests.support.workbooks import MAIN, read_workbook

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
HEADER = ("Name", "Number", "People")
ROWS: list[list[str | int | None]] = [["Asha", "00712", 12], ["=1+1", None, 0], ["https://example.org", "7", None]]


def one_cell(text: str) -> str | int | None:
    return read_workbook(write_xlsx(["Name"], [[text]], title="List")).rows[1][0]


def test_the_unzipped_sheet_has_the_rows_and_nothing_else() -> None:
    book = read_workbook(write_xlsx(HEADER, ROWS, title="My team", footer="Our values"))
    assert book.rows == [list(HEADER), ["Asha", "00712", 12], ["=1+1", None, 0], ["https://example.org", "7"]]
    assert sorted(book.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ]
    for name, part in book.parts.items():
        assert "hidden" not in part.lower(), name
        assert "<f>" not in part, name
    assert 'name="My team"' in book.parts["xl/workbook.xml"]
    assert "Our values" in book.parts["xl/worksheets/sheet1.xml"]


def test_the_heading_row_is_bold_and_stays_in_sight() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(HEADER, ROWS, title="My team"))).active
    assert sheet is not None
    assert (sheet.title, sheet.freeze_panes, sheet.print_title_rows) == ("My team", "A2", "$1:$1")
    assert [cell.font.b for cell in sheet[1]] == [True] * 3
    assert not sheet["A2"].font.b
    assert {sheet[place].number_format for place in ("A1", "A2", "B2", "A3")} == {"@"}


def test_a_number_is_a_number_and_a_text_that_looks_like_one_is_a_text() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(HEADER, ROWS, title="My team"))).active
    assert sheet is not None
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("00712", "s")
    assert (sheet["C2"].value, sheet["C2"].data_type) == (12, "n")
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet["A4"].hyperlink is None


@settings(max_examples=10)
@given(st.lists(texts, max_size=40))
def test_any_text_comes_back_unchanged(found: list[str]) -> None:
    rows = read_workbook(write_xlsx(["Number", "Name"], enumerate(found), title="List")).rows[1:]
    assert [(row[1] if len(row) > 1 else "") or "" for row in rows] == found


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1", "@x", " =1", "{=1}", "_x0041_", "a\r\nb", " a ", "<b>&</b>"])
def test_what_could_be_taken_for_something_else_is_a_text(text: str) -> None:
    assert one_cell(text) == text


def test_a_text_like_the_librarys_markup_cannot_break_the_file() -> None:
    assert one_cell("<r></c></r>") == " <r></c></r>"
    assert one_cell("Asha \ud800") == "Asha ?"
    assert len(str(one_cell("x" * (LONGEST_CELL + 1)))) == LONGEST_CELL


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My team", "My team"),
        ("Ward 1: [a]/b?*\\", "Ward 1   a  b"),
        ("", "Report"),
        ("'x'", "x"),
        ("y" * 40, "y" * 31),
    ],
)
def test_any_title_names_the_sheet(title: str, name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(["Name"], [], title=title)))
    assert book.sheetnames == [name]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert write_xlsx(HEADER, ROWS, title="List") == write_xlsx(HEADER, iter(ROWS), title="List")


def test_a_long_list_is_never_held_as_a_whole() -> None:
    def rows() -> Iterator[list[str | int | None]]:
        for number in range(1500):
            yield [f"Person {number} " + "x" * 100, number]

    tracemalloc.start()
    content = write_xlsx(["Name", "Number"], rows(), title="List")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(list(read_workbook(content).sheet.iter(f"{MAIN}row"))) == 1501
    assert peak < 900_000
