"""An Excel file as CSV text: its first sheet with anything on it, a line a row, so that lines count as rows do."""

import csv
import datetime
import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.zipped import find_excess

MOST_ROWS, MOST_COLUMNS = 50_000, 200


def read_workbook(content: bytes) -> Extract:
    """The cells as they are shown; formulas count as what they came to when the file was saved."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            excess = find_excess(archive.infolist())
    except (BadZipFile, ValueError, OSError) as error:
        raise ReadError("is damaged, or locked with a password; save it again as .xlsx") from error
    if excess:
        raise ReadError(f"{excess}; save the sheet as CSV")
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = (list(_rows(sheet)) for sheet in book.worksheets)
        rows = next((rows for rows in sheets if any(map(any, rows))), [])
    except ReadError:
        raise
    except Exception as error:  # the library has no error of its own for a workbook that is not one
        raise ReadError("is not a workbook that can be read; save it again as .xlsx") from error
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return Extract(text.getvalue())


def _rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells and (number > MOST_ROWS or len(cells) > MOST_COLUMNS):
            raise ReadError(f"has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns; leave some out")
        if number > MOST_ROWS * 2:
            return  # rows that hold nothing, to the end of the sheet
        yield cells


def _text(value: object) -> str:
    """Whole numbers without a point, dates as 2026-01-31, everything on one line."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return " ".join(str(value).split())
