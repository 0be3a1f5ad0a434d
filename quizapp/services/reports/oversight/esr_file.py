"""A file taken out of ESR: who achieved the competence and when; nothing of it is kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from question_bank.errors import ReadError
from question_bank.reader.sources.confined import take_apart
from quizapp.services.errors import Invalid
from quizapp.services.people.staff_file import fold_cell, read_date
from quizapp.services.people.staff_table import read_table

HEADINGS = {
    "email": (
        "e-mail",
        "email",
        "email address",
        "e-mail address",
        "work email",
        "work e-mail",
        "office email address",
        "employee (e-mail)",
    ),
    "name": ("name", "full name", "employee name", "employee full name"),
    "first_name": ("first name", "forename", "preferred name", "known as"),
    "last_name": ("last name", "surname", "family name"),
    "on": (
        "date achieved",
        "achieved date",
        "competence achieved date",
        "date from",
        "certification date",
        "completion date",
    ),
    "achieved": (
        "competence achieved",
        "achieved",
        "status",
        "competence status",
        "compliance status",
        "compliant",
        "sum achieved",
    ),
    "until": ("date to", "expiry date", "expires", "expires on", "next certification date"),
    "competence": ("competence name", "competence", "competency", "competency name", "requirement", "subject"),
}
"""What we look for, and the headings it goes by; other columns are not read and not kept."""

YES = frozenset(
    {"achieved", "yes", "y", "1", "true", "compliant", "complete", "completed", "current", "green", "passed"}
)
NO = frozenset(
    {
        "",
        "not achieved",
        "no",
        "n",
        "0",
        "false",
        "not compliant",
        "non compliant",
        "non-compliant",
        "incomplete",
        "not complete",
        "not completed",
        "required",
        "outstanding",
        "expired",
        "red",
        "missing",
    }
)
FOR_GOOD = re.compile(r"31.(12|dec).4712|4712.?12.?31", re.IGNORECASE)
"""How ESR writes the end of what has none."""
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 200
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class EsrRow:
    """What ESR says of one person; `line` is the first in the file that names them, `on` the newest achievement."""

    line: int
    name: str
    email: str
    achieved: bool
    on: date | None

    def joined(self, other: "EsrRow") -> "EsrRow":
        """With what another line says of the same person: achieved in one is achieved, and the newest date counts."""
        days = [day for day in (self.on, other.on) if day is not None]
        return replace(self, achieved=self.achieved or other.achieved, on=max(days, default=None))


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that says nothing we can use, the column at fault, and why."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class EsrFile:
    """The people of a file, what could not be read, and the columns that were not needed."""

    rows: tuple[EsrRow, ...]
    unread: tuple[Unread, ...]
    ignored_columns: tuple[str, ...]


def read_esr_file(data: bytes, *, competence: str | None, on: date) -> EsrFile:
    """The people of a CSV or Excel file by what they achieved and still hold on a day.

    Raises Invalid("file") where it is neither, lacks a column, or does not say which competence it is about.
    """
    table = read_table(_as_csv(data), is_heading=lambda cells: not _missing(_find_columns(cells)))
    columns = _find_columns(table.heading)
    if missing := _missing(columns):
        raise Invalid("file", f"The heading names no column for {missing}. Name one so, then choose the file again.")
    if len(table.heading) > MOST_COLUMNS:
        raise Invalid("file", f"The file has more than {MOST_COLUMNS} columns. Leave out those of other competences.")
    if len(table.rows) > MOST_ROWS:
        raise Invalid("file", f"The file has more than {MOST_ROWS:,} rows. Leave other competences out of it.")
    rows = [(line, {field: _cell(cells, place) for field, place in columns.items()}) for line, cells in table.rows]
    about = list(_choose(rows, competence)) if "competence" in columns else rows
    read = [_read_row(line, text, on) for line, text in about]
    used = set(columns.values())
    return EsrFile(
        rows=_merge(one for one in read if isinstance(one, EsrRow)),
        unread=tuple(one for one in read if isinstance(one, Unread)),
        ignored_columns=tuple(
            fold_cell(cell)[:LONGEST_CELL]
            for place, cell in enumerate(table.heading)
            if place not in used and cell.strip()
        ),
    )


def fold_name(name: str) -> str:
    """A name to compare by: “Rahman, Asha (Dr)” and “asha rahman” are the same."""
    name = re.sub(r"\([^)]*\)", " ", name)
    last, comma, first = name.partition(",")
    words = re.sub(r"[^\w'’-]+", " ", f"{first} {last}" if comma else name).casefold().split()
    return " ".join(word for word in words if word not in {"mr", "mrs", "ms", "miss", "mx", "dr", "prof"})


def _as_csv(data: bytes) -> bytes:
    if not data.startswith(b"PK\x03\x04"):
        return data
    try:
        return take_apart(data, kind="workbook").text.encode()
    except ReadError as error:
        raise Invalid(
            "file", "This Excel file could not be read. Save the sheet as CSV, then choose that file."
        ) from error


def _find_columns(heading: list[str]) -> dict[str, int]:
    """Where each field stands; of several headings for one field the first in our list counts."""
    names = [fold_cell(cell.replace("’", "'").replace("_", " ")).lower() for cell in heading]
    return {field: names.index(known) for field, words in HEADINGS.items() for known in words[::-1] if known in names}


def _missing(columns: dict[str, int]) -> str:
    """What a file cannot do without, in words; nothing where it is all there."""
    if not {"achieved", "on"} & columns.keys():
        return "what was achieved (such as “Date achieved” or “Status”)"
    has_person = {"email", "name"} & columns.keys() or {"first_name", "last_name"} <= columns.keys()
    return "" if has_person else "the person (such as “E-mail” or “Name”)"


def _cell(cells: list[str], place: int) -> str:
    return fold_cell(cells[place]) if place < len(cells) else ""


def _choose(rows: list[tuple[int, dict[str, str]]], competence: str | None) -> Iterable[tuple[int, dict[str, str]]]:
    """The lines about the competence of the quiz; where only one is named at all, it is that one."""
    named = dict.fromkeys(text["competence"] for _, text in rows if text["competence"])
    if len(named) < 2 and competence is None:
        return rows
    if competence is None:
        raise Invalid("file", f"The file is about {len(named)} competences. Say in the settings what ESR calls yours.")
    chosen = [row for row in rows if row[1]["competence"].casefold() == competence.casefold()]
    if not chosen:
        listed = ", ".join(f"“{name}”" for name in list(named)[:MOST_NAMED])
        raise Invalid("file", f"No line is about “{competence}”, as the settings name it. The file has {listed}.")
    return chosen


def _read_row(line: int, text: dict[str, str], on: date) -> EsrRow | Unread:
    for field, cell in text.items():
        if len(cell) > LONGEST_CELL:
            return Unread(line, field, f"The cell is longer than {LONGEST_CELL} characters.")
    name = text.get("name") or " ".join(text.get(part, "") for part in ("first_name", "last_name")).strip()
    email = text.get("email", "").lower()
    if not name and not email:
        return Unread(line, "name", "The line names nobody.")
    said = {field: text[field] for field in ("achieved", "on") if text.get(field)}
    for field, cell in said.items():
        if read_date(cell) is None and cell.lower() not in YES | NO:
            reason = f"“{cell}” is no date and no status we know. Write a date, or “achieved” or “not achieved”."
            return Unread(line, field, reason)
    ends = text.get("until", "")
    until = None if not ends or FOR_GOOD.search(ends) else read_date(ends)
    if ends and until is None and not FOR_GOOD.search(ends):
        return Unread(line, "until", f"“{ends}” is not a date. Write it as 2026-01-31.")
    day = max(filter(None, map(read_date, said.values())), default=None)
    is_denied = any(cell.lower() in NO for cell in said.values())
    holds = bool(said) and not is_denied and (day is None or day <= on) and (until is None or until >= on)
    return EsrRow(line, name, email, achieved=holds, on=day if holds else None)


def _merge(rows: Iterable[EsrRow]) -> tuple[EsrRow, ...]:
    """One row a person: ESR has a line for each post."""
    found: dict[str, EsrRow] = {}
    for row in rows:
        key = row.email or f"name {fold_name(row.name)}"
        found[key] = found[key].joined(row) if key in found else row
    return tuple(found.values())
