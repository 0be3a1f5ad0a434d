"""Rows as a CSV file that spreadsheets open as it is meant: every export of the service is written here."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that the file is UTF-8."""

# Characters nobody sees, which a spreadsheet may skip before it looks whether a cell is a formula.
_UNSEEN = (
    r"\s\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
)
# The wide signs are read as the narrow ones by some of them.
_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@\t\r\x00\uff1d\uff0b\uff0d\uff20]")

Value = str | int | None


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Value]], *, separator: str = ",") -> Iterator[bytes]:
    """The file line by line, as UTF-8 with CRLF; whole numbers stay numbers, None is an empty cell.

    Texts are quoted and kept as they are, leading zeros too; one that could be a formula gets a single quote before it.
    """
    line = _Line(BOM)
    # Quoting every text keeps one cell one cell also where a spreadsheet splits at semicolons.
    writer = csv.writer(line, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    for row in chain([header], rows):
        writer.writerow([_safe(value) for value in row])
        yield line.take()


def _safe(value: Value) -> str | int:
    if isinstance(value, str):
        first = value[:1]
        if first.isascii() and first.isalnum():  # as nearly all are
            return value
        return f"'{value}" if _FORMULA.match(value) else value
    return "" if value is None else value


class _Line:
    """The file that the writer believes it has: it holds one line at a time."""

    def __init__(self, text: str) -> None:
        self._text = text

    def write(self, text: str) -> int:
        self._text += text
        return len(text)

    def take(self) -> bytes:
        taken, self._text = self._text, ""
        return taken.encode("utf-8", errors="replace")
