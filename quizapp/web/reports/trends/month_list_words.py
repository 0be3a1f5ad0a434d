"""The words of the list of people who fell due in a month that is not frozen yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.months.behind import DueGroup, DueRow
from quizapp.services.reports.trends.month_people import MonthPeople
from quizapp.web.reports.trends.list_page import ListPage, cut_part
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.filters import count, short_month
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at, date_cell

HEADER = ("Name", "Team on the due date", "Due", "First passed", "Outcome")
COLUMNS = tuple(Column(text) for text in HEADER)
_HEADINGS = {
    DueGroup.DUE: "Fell due",
    DueGroup.ON_TIME: "Passed on time",
    DueGroup.NOT_ON_TIME: "Did not pass on time",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which list an address asks for, and which part of it."""

    group: DueGroup
    month: date
    quiz: int | None
    part: int

    @property
    def parameters(self) -> dict[str, str]:
        """How an address says it, without the part."""
        return {"group": self.group, "month": self.month.isoformat(), "quiz": str(self.quiz or "")}


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; raises NotFound for a list there is none of."""
    groups = {group.value: group for group in DueGroup}
    try:
        month, group = date.fromisoformat(query.get("month", "")), groups[query.get("group", "")]
    except (ValueError, KeyError):
        raise NotFound("There is no such list.") from None
    return Selection(group, month, whole_number(query.get("quiz")), whole_number(query.get("part")) or 1)


def present_month(
    found: MonthPeople, selection: Selection, *, path: str, files: Mapping[FileKind, str], report_path: str
) -> ListPage:
    """One part of the list."""
    query, total = selection.parameters, len(found.rows)
    part = cut_part(found.rows, selection.part, path=path, query=query)
    return ListPage(
        heading=_heading(found, selection),
        caption=found.head.quiz_title,
        sentence=f"{count(total, 'person', many='people')}. This can still change until the month is frozen.",
        as_at=as_at(found.head),
        columns=COLUMNS,
        rows=[_cells(row) for row in part.rows],
        shown=part.shown,
        earlier=part.earlier,
        later=part.later,
        report=address(report_path, {"quiz": query["quiz"]}),
        back="On-time completion",
        downloads=offer_files(files, query, rows=total) if total else None,
    )


def present_file(found: MonthPeople, selection: Selection) -> Table:
    """The whole list."""
    rows = [[cell.text for cell in _cells(row)] for row in found.rows]
    return Table(HEADER, rows, about_file(found.head, _heading(found, selection)))


def _heading(found: MonthPeople, selection: Selection) -> str:
    return f"{_HEADINGS[selection.group]}, {short_month(found.month)}"


def _cells(row: DueRow) -> list[Cell]:
    return [Cell(row.name), Cell(row.team), date_cell(row.due_on), date_cell(row.passed_on), _outcome(row)]


def _outcome(row: DueRow) -> Cell:
    if row.is_on_time:
        return Cell("On time", tag="green")
    if row.passed_on is None:
        return Cell("Not by the end of the month", tag="red")
    return Cell(f"{count((row.passed_on - row.due_on).days, 'day')} late", tag="yellow")
