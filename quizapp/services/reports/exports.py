"""Take a report away as a file: the words of the screen, and a note of who took how much of which report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.output.csv_file import Value, csv_lines
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.storage.transaction import transaction


@dataclass(frozen=True, slots=True)
class Table:
    """What a page shows as a table: its column headings and the words of its cells."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def export_csv(actor: Actor, table: Table, *, subject: str, now: datetime) -> Iterator[bytes]:
    """The table as a CSV file, line by line; `subject` says which report it is, such as "team report, quiz 3"."""
    demand(actor, Permission.SEE_TEAM)
    with transaction():
        audit.record(actor, "report exported", subject=subject, now=now, details={"rows": len(table.rows)})
    return csv_lines(table.header, table.rows)
