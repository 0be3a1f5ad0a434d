"""Measures: whole people, percentages cut and never rounded up."""

from datetime import date, timedelta

import pytest

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import Share, count_measures
from quizapp.assessment.population import StaffType
from quizapp.assessment.status import Standing

DAY = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("count", "of", "text"),
    [(8996, 10_000, "89.9%"), (9, 10, "90.0%"), (10, 10, "100.0%"), (0, 10, "0.0%"), (2, 3, None), (0, 0, None)],
)
def test_percentages_are_cut_to_one_decimal_and_left_out_under_ten_people(
    count: int, of: int, text: str | None
) -> None:
    assert Share(count, of).percentage == text


def test_the_overdue_are_aged_by_days() -> None:
    late = [
        Standing(number, StaffType.PERMANENT, date(2026, 1, 1), due_on=DAY - timedelta(days=days))
        for number, days in enumerate((1, 7, 8, 28, 29))
    ]
    overdue = count_measures(late, ReportDay(DAY, is_over=False)).overdue
    assert (overdue.total, overdue.up_to_7_days, overdue.up_to_28_days, overdue.over_28_days) == (5, 2, 2, 1)
    assert overdue.median_days == 8


def test_nobody_at_all_gives_nothing_of_nothing() -> None:
    measures = count_measures([], ReportDay(DAY, is_over=False))
    assert measures.compliance == Share(0, 0)
    assert measures.overdue.median_days is None
