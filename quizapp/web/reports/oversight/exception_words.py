"""The words of the exceptions: what each count means, what to do about it, and the people behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.oversight.exceptions import (
    LACKING,
    STUCK,
    ExceptionList,
    Exceptions,
    Matter,
    StuckRow,
)
from quizapp.web.reports.oversight.choosing import Heading, present_heading
from quizapp.web.reports.oversight.matter_words import PART_OF, WORDS, MatterWords
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import count, long_date, number, part_of
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file

PAGE_SIZE = 200
NO_TEAM = "No team"
SINCE_UNKNOWN = "Not known"
COUNTS = (Column("What"), Column("People", numeric=True), Column("What to do"))
RECORD = (
    Column("What the record has to have"),
    Column("People who have it", numeric=True),
    Column("People without", numeric=True),
    Column("What to do"),
)
NEEDED: Mapping[Matter, str] = {
    Matter.NO_EMAIL: "An e-mail address",
    Matter.NO_MANAGER: "Somebody who manages them",
    Matter.NO_DUE_DATE: "A due date",
}
PEOPLE = (Column("Name"), Column("Team"), Column("Since"), Column("What is known"), Column("What to do"))


AWAY = "Nothing before the return: on long-term absence."


@dataclass(frozen=True, slots=True)
class ExceptionsPage:
    """The counts of who is stuck, and below them of whom the record lacks something; no rows of those for nobody."""

    heading: Heading
    sentence: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    record_sentence: str
    record_columns: tuple[Column, ...]
    record_rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class StuckPage:
    """The people behind one count, some hundreds at a time."""

    heading: str
    caption: str
    sentence: str
    to_do: str
    as_at: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    shown: str
    earlier: str
    later: str
    back: str
    downloads: Downloads | None


def read_matter(query: Mapping[str, str]) -> Matter:
    """The list an address asks for; raises NotFound where there is none."""
    known = {matter.value: matter for matter in Matter}
    if query.get("list") not in known:
        raise NotFound("There is no such list.")
    return known[query["list"]]


def present_exceptions(found: Exceptions, *, people: str, reports: str) -> ExceptionsPage:
    """The page: `people` is where the lists are, `reports` the page of what managers reported, or nothing."""
    rows = [_count_row(matter, found, people) for matter in STUCK]
    reported = (
        Cell(number(found.reported), href=reports or None, hidden="reported by managers")
        if found.reported
        else Cell("0")
    )
    to_do = "Look into each, correct the data, and answer the manager. No figure changes before the data do."
    rows.append([Cell("Reported by managers, and not settled (all quizzes)"), reported, Cell(to_do)])
    return ExceptionsPage(
        heading=present_heading(found.head),
        sentence=_sentence(found.people),
        columns=COUNTS,
        rows=rows,
        record_sentence=_say_record(found.present),
        record_columns=RECORD,
        record_rows=[_record_row(matter, found, people) for matter in LACKING] if found.present else (),
    )


def present_list(found: ExceptionList, *, part: int, path: str, back: str, files: Mapping[FileKind, str]) -> StuckPage:
    """One part of a list."""
    words, first = WORDS[found.matter], (part - 1) * PAGE_SIZE
    shown = found.rows[first : first + PAGE_SIZE]
    heading = present_heading(found.head)
    query = {"list": found.matter.value, "quiz": str(found.head.quiz_id)}
    total = len(found.rows)
    return StuckPage(
        heading=full_name(found.matter),
        caption=heading.caption,
        sentence=f"{count(total, 'person', many='people')}. {words.whom}",
        to_do=words.to_do,
        as_at=heading.as_at,
        columns=_columns(words),
        rows=[_cells(row) for row in shown],
        shown=f"Showing {number(first + 1)} to {number(first + len(shown))} of {number(total)}."
        if len(shown) < total
        else "",
        earlier=address(path, query | {"part": str(part - 1)}) if part > 1 else "",
        later=address(path, query | {"part": str(part + 1)}) if first + PAGE_SIZE < total else "",
        back=address(back, {"quiz": str(found.head.quiz_id)}),
        downloads=offer_files(files, query, rows=total) if total else None,
    )


def list_file(found: ExceptionList) -> Table:
    """The whole list as a file."""
    columns = tuple(column.text for column in _columns(WORDS[found.matter]))
    rows = [[cell.text for cell in _cells(row)] for row in found.rows]
    return Table(columns, rows, about=about_file(found.head, full_name(found.matter)))


def full_name(matter: Matter) -> str:
    """What a list is called where it stands alone."""
    whole = PART_OF.get(matter)
    name = WORDS[matter].name
    return f"{WORDS[whole].name}: {name[0].lower()}{name[1:]}" if whole else name


def _sentence(people: int) -> str:
    if not people:
        return "Nobody is stuck anywhere."
    stuck = count(people, "person is", many="people are")
    return f"{stuck} stuck somewhere. Somebody may stand in several of these lists."


def _say_record(people: int) -> str:
    if not people:
        return "Nobody who has the quiz is in post and not away."
    are = count(people, "person who has the quiz is", many="people who have the quiz are")
    return (
        f"{are} in post and not away. Before asking why somebody has not passed, make sure that they could be reached."
    )


def _shown(first: int, people: int, of: int) -> str:
    if people == of:
        return ""
    if not people:
        return f"There is nobody this far down a list of {number(of)}."
    return f"Showing {number(first + 1)} to {number(first + people)} of {number(of)}."


def _count_row(matter: Matter, found: Exceptions, path: str) -> list[Cell]:
    words = WORDS[matter]
    name = f"Of these: {words.name[0].lower()}{words.name[1:]}" if matter in PART_OF else words.name
    return [Cell(name), _opens(matter, found, path), Cell(words.to_do)]


def _record_row(matter: Matter, found: Exceptions, path: str) -> list[Cell]:
    have = Cell(part_of(found.present - found.counts[matter], found.present))
    return [Cell(NEEDED[matter]), have, _opens(matter, found, path), Cell(WORDS[matter].to_do)]


def _opens(matter: Matter, found: Exceptions, path: str) -> Cell:
    people = found.counts[matter]
    query = {"list": matter.value, "quiz": str(found.head.quiz_id)}
    return Cell(number(people), href=address(path, query), hidden=full_name(matter)) if people else Cell("0")


def _columns(words: MatterWords) -> tuple[Column, ...]:
    name, team, _, known, to_do = PEOPLE
    return (name, team, Column(words.since), known, to_do)


def _cells(row: StuckRow) -> list[Cell]:
    return [
        Cell(row.name),
        Cell(row.team or NO_TEAM),
        Cell(long_date(row.since) if row.since else SINCE_UNKNOWN, nowrap=True),
        Cell(_known(row)),
        Cell(AWAY if row.is_away else WORDS[row.matter].to_do),
    ]


def _known(row: StuckRow) -> str:
    match row.matter:
        case Matter.MANY_TRIES:
            return f"{count(row.number, 'try', many='tries')} without a pass"
        case Matter.OVERDUE:
            return f"Overdue by {count(row.number, 'day')}"
        case Matter.NEW_WITHOUT_EMAIL | Matter.LONG_WITHOUT_EMAIL | Matter.NO_EMAIL | Matter.NO_DUE_DATE:
            return WORDS[row.matter].name
        case Matter.UNMANAGED | Matter.NO_MANAGER:
            return "In no team" if row.team is None else "The team has no manager, nor has any above it"
    return f"The mail server said: {row.note}" if row.note else ""
