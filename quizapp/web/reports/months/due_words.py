"""The words of the lists behind on-time completion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.months.behind import DueGroup, DueReport, DueRow
from quizapp.services.reports.months.month_days import last_day
from quizapp.web.reports.months.month_words import name_month
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.filters import count, number, short_date
from quizapp.web.shell.measures.numbers import ALL_TEAMS
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at, date_cell

PAGE_SIZE = 200
HEADER = ("Name", "Team on the due date", "Due", "First passed", "Outcome")
_WORDS: Mapping[DueGroup, str] = {
    DueGroup.DUE: "fell due in {month}: the due date was in the month, in post and not on long-term absence that day",
    DueGroup.ON_TIME: "passed on or before a due date in {month}",
    DueGroup.NOT_ON_TIME: "fell due in {month} and had not passed by the end of that day",
}
_HEADINGS: Mapping[DueGroup, str] = {
    DueGroup.DUE: "Fell due",
    DueGroup.ON_TIME: "Passed on time",
    DueGroup.NOT_ON_TIME: "Did not pass on time",
}


@dataclass(frozen=True, slots=True)
class DueSelection:
    """Which list an address asks for."""

    group: DueGroup
    quiz: int | None
    team: int | None
    alone: bool
    part: int

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without the part."""
        team = "" if self.team is None else str(self.team)
        return {"group": self.group, "team": team, "alone": "yes" if self.alone else "", "quiz": str(self.quiz or "")}


@dataclass(frozen=True, slots=True)
class DuePage:
    """Everything the page shows."""

    heading: str
    caption: str
    sentence: str
    as_at: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    shown: str
    earlier: str
    later: str
    downloads: Downloads | None


def read_selection(query: Mapping[str, str]) -> DueSelection:
    """What an address asks for; raises NotFound for a list there is none of."""
    groups = {group.value: group for group in DueGroup}
    if query.get("group") not in groups:
        raise NotFound("There is no such list.")
    return DueSelection(
        groups[query["group"]],
        whole_number(query.get("quiz")),
        whole_number(query.get("team")),
        query.get("alone") == "yes",
        whole_number(query.get("part")) or 1,
    )


def present_due(
    report: DueReport, selection: DueSelection, *, month: date, path: str, files: Mapping[FileKind, str]
) -> DuePage:
    """One part of the list."""
    first, total, query = (selection.part - 1) * PAGE_SIZE, len(report.rows), selection.parameters
    rows = _cells(report.rows[first : first + PAGE_SIZE], month)
    many = f"Showing {number(first + 1)} to {number(first + len(rows))} of {number(total)}."
    return DuePage(
        heading=f"{_HEADINGS[selection.group]}, {name_month(month)}",
        caption=f"{report.head.quiz_title}, {_team_name(report)}",
        sentence=f"{count(total, 'person', many='people')} {_WORDS[selection.group].format(month=name_month(month))}.",
        as_at=as_at(report.head),
        columns=tuple(Column(words) for words in HEADER),
        rows=rows,
        shown=many if total > PAGE_SIZE and rows else "",
        earlier=address(path, query | {"part": str(selection.part - 1)}) if first and rows else "",
        later=address(path, query | {"part": str(selection.part + 1)}) if first + PAGE_SIZE < total else "",
        downloads=offer_files(files, query, rows=total) if total else None,
    )


def due_file(report: DueReport, selection: DueSelection, *, month: date) -> Table:
    """The whole list, as on the screen."""
    about = about_file(report.head, f"{_HEADINGS[selection.group]}, {name_month(month)}, {_team_name(report)}")
    return Table(HEADER, [[cell.text for cell in cells] for cells in _cells(report.rows, month)], about)


def _cells(rows: Iterable[DueRow], month: date) -> list[list[Cell]]:
    return [
        [Cell(row.name), Cell(row.team), date_cell(row.due_on), date_cell(row.passed_on), _outcome(row, month)]
        for row in rows
    ]


def _outcome(row: DueRow, month: date) -> Cell:
    if row.is_on_time:
        return Cell("On time", tag="green")
    if row.passed_on is None:
        return Cell(f"Not by {short_date(last_day(month))}", tag="red")
    return Cell(f"{count((row.passed_on - row.due_on).days, 'day')} late", tag="yellow")


def _team_name(report: DueReport) -> str:
    return report.team[1] if report.team else ALL_TEAMS.lower()
