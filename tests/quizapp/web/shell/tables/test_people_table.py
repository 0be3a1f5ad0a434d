from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Progress, Status
from quizapp.services.reports.exports import About
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.shell.tables.people_table import (
    ABSENCES,
    Layout,
    about_file,
    as_at,
    people_cells,
    people_file,
    reason,
    sort_people,
    status_words,
)
from tests.quizapp.web.scenes.rows import DAY, HEAD, person

WHOLE = Layout(DAY, with_team=True, with_score=True)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (person(status=Status.OVERDUE, days_late=1), "Overdue by 1 day"),
        (person(status=Status.OVERDUE, days_late=1200, tries=2), "Overdue by 1,200 days"),
        (person(status=Status.OVERDUE, days_late=9, tries=4), "Overdue by 9 days, 4 tries without a pass"),
        (person(status=Status.DUE_SOON, due_on=DAY), "Due today"),
        (person(status=Status.DUE_SOON, due_on=date(2026, 6, 4)), "Due tomorrow"),
        (person(status=Status.DUE_SOON, due_on=date(2026, 6, 5)), "Due on Friday 5 June"),
        (
            person(status=Status.DUE_SOON, due_on=date(2026, 6, 5), tries=3),
            "Due on Friday 5 June, 3 tries without a pass",
        ),
        (person(status=Status.NOT_PASSED_YET, tries=3), "3 tries without a pass"),
        (person(status=Status.NOT_PASSED_YET, tries=1), "Due in 30 days"),
        (person(status=Status.NOT_STARTED), "Due in 30 days"),
        (person(status=Status.IN_PROGRESS, due_on=None), "No due date"),
        (person(status=Status.EXPIRED, valid_until=date(2026, 6, 1)), "Pass ran out on 1 June 2026"),
        (person(status=Status.EXPIRING, valid_until=date(2026, 8, 1)), "Pass ends on 1 August 2026"),
        (person(status=Status.ABSENT), "Not counted while away"),
        (person(status=Status.ABSENT, absence=AbsenceKind.PARENTAL), "Parental leave"),
        (person(status=Status.PASSED), ""),
        (person(status=Status.NOT_IN_POST), ""),
    ],
)
def test_the_reason_is_said_in_words(row: ReportRow, words: str) -> None:
    assert reason(row, DAY) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (person(status=Status.OVERDUE), "Overdue"),
        (person(status=Status.OVERDUE, progress=Progress.IN_PROGRESS), "Overdue, in progress"),
        (person(status=Status.OVERDUE, progress=Progress.NOT_PASSED_YET), "Overdue, not passed yet"),
        (person(status=Status.DUE_SOON, progress=Progress.IN_PROGRESS), "Due soon, in progress"),
        (person(status=Status.EXPIRED, due_on=date(2026, 5, 1), valid_until=date(2026, 5, 9), days_late=25), "Expired"),
        (
            person(status=Status.EXPIRED, due_on=date(2026, 5, 20), valid_until=date(2026, 5, 9), days_late=14),
            "Expired, overdue",
        ),
        (person(status=Status.PASSED, progress=Progress.PASSED), "Passed"),
    ],
)
def test_a_status_never_hides_that_somebody_has_begun(row: ReportRow, words: str) -> None:
    assert status_words(row) == words


def test_every_status_has_a_colour_and_every_absence_its_words() -> None:
    for status in Status:
        (cells,) = people_cells([person(status=status)], WHOLE)
        assert cells[2].tag in ("red", "yellow", "blue", "green", "grey")
    assert set(ABSENCES) == set(AbsenceKind)


def test_columns_that_are_not_wanted_are_left_out_on_the_screen_and_in_the_file() -> None:
    bare = Layout(DAY, with_team=False, with_score=False)
    row = person(passed_on=date(2026, 5, 9), score=7, count=8)
    assert [cell.text for cell in people_cells([row], bare)[0]] == [
        *("Asha Rahman", "Not started", "Due in 30 days", "1 May 2026", "3 Jul 2026", "9 May 2026")
    ]
    table = people_file([row], bare, about=about_file(HEAD, "My team"))
    assert table.header == ("Name", "Status", "Reason", "Start", "Due", "Passed")
    assert table.about == About("My team", "Our values", "As at 7.02am on 3 June 2026")
    assert list(table.rows) == [[cell.text for cell in people_cells([row], bare)[0]]]


@pytest.mark.parametrize(
    ("key", "descending", "names"),
    [
        ("name", False, ["ann", "Ben", "Cid"]),
        ("name", True, ["Cid", "Ben", "ann"]),
        ("team", False, ["Cid", "Ben", "ann"]),
        ("status", False, ["Cid", "Ben", "ann"]),
        ("start", False, ["Cid", "Ben", "ann"]),
        ("due", False, ["Ben", "Cid", "ann"]),
        ("due", True, ["Cid", "Ben", "ann"]),
        ("passed", True, ["Cid", "Ben", "ann"]),
        ("score", True, ["Cid", "Ben", "ann"]),
    ],
)
def test_people_are_sorted_by_any_column_and_blanks_come_last(key: str, descending: bool, names: list[str]) -> None:
    ann = person("ann", team="Ward 9", status=Status.NOT_STARTED, start_date=date(2026, 5, 9), due_on=None)
    ben = person("Ben", team="ward 2", status=Status.OVERDUE, start_date=date(2026, 5, 8), due_on=date(2026, 6, 1))
    cid = person("Cid", team="Ward 1", status=Status.PASSED, start_date=date(2026, 5, 7), due_on=date(2026, 6, 2))
    cid = replace(cid, passed_on=DAY, score=7, count=8)
    ben = replace(ben, passed_on=date(2026, 5, 30), score=6, count=8)
    assert [row.name for row in sort_people([ann, ben, cid], Order(key, descending))] == names


def test_the_moment_of_a_report_is_said_where_the_organisation_is() -> None:
    assert as_at(HEAD) == "As at 7.02am on 3 June 2026"
    assert as_at(replace(HEAD, as_at=datetime(2026, 11, 21, 7, 2, tzinfo=UTC))) == "As at 7.02am on 21 November 2026"
