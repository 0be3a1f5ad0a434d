import datetime
import io
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.confined import take_apart
from question_bank.reader.sources.workbook.cells import read_workbook


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_are_read_as_they_are_shown_and_rows_keep_their_number() -> None:
    rows: list[list[object]] = [
        ["Title"],
        [],
        ["E-mail", "Date", "No"],
        ["a@b.example", datetime.datetime(2026, 6, 30), 7.0, "two\nlines"],
    ]
    assert read_workbook(workbook([], rows, [["other"]])).text == (
        "Title\n\nE-mail,Date,No\na@b.example,2026-06-30,7,two lines\n"
    )


def test_a_workbook_is_read_in_a_process_of_its_own() -> None:
    assert take_apart(workbook([["0012", "=1+1"]]), kind="workbook").text == "0012\n"


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 torn", b"name,e-mail\n", workbook([["x"]])[:-300], bomb(), workbook([["x"] * 201])],
    ids=["torn", "no workbook", "cut short", "explodes", "too wide"],
)
def test_what_is_no_workbook_or_too_much_of_one_is_refused(content: bytes) -> None:
    with pytest.raises(ReadError):
        read_workbook(content)
