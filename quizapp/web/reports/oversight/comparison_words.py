"""The words of the comparison with a file from ESR: how people stand in both, what to do, and who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.reports.exports import Table
from quizapp.services.reports.oversight.reconciliation import Compared, Comparison, Difference
from quizapp.web.reports.oversight.choosing import Heading, present_heading
from quizapp.web.shell.filters import count, listed, long_date, number, part_of
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.people_table import about_file

MOST_SHOWN = 200
MOST_UNREAD = 20
NOT_PASSED, NOT_COUNTED = "No valid pass", "Not counted here"
NOT_ACHIEVED, NO_DATE, NO_LINE = "Not achieved", "Achieved, no date given", "No line"
STRANGERS = (Difference.NOT_COUNTED, Difference.NOT_ON_FILE, Difference.UNCLEAR)
COUNTS = (Column("How they stand"), Column("People", numeric=True), Column("What to do"))
PEOPLE = (Column("Name"), Column("E-mail"), Column("Team"), Column("Passed here"), Column("In ESR"), Column("Line"))
WORDS: Mapping[Difference, tuple[str, str]] = {
    Difference.TO_BE_LOADED: ("Passed here, not achieved in ESR", "Load them: take the completions for ESR."),
    Difference.TO_BE_LOADED_NO_LINE: (
        "Passed here, and no line in the file",
        "Load them where the file was meant to list those who achieved it. Else ask why ESR does not have them.",
    ),
    Difference.ONLY_IN_ESR: (
        "Achieved in ESR, no valid pass here",
        "Ask where it was recorded. A pass here comes from an attempt alone.",
    ),
    Difference.DATES_DIFFER: (
        "Passed in both, on different days",
        "Nothing for the rate. Load the file again where ESR should have our day.",
    ),
    Difference.NOT_IN_FILE: (
        "No pass here, and no line in the file",
        "Nothing, where the file lists those who achieved it. Else check that they are in ESR.",
    ),
    Difference.NOT_COUNTED: (
        "In the file, and not counted here",
        "They have left, start later, are agency staff, volunteers or students, or do not have the quiz.",
    ),
    Difference.NOT_ON_FILE: ("In the file, and unknown here", "Load the staff file again, or correct the address."),
    Difference.UNCLEAR: ("In the file with a name that fits several people", "Add the e-mail address to the file."),
    Difference.IN_BOTH: ("The same in both: passed", "Nothing."),
    Difference.IN_NEITHER: ("The same in both: not passed", "Nothing."),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The people who stand in one way, as far as a page can take them; `key` is where the counts lead to."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    note: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The counts of all ways, and the people of each."""

    heading: Heading
    sentence: str
    dropped: str
    unread: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    parts: tuple[Part, ...]


def present_comparison(found: Comparison) -> ComparisonPage:
    """The page."""
    ours, theirs = found.ours, found.theirs
    return ComparisonPage(
        heading=present_heading(found.head),
        sentence=f"{part_of(ours.count, ours.of)} people in post hold a valid pass here,"
        f" and {part_of(theirs.count, theirs.of)} in the file have achieved it.",
        dropped=_dropped(found.ignored_columns),
        unread=_unread(found),
        columns=COUNTS,
        rows=[_count_row(one, found) for one in Difference],
        parts=tuple(_part(one, found) for one in Difference if found.counts.get(one)),
    )


def comparison_file(found: Comparison) -> Table:
    """Everybody, with how they stand."""
    header = ("How they stand", *(column.text for column in PEOPLE))
    rows = [[WORDS[one.difference][0], *(cell.text for cell in _cells(one))] for one in found.people]
    return Table(header, rows, about=about_file(found.head, "Comparison with ESR"))


def _dropped(columns: Sequence[str]) -> str:
    if not columns:
        return ""
    words = count(len(columns), "column was", many="columns were")
    return f"{words} not needed, so not read and not kept: {listed(list(columns))}."


def _unread(found: Comparison) -> tuple[str, ...]:
    lines = tuple(f"Line {number(one.line)}: {one.reason}" for one in found.unread[:MOST_UNREAD])
    more = len(found.unread) - len(lines)
    return (*lines, f"And {count(more, 'more line')}.") if more else lines


def _count_row(one: Difference, found: Comparison) -> list[Cell]:
    name, to_do = WORDS[one]
    people = found.counts.get(one, 0)
    return [Cell(name), Cell(number(people), href=f"#{one}" if people else None, hidden=name), Cell(to_do)]


def _part(one: Difference, found: Comparison) -> Part:
    people = [person for person in found.people if person.difference is one]
    note = f"The first {number(MOST_SHOWN)} are shown. The file has all {number(len(people))}."
    return Part(
        key=one,
        name=f"{WORDS[one][0]}: {count(len(people), 'person', many='people')}",
        columns=PEOPLE,
        rows=[_cells(person) for person in people[:MOST_SHOWN]],
        note=note if len(people) > MOST_SHOWN else "",
    )


def _cells(one: Compared) -> list[Cell]:
    return [
        Cell(one.name),
        Cell(one.email),
        Cell(one.team or ""),
        Cell(_here(one), nowrap=True),
        Cell(_in_esr(one), nowrap=True),
        Cell(number(one.line) if one.line else ""),
    ]


def _here(one: Compared) -> str:
    if one.passed_on:
        return long_date(one.passed_on)
    return NOT_COUNTED if one.difference in STRANGERS else NOT_PASSED


def _in_esr(one: Compared) -> str:
    if one.line is None:
        return NO_LINE
    if not one.achieved:
        return NOT_ACHIEVED
    return long_date(one.achieved_on) if one.achieved_on else NO_DATE
