"""Statuses: the first label that fits, on any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.assessment.deadlines import ReportDay, due_after_absence, first_due_date
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.status import Standing, Status, days_late, is_due, is_in_scope, needs_something, status_on

DAY = date(2026, 6, 30)
LIVE = ReportDay(DAY, is_over=False)
OVER = ReportDay(DAY, is_over=True)
PLAIN = Standing(1, StaffType.PERMANENT, start_date=date(2026, 5, 1), due_on=date(2026, 8, 1))


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({}, Status.NOT_STARTED),
        ({"has_open_attempt": True}, Status.IN_PROGRESS),
        ({"submitted_attempts": 1}, Status.NOT_PASSED_YET),
        ({"submitted_attempts": 1, "has_open_attempt": True}, Status.IN_PROGRESS),
        ({"due_on": DAY + timedelta(days=7)}, Status.DUE_SOON),
        ({"due_on": DAY + timedelta(days=8)}, Status.NOT_STARTED),
        ({"due_on": DAY}, Status.DUE_SOON),
        ({"due_on": DAY - timedelta(days=1)}, Status.OVERDUE),
        ({"due_on": DAY - timedelta(days=1), "has_open_attempt": True}, Status.OVERDUE),
        ({"passed_on": DAY}, Status.PASSED),
        ({"passed_on": DAY, "due_on": DAY - timedelta(days=9)}, Status.PASSED),
        ({"passed_on": DAY, "valid_until": DAY + timedelta(days=90)}, Status.EXPIRING),
        ({"passed_on": DAY, "valid_until": DAY + timedelta(days=91)}, Status.PASSED),
        ({"passed_on": date(2026, 5, 2), "valid_until": DAY - timedelta(days=1)}, Status.EXPIRED),
        ({"absence": AbsenceKind.PARENTAL, "due_on": DAY - timedelta(days=1)}, Status.ABSENT),
        ({"end_date": DAY - timedelta(days=1), "passed_on": DAY}, Status.LEFT),
        ({"start_date": DAY + timedelta(days=1)}, Status.NOT_IN_POST),
    ],
)
def test_the_first_label_that_fits_is_shown(changes: dict[str, object], label: Status) -> None:
    assert status_on(replace(PLAIN, **changes), LIVE) is label  # type: ignore[arg-type]


def test_a_deadline_passes_at_the_end_of_its_day() -> None:
    due_today = replace(PLAIN, due_on=DAY)
    assert not is_due(due_today, LIVE)
    assert is_due(due_today, OVER)


def test_the_last_day_in_post_still_counts() -> None:
    assert is_in_scope(replace(PLAIN, end_date=DAY), LIVE)
    assert not is_in_scope(replace(PLAIN, end_date=DAY - timedelta(days=1)), LIVE)


@pytest.mark.parametrize("kind", [StaffType.AGENCY, StaffType.VOLUNTEER, StaffType.STUDENT])
def test_agency_volunteers_and_students_are_not_in_the_headline(kind: StaffType) -> None:
    assert not is_in_scope(replace(PLAIN, staff_type=kind), LIVE)


def test_the_clock_stands_still_during_a_long_absence() -> None:
    assert due_after_absence(date(2026, 6, 1), returned_on=date(2026, 6, 20)) == date(2026, 7, 18)
    assert due_after_absence(date(2026, 9, 1), returned_on=date(2026, 6, 20)) == date(2026, 9, 1)
    assert due_after_absence(date(2026, 9, 1), returned_on=None) == date(2026, 9, 1)


def test_people_already_in_post_count_from_the_day_of_assignment() -> None:
    start, assigned = date(2020, 1, 1), date(2026, 6, 1)
    assert first_due_date(start, assigned_on=assigned, due_days=28) == date(2026, 6, 29)
    assert first_due_date(date(2026, 7, 1), assigned_on=assigned, due_days=28) == date(2026, 7, 29)


def test_three_tries_without_a_pass_need_somebody() -> None:
    assert needs_something(replace(PLAIN, submitted_attempts=3), LIVE)
    assert not needs_something(replace(PLAIN, submitted_attempts=2), LIVE)
    assert not needs_something(replace(PLAIN, absence=AbsenceKind.PARENTAL, due_on=date(2026, 6, 1)), LIVE)


@pytest.mark.parametrize("ago", [0, 1, 7, 8, 28, 29])
def test_at_the_end_of_a_day_everybody_is_as_late_as_when_the_next_begins(ago: int) -> None:
    late = Standing(1, StaffType.PERMANENT, date(2026, 1, 1), due_on=DAY - timedelta(days=ago))
    next_morning = ReportDay(DAY + timedelta(days=1), is_over=False)
    assert days_late(late, OVER) == days_late(late, next_morning) == ago + 1
