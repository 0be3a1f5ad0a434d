"""A staff file as rows: known headings, dates as they are written in Britain, and a reason for each reject."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.assessment.population import StaffType
from quizapp.services.errors import Invalid
from quizapp.services.lengths import LONGEST_NAME
from quizapp.services.people.people import is_email
from quizapp.services.people.staff_table import read_table

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
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%b-%Y", "%d %b %Y", "%d %B %Y")
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
    """What a file holds: people, rejects, columns that were not needed, and every address, those of rejects too."""

    rows: tuple[StaffRow, ...]
    rejects: tuple[Reject, ...]
    ignored_columns: tuple[str, ...]
    addresses: frozenset[str]


def read_staff_file(data: bytes) -> StaffFile:
    """Rows and rejects of a CSV file; raises Invalid where it is not one or lacks a column."""
    table = read_table(data, is_heading=is_staff_heading)
    columns = _find_columns(table.heading)
    missing = _missing_columns(columns)
    if missing:
        raise Invalid("file", f"The heading names no column for: {', '.join(missing)}.")
    if len(table.rows) > MOST_ROWS:
        raise Invalid("file", f"The file has more than {MOST_ROWS:,} rows. Load it in parts.")
    rows: list[StaffRow] = []
    rejects: list[Reject] = []
    seen: dict[str, int] = {}
    for line, cells in table.rows:
        text = {field: fold_cell(cells[place]) if place < len(cells) else "" for field, place in columns.items()}
        found = _read_row(line, text)
        rejects.extend(found if isinstance(found, list) else _find_twin(found, seen))
        seen.setdefault(text["email"].lower(), line)
        if isinstance(found, StaffRow) and seen[found.email] == line:
            rows.append(found)
    return StaffFile(tuple(rows), tuple(rejects), _ignored_columns(table.heading, columns), frozenset(seen))


def is_staff_heading(cells: list[str]) -> bool:
    """Whether a line names every column that a staff file must have."""
    return not _missing_columns(_find_columns(cells))


def fold_cell(text: str) -> str:
    """Without the quote that our own files put before what could be a formula."""
    return re.sub(r"^'(?=[=+\-@])", "", " ".join(text.split()))


def read_date(text: str) -> date | None:
    """A day between 1950 and 2100; a time of midnight behind it, as databases write it, does no harm."""
    text = re.sub(r"[ T]00:00(:00)?(\.0+)?$", "", text)
    if re.fullmatch(r"\d{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    for known in DATE_FORMATS:
        try:
            day = datetime.strptime(text, known).date()
        except ValueError:
            continue
        return day if 1950 <= day.year <= 2100 else None
    return None


def _find_columns(heading: list[str]) -> dict[str, int]:
    """Where each of our fields stands; of several headings for one field the first in our list counts."""
    names = [fold_cell(cell.replace("’", "'").replace("_", " ")).lower() for cell in heading]
    return {field: names.index(known) for field, words in HEADINGS.items() for known in words[::-1] if known in names}


def _missing_columns(columns: dict[str, int]) -> list[str]:
    return [words[0] for field, words in HEADINGS.items() if field not in columns and field not in OPTIONAL]


def _ignored_columns(heading: list[str], columns: dict[str, int]) -> tuple[str, ...]:
    used = set(columns.values())
    return tuple(fold_cell(cell) for place, cell in enumerate(heading) if place not in used and cell.strip())


def _read_row(line: int, text: dict[str, str]) -> StaffRow | list[Reject]:
    start, staff_type = read_date(text["start_date"]), _read_staff_type(text["staff_type"])
    manager = text.get("manager_email", "").lower()
    rejects = [
        Reject(line, HEADINGS[field][0], reason)
        for field, reason in (
            ("name", _find_fault(text["name"], "There is no name.")),
            ("email", None if is_email(text["email"]) else f"“{text['email']}” is not an e-mail address."),
            ("team", _find_fault(text["team"], "There is no team.")),
            ("manager_email", None if not manager or is_email(manager) else f"“{manager}” is not an e-mail address."),
            ("start_date", None if start else f"“{text['start_date']}” is not a date. Write it as 2026-01-31."),
            ("staff_type", None if staff_type else f"“{text['staff_type']}” is not one of: {', '.join(StaffType)}."),
        )
        if reason is not None
    ]
    if rejects or start is None or staff_type is None:
        return rejects
    return StaffRow(line, text["name"], text["email"].lower(), text["team"], manager or None, start, staff_type)


def _find_fault(text: str, if_empty: str) -> str | None:
    if not text:
        return if_empty
    if len(text) > LONGEST_NAME:
        return f"It has {len(text)} characters. Use {LONGEST_NAME} or fewer."
    if not text.isprintable():
        return "It has a character that cannot be printed."
    if "\ufffd" in text:
        return "It has a letter that could not be read. Save the file as “CSV UTF-8”."
    return None


def _find_twin(row: StaffRow, seen: dict[str, int]) -> Iterable[Reject]:
    first = seen.get(row.email, row.line)
    if first != row.line:
        yield Reject(row.line, HEADINGS["email"][0], f"{row.email} stands on line {first} already.")


def _read_staff_type(text: str) -> StaffType | None:
    folded = re.sub(r"[\s_]+", " ", text.lower())
    if folded in STAFF_TYPE_WORDS:
        return STAFF_TYPE_WORDS[folded]
    return next((kind for kind in StaffType if folded == kind.value), None)
