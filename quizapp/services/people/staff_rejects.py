"""The lines of a staff file that cannot be loaded, as a file that can be corrected and loaded."""

from collections import defaultdict
from collections.abc import Sequence

from quizapp.output.csv_file import csv_lines
from quizapp.services.people.staff_file import Reject, is_staff_heading
from quizapp.services.people.staff_table import read_table

ADDED = ("Line in the first file", "What to correct")
"""Columns beside those of the file; loading does not read them."""


def write_rejects(data: bytes, rejects: Sequence[Reject]) -> bytes:
    """The heading and the rejected lines of a staff file, each with what is wrong; as spreadsheets open CSV."""
    table = read_table(data, is_heading=is_staff_heading)
    kept = [place for place, cell in enumerate(table.heading) if cell not in ADDED]
    reasons: dict[int, list[str]] = defaultdict(list)
    for reject in rejects:
        reasons[reject.line].append(f"{reject.column}: {reject.reason}")
    header = [*(table.heading[place] for place in kept), *ADDED]
    rows: list[list[str | int | None]] = [
        [*(cells[place] if place < len(cells) else "" for place in kept), line, " ".join(reasons[line])]
        for line, cells in table.rows
        if line in reasons
    ]
    return b"".join(csv_lines(header, rows, separator=table.separator))
