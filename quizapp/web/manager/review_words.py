"""The words about reviews: who reaches which one on what day, and where they stand with the quiz."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.managing.review_dates import Review, ReviewDates, ReviewKind
from quizapp.services.reports.exports import FileKind, Table
from quizapp.web.shell.filters import count, long_date, weekday_date
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at, date_cell, reason, status_cell

HEADINGS = ("Name", "Team", "Review", "On", "Start", "Status", "Reason", "Passed")
NOBODY = "Nobody in your team reaches a review date in the next 28 days."
NO_TEAM = "We cannot find a team for you, so there are no review dates to show."
NOT_GIVEN = "Not given the quiz"
KINDS = {ReviewKind.INDUCTION: "Induction review", ReviewKind.PROBATION: "Final probation review"}


@dataclass(frozen=True, slots=True)
class DatesPage:
    """Everything the page shows."""

    sentence: str
    caption: str = ""
    as_at: str = ""
    explained: str = ""
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()
    downloads: Downloads | None = None


def present_no_dates(sentence: str) -> DatesPage:
    """The page while there is nothing to go by."""
    return DatesPage(sentence)


def present_dates(found: ReviewDates, *, files: Mapping[FileKind, str]) -> DatesPage:
    """The reviews, the next one first."""
    head = found.head
    several = len(head.quizzes) > 1
    return DatesPage(
        sentence=_sentence(found),
        caption=head.quiz_title,
        as_at=as_at(head),
        explained="The induction review falls one month after the start. The final probation review falls"
        f" {count(found.probation_months, 'month')} after it.",
        columns=tuple(Column(heading) for heading in HEADINGS) if found.reviews else (),
        rows=_rows(found),
        quizzes=tuple(
            Choice(str(quiz_id), title, checked=quiz_id == head.quiz_id) for quiz_id, title in head.quizzes if several
        ),
        downloads=offer_files(files, {"quiz": str(head.quiz_id)}, rows=len(found.reviews)) if found.reviews else None,
    )


def present_dates_file(found: ReviewDates) -> Table:
    """The same rows for a file."""
    rows = [[cell.text for cell in row] for row in _rows(found)]
    return Table(HEADINGS, rows, about_file(found.head, "Review dates"))


def _sentence(found: ReviewDates) -> str:
    if not found.has_team:
        return NO_TEAM
    if not found.reviews:
        return NOBODY
    falls = "falls" if len(found.reviews) == 1 else "fall"
    return f"{count(len(found.reviews), 'review')} {falls} in the next 28 days, up to {long_date(found.last_day)}."


def _rows(found: ReviewDates) -> list[list[Cell]]:
    return [_cells(review, found) for review in found.reviews]


def _cells(review: Review, found: ReviewDates) -> list[Cell]:
    row = review.row
    return [
        Cell(review.name),
        Cell(review.team),
        Cell(KINDS[review.kind]),
        Cell(weekday_date(review.on)),
        date_cell(review.start_date),
        status_cell(row) if row else Cell(NOT_GIVEN, tag="grey"),
        Cell(reason(row, found.head.on.day) if row else ""),
        date_cell(row.passed_on if row else None),
    ]
