"""The words of the page about staff time: hours by month, and what asking everybody again would cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.oversight.staff_time import StaffTime
from quizapp.web.reports.oversight.choosing import Heading, present_heading
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import count, long_date, number
from quizapp.web.shell.parts import Cell, Column, SummaryRow
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file

COLUMNS = (
    Column("Month"),
    Column("People", numeric=True),
    Column("Attempts", numeric=True),
    Column("Hours", numeric=True),
)
HOUR, MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class TimePage:
    """Everything the page shows."""

    heading: Heading
    sentence: str
    cost: str
    facts: tuple[SummaryRow, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    learning: str
    downloads: Downloads | None


def present_time(found: StaffTime, *, learning: str, files: Mapping[FileKind, str] | None) -> TimePage:
    """The page; `files` are where its table can be taken away, for who may."""
    query = {"quiz": str(found.head.quiz_id)}
    return TimePage(
        heading=present_heading(found.head),
        sentence=_sentence(found),
        cost=_cost(found),
        facts=_facts(found) if found.people else (),
        columns=COLUMNS,
        rows=_rows(found),
        learning=address(learning, query),
        downloads=offer_files(files, query, what="table") if files and found.months else None,
    )


def time_file(found: StaffTime) -> Table:
    """The table by month as a file."""
    rows = [[cell.text for cell in row] for row in _rows(found)]
    return Table(tuple(column.text for column in COLUMNS), rows, about=about_file(found.head, "Staff time"))


def duration(seconds: int) -> str:
    """6 minutes, 14 hours: minutes up to two hours, to the nearest whole one."""
    if seconds < 2 * HOUR:
        return count((seconds + MINUTE // 2) // MINUTE, "minute")
    return count((seconds + HOUR // 2) // HOUR, "hour")


def _sentence(found: StaffTime) -> str:
    if not found.people:
        return "Nobody has answered a question yet."
    has = "has" if found.people == 1 else "have"
    spent = f"{count(found.people, 'person', many='people')} {has} spent {duration(found.seconds)} on this quiz"
    return f"{spent}: staff of every type, those who have left since among them."


def _cost(found: StaffTime) -> str:
    asked = count(found.in_post, "person", many="people")
    each = duration(found.requiz_seconds)
    whole = duration(found.in_post * found.requiz_seconds)
    words = f"Asking staff of every type who are in post again would ask {asked}"
    if found.is_measured:
        return f"{words}: at the average so far of {each} a person, all tries together, about {whole}."
    words = f"{words} for about {each} each: about {whole}."
    return f"{words} The {each} are what a quiz is meant to take, until 10 people have taken it."


def _facts(found: StaffTime) -> tuple[SummaryRow, ...]:
    return (
        SummaryRow("People who answered a question", number(found.people)),
        SummaryRow("Attempts with an answer", number(found.attempts)),
        SummaryRow("Time in all", duration(found.seconds)),
        SummaryRow("Time of the person in the middle, all tries together", duration(found.median_seconds or 0)),
    )


def _rows(found: StaffTime) -> list[list[Cell]]:
    return [
        [
            Cell(long_date(one.month).removeprefix("1 ")),
            Cell(number(one.people)),
            Cell(number(one.attempts)),
            Cell(f"{one.seconds // HOUR:,}.{one.seconds % HOUR * 10 // HOUR}"),
        ]
        for one in found.months
    ]
