"""Rows as an Excel workbook of one sheet: what a screen shows, nothing hidden, nothing worked out."""

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import xlsxwriter

Value = str | int | None

LONGEST_CELL = 32_767
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)  # the same rows, the same bytes
# Text stays text also when somebody edits the cell: a leading zero is kept, and nothing becomes a formula.
_AS_TEXT = {"num_format": "@"}
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_UTF_8 = re.compile(r"[\ud800-\udfff]")
_TAKEN_FOR_MARKUP = re.compile(r"<r>.*</r>", re.DOTALL)
_LONGEST_NAME, _LONGEST_FOOTER = 31, 200
_MEASURED_ROWS = 200
_NARROWEST, _WIDEST = 8, 50


def write_xlsx(header: Sequence[str], rows: Iterable[Sequence[Value]], *, title: str, footer: str = "") -> bytes:
    """The workbook; texts are kept as they are, whole numbers are numbers, None is an empty cell.

    `title` names the sheet, `footer` stands below each printed page. Rows are taken one by one and not kept.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _SETTINGS) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet(_sheet_name(title))
        bold, as_text = book.add_format({"bold": True, **_AS_TEXT}), book.add_format(_AS_TEXT)
        _set_out(sheet, footer)
        ahead, rest = _look_ahead(rows)
        for column, width in _widths(header, ahead).items():
            sheet.set_column(column, column, width)
        for column, heading in enumerate(header):
            sheet.write_string(0, column, _kept(heading), bold)
        for number, row in enumerate(chain(ahead, rest), start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, _kept(value), as_text)
                elif value is not None:
                    sheet.write_number(number, column, value)
    return stream.getvalue()


def _set_out(sheet: Any, footer: str) -> None:
    """The header row stays in sight, on the screen and on each printed page, which is as wide as the table."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{_kept(footer)[:_LONGEST_FOOTER].replace('&', '&&')}&RPage &P of &N")


def _look_ahead(rows: Iterable[Sequence[Value]]) -> tuple[list[Sequence[Value]], Iterator[Sequence[Value]]]:
    rest = iter(rows)
    return list(islice(rest, _MEASURED_ROWS)), rest


def _widths(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Mapping[int, int]:
    """As wide as the first rows need, within reason."""
    longest = dict(enumerate(len(heading) + 2 for heading in header))
    for row in rows:
        for column, value in enumerate(row):
            longest[column] = max(longest.get(column, 0), len(str(value)))
    return {column: min(max(width, _NARROWEST), _WIDEST) for column, width in longest.items()}


def _kept(text: str) -> str:
    """The text as far as a cell can hold it; what UTF-8 cannot say is a question mark, as in the other files.

    The library writes a text that looks like its own markup as markup, so such a one gets a blank before it.
    """
    said = _NOT_IN_UTF_8.sub("?", text)
    return (f" {said}" if _TAKEN_FOR_MARKUP.fullmatch(said) else said)[:LONGEST_CELL]


def _sheet_name(title: str) -> str:
    """The title, less what a sheet may not be called."""
    return _NOT_IN_A_NAME.sub(" ", _kept(title))[:_LONGEST_NAME].strip("' ") or "Report"
