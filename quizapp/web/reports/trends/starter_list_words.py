"""The words of a list of starters: whom it counts, and the people some hundreds at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.services.errors import NotFound
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.trends.starters import Span, StarterGroup, StarterLine, StarterList
from quizapp.web.reports.trends.list_page import ListPage, cut_part
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.asked.report_day import AskedDay, read_day
from quizapp.web.shell.filters import count, long_date
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at, date_cell

HEADER = ("Name", "Team", "Start", "Passed", "Days to pass", "Left")
COLUMNS = tuple(Column(text, numeric=text == "Days to pass") for text in HEADER)
_HEADINGS = {
    StarterGroup.ALL: "Starters",
    StarterGroup.PASSED: "Starters who have passed",
    StarterGroup.OPEN: "Starters who have not passed yet",
    StarterGroup.LEFT: "Starters who left without a pass",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which list an address asks for, and which part of it."""

    group: StarterGroup
    span: Span
    quiz: int | None
    day: AskedDay
    part: int

    @property
    def parameters(self) -> dict[str, str]:
        """How an address says it, without the part."""
        return {
            "group": self.group,
            "from": self.span.first.isoformat(),
            "months": str(self.span.months),
            "quiz": str(self.quiz or ""),
            "day": self.day.text,
        }


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; raises NotFound for a list there is none of."""
    groups = {group.value: group for group in StarterGroup}
    try:
        first, group = date.fromisoformat(query.get("from", "")), groups[query.get("group", "")]
    except (ValueError, KeyError):
        raise NotFound("There is no such list.") from None
    day = read_day(query)
    if day.problem:
        raise NotFound(day.problem)
    return Selection(
        group=group,
        span=Span(first, whole_number(query.get("months")) or 0),
        quiz=whole_number(query.get("quiz")),
        day=day,
        part=whole_number(query.get("part")) or 1,
    )


def present_list(
    found: StarterList, selection: Selection, *, path: str, files: Mapping[FileKind, str], report_path: str
) -> ListPage:
    """The page: one part of the list, as long as a screen can take."""
    query, total = selection.parameters, len(found.rows)
    part = cut_part(found.rows, selection.part, path=path, query=query)
    return ListPage(
        heading=_HEADINGS[selection.group],
        caption=f"{found.head.quiz_title}, began {_began(found)}",
        sentence=f"{count(total, 'person', many='people')}.",
        as_at=as_at(found.head),
        columns=COLUMNS,
        rows=[_cells(one) for one in part.rows],
        shown=part.shown,
        earlier=part.earlier,
        later=part.later,
        report=address(report_path, {"quiz": query["quiz"], "day": query["day"]}),
        back="Starters",
        downloads=offer_files(files, query, rows=total) if total else None,
    )


def present_file(found: StarterList, selection: Selection) -> Table:
    """The whole list."""
    about = about_file(found.head, f"{_HEADINGS[selection.group]}, began {_began(found)}")
    return Table(HEADER, [[cell.text for cell in _cells(one)] for one in found.rows], about)


def _began(found: StarterList) -> str:
    return f"{long_date(found.first)} to {long_date(found.last)}"


def _cells(one: StarterLine) -> list[Cell]:
    days = Cell("" if one.days is None else str(one.days))
    dates = date_cell(one.start_date), date_cell(one.passed_on)
    return [Cell(one.name), Cell(one.team), *dates, days, date_cell(one.left_on)]
