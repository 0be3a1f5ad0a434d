"""The table as an Excel workbook: every cell is text, nothing is worked out."""

import datetime
import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import xlsxwriter

from question_bank.errors import FormatError
from question_bank.formats.sheet.columns import MARK, PROOF, RIGHT, WRONG, cells_of, headings_for, homeless
from question_bank.formats.sheet.rows import is_heading_row, read_rows
from question_bank.formats.sheet.zipped import check_zip
from question_bank.formats.transfer import Incoming, Outgoing
from question_bank.model import Bank, DraftStatus, Kind, Proof

ROWS, COLUMNS, CELL = 20_000, 500, 32_767
_LAST_ROW = 1_048_576  # of any sheet

_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)  # the same bank, the same bytes
# What a workbook's XML cannot hold or its readers take for an escape: a backslash, x, four digits and a semicolon.
_UNSAFE = re.compile(
    r"\\(?=x[0-9a-f]{4};)|x(?=005F_)|x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
_OURS = re.compile(r"\\x([0-9a-f]{4});")
_THEIRS = re.compile(r"_x([0-9A-Fa-f]{4})_")


def write_xlsx(bank: Bank) -> Outgoing:
    """One sheet, headings frozen, lists to choose from where only some words are allowed."""
    headings = headings_for(bank.items)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _SETTINGS)
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Questions")
    bold, wrapped = (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "num_format": "@"}),
    )
    sheet.freeze_panes(1, 1)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, _width(heading), wrapped)
        if choices := _choices(heading):
            sheet.data_validation(1, column, ROWS, column, {"validate": "list", "source": choices})
    for row, item in enumerate(bank.items, start=1):
        for heading, cell in cells_of(item).items():
            text = _safe(cell)
            if len(text) > CELL:
                raise FormatError(
                    f"{item.id}: “{heading}” has {len(text)} characters; a cell of a workbook holds {CELL}"
                )
            if text:
                sheet.write_string(row, headings.index(heading), text, wrapped)
    book.close()
    return Outgoing(stream.getvalue(), homeless(bank))


def read_xlsx(content: bytes, *, name: str) -> Incoming:
    """The sheet that has our headings, else the first; formulas are read as the text they are."""
    check_zip(content, name=name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = [list(_rows(sheet, name)) for sheet in book.worksheets]
        book.close()
    except FormatError:
        raise
    except Exception as error:  # the library has no error of its own for a workbook that is not one
        raise FormatError(f"{name}: is not a workbook that can be read; save it again as .xlsx") from error
    ours = [rows for rows in sheets if is_heading_row(next(filter(None, rows), []))]
    return read_rows((ours or sheets or [[]])[0], name=name)


def _rows(sheet: Any, name: str) -> Iterator[list[str]]:
    """The cells of each row as text; a sheet of another size than any bank is refused before it is held in memory."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells and (number > ROWS or len(cells) > COLUMNS):
            raise FormatError(f"{name}: row {number}: a table may have {ROWS} rows and {COLUMNS} columns; split it")
        if number > _LAST_ROW:
            return
        yield cells


def _text(value: object) -> str:
    """A cell as it is shown: whole numbers without a point, dates as 2026-01-31."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    text = _THEIRS.sub(lambda found: chr(int(found[1], 16)), str(value))
    return _OURS.sub(lambda found: chr(int(found[1], 16)), text)


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\x{ord(found[0]):04x};", text)


def _width(heading: str) -> int:
    if heading == "question":
        return 60
    return 30 if heading[-1].isdecimal() or heading.endswith("rationale") else 14


def _choices(heading: str) -> list[str]:
    if heading.endswith(MARK):
        return [RIGHT, WRONG]
    if heading.endswith(PROOF):
        return [*Proof]
    return {"kind": [*Kind], "status": [*DraftStatus]}.get(heading, [])
