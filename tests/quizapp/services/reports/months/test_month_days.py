from datetime import date

from quizapp.services.reports.months.month_days import (
    freezes_on,
    last_day,
    may_freeze,
    months_between,
    next_month,
    previous_month,
)


def test_months_follow_each_other_over_the_turn_of_a_year() -> None:
    assert months_between(date(2025, 11, 1), date(2026, 2, 1)) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert months_between(date(2026, 2, 1), date(2026, 1, 1)) == []
    assert (previous_month(date(2026, 1, 1)), next_month(date(2026, 12, 1))) == (date(2025, 12, 1), date(2027, 1, 1))
    assert (last_day(date(2024, 2, 1)), last_day(date(2026, 2, 1))) == (date(2024, 2, 29), date(2026, 2, 28))


def test_seven_whole_days_lie_between_a_month_and_its_freezing() -> None:
    assert freezes_on(date(2026, 6, 1)) == date(2026, 7, 8)
    assert not may_freeze(date(2026, 6, 1), today=date(2026, 7, 7))
    assert may_freeze(date(2026, 6, 1), today=date(2026, 7, 8))
