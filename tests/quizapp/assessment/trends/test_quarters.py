from datetime import date

from quizapp.assessment.trends.quarters import month_end, months_of, quarter_before, quarter_end, quarter_of


def test_quarters_begin_and_end_with_the_calendars() -> None:
    assert quarter_of(date(2026, 3, 31)) == date(2026, 1, 1)
    assert quarter_of(date(2026, 10, 1)) == date(2026, 10, 1)
    assert quarter_before(date(2026, 1, 1)) == date(2025, 10, 1)
    assert quarter_end(date(2025, 10, 1)) == date(2025, 12, 31)
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
    assert months_of(date(2026, 10, 1)) == (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1))
