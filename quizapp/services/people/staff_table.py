"""The cells of a CSV file as spreadsheets write it: any usual encoding and separator, lines above the heading."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from quizapp.services.errors import Invalid

SEPARATORS = (",", ";", "\t")
LINES_ABOVE = 20
"""A report may print its title and date above the heading; further down nobody would look for it."""

MIXED = "The file mixes two ways of writing letters. Save it as “CSV UTF-8”, then load it again."
NOT_CSV = "This is not a CSV file. Save the sheet as CSV, then load it again."
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """The heading and the rows below it that hold anything, each with the line it begins on, from 1."""

    separator: str
    heading: list[str]
    rows: tuple[Row, ...]


def read_table(data: bytes, *, is_heading: Callable[[list[str]], bool]) -> Table:
    """Find the heading and read what is below it; raises Invalid where the file is no CSV.

    Where no line is a heading, the first one that holds anything is taken for it.
    """
    text = _decode(data)
    separator = _find_separator(text, is_heading)
    rows = list(_read_rows(text, separator))
    if not rows:
        raise Invalid("file", "The file is empty.")
    place = next((place for place, (_, cells) in enumerate(rows[:LINES_ABOVE]) if is_heading(cells)), 0)
    return Table(separator, rows[place][1], tuple(rows[place + 1 :]))


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            if re.search("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€", text):
                raise Invalid("file", MIXED) from None
    if "\x00" in text or data.startswith(b"PK\x03\x04"):
        raise Invalid("file", NOT_CSV)
    return text


def _find_separator(text: str, is_heading: Callable[[list[str]], bool]) -> str:
    for separator in SEPARATORS:
        if any(is_heading(cells) for _, cells in islice(_read_rows(text, separator, strict=False), LINES_ABOVE)):
            return separator
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _read_rows(text: str, separator: str, *, strict: bool = True) -> Iterator[Row]:
    """Strict about quotation marks: one that is never closed would swallow the people below it without a word."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        if strict:
            reason = f"Line {line} cannot be read as CSV ({error}). Look for a quotation mark that is not closed."
            raise Invalid("file", reason) from error
