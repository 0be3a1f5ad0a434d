"""Take a report away as a file: the words of the screen, and a note of who took how much of which report."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.output.csv_file import Value, csv_lines
from quizapp.output.json_file import json_lines
from quizapp.output.xlsx_file import write_xlsx
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict
from quizapp.storage.transaction import transaction

MOST_XLSX_ROWS = 100_000
TOO_LONG = (
    "An Excel file here holds up to 100,000 rows, and this list is longer. Take the CSV file, which has no limit."
)


class FileKind(StrEnum):
    """What a report can be taken away as; the value is the ending of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself, in words: "My team", "Our values", "As at 10am on 30 June 2026"."""

    report: str = "Report"
    quiz: str = ""
    as_at: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What a page shows as a table: its column headings and the words of its cells.

    `rows` may be taken once only, as they come; `count` then says how many there will be, where that is known.
    """

    header: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
    about: About = About()
    count: int | None = None

    @property
    def row_count(self) -> int | None:
        """How many rows there are; None where only taking them tells."""
        return len(self.rows) if self.count is None and isinstance(self.rows, Sized) else self.count


def export(actor: Actor, table: Table, *, kind: FileKind, subject: str, now: datetime) -> Iterator[bytes]:
    """The table as a file, piece by piece; `subject` says which report it is, such as "team report, quiz 3".

    Raises Conflict where an Excel file is asked for and the table is too long for one.
    """
    demand(actor, Permission.SEE_TEAM)
    file = _write(table, kind)
    with transaction():
        details = {"rows": table.row_count, "file": kind.value}
        audit.record(actor, "report exported", subject=subject, now=now, details=details)
    return file


def _write(table: Table, kind: FileKind) -> Iterator[bytes]:
    about = table.about
    match kind:
        case FileKind.CSV:
            return csv_lines(table.header, table.rows)
        case FileKind.JSON:
            head = {"report": about.report, "quiz": about.quiz, "as_at": about.as_at}
            return json_lines(table.header, table.rows, head=head)
        case FileKind.XLSX:
            footer = ". ".join(words for words in (about.quiz, about.as_at) if words)
            return iter([write_xlsx(table.header, _few_enough(table), title=about.report, footer=footer)])


def _few_enough(table: Table) -> Iterator[Sequence[Value]]:
    if (table.row_count or 0) > MOST_XLSX_ROWS:
        raise Conflict(TOO_LONG)
    for number, row in enumerate(table.rows):
        if number == MOST_XLSX_ROWS:
            raise Conflict(TOO_LONG)
        yield row
