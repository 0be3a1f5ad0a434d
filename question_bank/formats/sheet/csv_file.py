"""The table as CSV: no cell is ever a formula, and none is changed by that."""

import csv
import io
import re
from collections.abc import Iterator

from question_bank.errors import FormatError
from question_bank.formats.sheet.columns import cells_of, heading_of, headings_for, homeless
from question_bank.formats.sheet.rows import is_heading_row, read_rows
from question_bank.formats.transfer import LARGEST, Incoming, Outgoing, decode_text, encode_text
from question_bank.model import Bank

_BOM = "\ufeff"
_DELIMITERS = (",", ";", "\t")
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")


def write_csv(bank: Bank) -> Outgoing:
    """UTF-8 with a mark, as spreadsheets want it; what could be taken for a formula has an apostrophe in front."""
    headings = headings_for(bank.items)
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(headings)
    for item in bank.items:
        cells = cells_of(item)
        writer.writerow([_guard(cells.get(heading, "")) for heading in headings])
    return Outgoing(encode_text(_BOM + table.getvalue()), homeless(bank))


def read_csv(content: bytes, *, name: str) -> Incoming:
    """Comma, semicolon or tab between the cells; the apostrophe in front of what looks like a formula is taken off."""
    text = _without_separator_line(decode_text(content, name=name))
    return read_rows(_rows(text, _delimiter(text), name), name=name)


def is_csv(text: str) -> bool:
    """Whether the first line with anything in it names our columns."""
    text = _without_separator_line(text)
    return is_heading_row(_first_row(text, _delimiter(text)))


def _rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield [_unguard(cell) for cell in row]
    except csv.Error as error:
        raise FormatError(f"{name}: line {reader.line_num}: is not CSV: {error}") from error


def _delimiter(text: str) -> str:
    """The one that makes most known headings of the first row."""
    found = [sum(map(bool, map(heading_of, _first_row(text, delimiter)))) for delimiter in _DELIMITERS]
    return _DELIMITERS[found.index(max(found))]


def _first_row(text: str, delimiter: str) -> list[str]:
    start = text.lstrip("\r\n,;\t ")
    try:
        return next(csv.reader(io.StringIO(start[:100_000], newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _without_separator_line(text: str) -> str:
    """Spreadsheets may begin a file with a line that names its delimiter."""
    return re.sub(r"\Asep=.\r?\n", "", text)


def _guard(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
