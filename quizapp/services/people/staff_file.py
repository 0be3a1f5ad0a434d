"""A staff file as rows: any encoding and separator Excel writes, known headings, and a reason for each reject."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.assessment.population import StaffType
from quizapp.services.errors import Invalid
from quizapp.services.people.people import is_email

HEADINGS = {
    "name": ("name", "full name", "employee name"),
    "email": ("e-mail", "email", "email address", "e-mail address", "work email"),
    "team": ("team", "department", "organisation unit", "ward"),
    "manager_email": ("manager's e-mail", "manager's email", "manager e-mail", "manager email", "line manager email"),
    "start_date": ("start date", "hire date", "latest start date", "date started"),
    "staff_type": ("staff type", "contract type", "assignment category"),
}
"""Our field, and the headings it goes by; other columns are not read, not stored and named in the report."""

OPTIONAL = frozenset({"manager_email"})
STAFF_TYPE_WORDS = {
    "fixed term": StaffType.FIXED_TERM,
    "fixed term temp": StaffType.FIXED_TERM,
    "locum": StaffType.FIXED_TERM,
}
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%b-%Y", "%d %B %Y", "%Y%m%d")
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person of the file; `line` is where they stand in it."""

    line: int
    name: str
    email: str
    team: str
    manager_email: str | None
    start_date: date
    staff_type: StaffType


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that cannot be loaded, the column at fault, and why."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class StaffFile:
    """What a file holds: people, rejects, and the columns that were not needed."""

    rows: tuple[StaffRow, ...]
    rejects: tuple[Reject, ...]
    ignored_columns: tuple[str, ...]


def read_staff_file(data: bytes) -> StaffFile:
    """Rows and rejects of a CSV file; raises Invalid where it is not one or lacks a column."""
    text = _decode(data)
    if not text.strip():
        raise Invalid("file", "The file is empty.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_find_separator(text.splitlines()[0]))
    try:
        heading = next(reader)
        columns, ignored = _match_columns(heading)
        rows: list[StaffRow] = []
        rejects: list[Reject] = []
        seen: dict[str, int] = {}
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(rows) + len(rejects) >= MOST_ROWS:
                raise Invalid("file", f"The file has more than {MOST_ROWS:,} rows. Load it in parts.")
            found = _read_row(reader.line_num, cells, columns)
            rejects.extend(found if isinstance(found, list) else _find_twin(found, seen))
            if isinstance(found, StaffRow) and seen.get(found.email) == found.line:
                rows.append(found)
    except csv.Error as error:
        raise Invalid("file", f"Line {reader.line_num} is not CSV: {error}.") from error
    return StaffFile(tuple(rows), tuple(rejects), ignored)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Invalid("file", "This is not a CSV file. Save the sheet as CSV, then load it again.")
    return text


def _find_separator(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _match_columns(heading: list[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    names = [_fold_heading(cell) for cell in heading]
    columns = {
        field: names.index(known) for field, words in HEADINGS.items() for known in words[::-1] if known in names
    }
    missing = [words[0] for field, words in HEADINGS.items() if field not in columns and field not in OPTIONAL]
    if missing:
        raise Invalid("file", f"The first line names no column for: {', '.join(missing)}.")
    used = set(columns.values())
    return columns, tuple(cell.strip() for place, cell in enumerate(heading) if place not in used and cell.strip())


def _fold_heading(cell: str) -> str:
    return " ".join(cell.replace("’", "'").replace("_", " ").lower().split())


def _read_row(line: int, cells: list[str], columns: dict[str, int]) -> StaffRow | list[Reject]:
    text = {field: " ".join(cells[place].split()) if place < len(cells) else "" for field, place in columns.items()}
    start, staff_type = _read_date(text["start_date"]), _read_staff_type(text["staff_type"])
    manager = text.get("manager_email", "").lower()
    rejects = [
        Reject(line, HEADINGS[field][0], reason)
        for field, wrong, reason in (
            ("name", not text["name"], "There is no name."),
            ("email", not is_email(text["email"]), f"“{text['email']}” is not an e-mail address."),
            ("team", not text["team"], "There is no team."),
            ("manager_email", bool(manager) and not is_email(manager), f"“{manager}” is not an e-mail address."),
            ("start_date", start is None, f"“{text['start_date']}” is not a date. Write it as 2026-01-31."),
            ("staff_type", staff_type is None, f"“{text['staff_type']}” is not one of: {', '.join(StaffType)}."),
        )
        if wrong
    ]
    if rejects or start is None or staff_type is None:
        return rejects
    return StaffRow(line, text["name"], text["email"].lower(), text["team"], manager or None, start, staff_type)


def _find_twin(row: StaffRow, seen: dict[str, int]) -> Iterable[Reject]:
    first = seen.setdefault(row.email, row.line)
    if first != row.line:
        yield Reject(row.line, HEADINGS["email"][0], f"{row.email} stands on line {first} already.")


def _read_date(text: str) -> date | None:
    for known in DATE_FORMATS:
        try:
            day = datetime.strptime(text, known).date()
        except ValueError:
            continue
        return day if 1950 <= day.year <= 2100 else None
    return None


def _read_staff_type(text: str) -> StaffType | None:
    folded = re.sub(r"[\s_]+", " ", text.lower())
    if folded in STAFF_TYPE_WORDS:
        return STAFF_TYPE_WORDS[folded]
    return next((kind for kind in StaffType if folded == kind.value), None)
