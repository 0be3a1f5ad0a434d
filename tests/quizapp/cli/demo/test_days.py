"""The demo's days."""

from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from quizapp.cli.demo.days import DUE_DAYS, MONTHS, ROLL_OUT, Calendar, pick

LONDON = ZoneInfo("Europe/London")
DAYS = [date(2026, 1, 1), date(2026, 3, 30), date(2026, 6, 30), date(2028, 2, 29)]

each_day = pytest.mark.parametrize("day", DAYS, ids=str)


@each_day
def test_the_launch_leaves_time_for_the_first_month(day: date) -> None:
    calendar = Calendar(day, LONDON)
    launch = calendar.day(calendar.launch)
    assert launch.weekday() == 0
    assert 0 <= (calendar.month(-MONTHS) - launch).days - DUE_DAYS <= 6


@each_day
def test_staff_files_come_on_mondays_and_soon_enough_for_everybody(day: date) -> None:
    calendar = Calendar(day, LONDON)
    files = calendar.staff_files()
    assert all(calendar.day(ago).weekday() == 0 for ago in files)
    assert {before - after for before, after in pairwise(files)} == {28, 14}
    assert 0 < files[-1] <= 14
    assert all(before - after == 14 for before, after in pairwise(files) if after < ROLL_OUT)


def test_a_month_is_counted_over_the_turn_of_the_year() -> None:
    calendar = Calendar(date(2026, 1, 31), LONDON)
    assert [calendar.month(place) for place in (-13, -1, 0, 1)] == [
        date(2024, 12, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert [calendar.day(ago) for ago in calendar.mondays(1)] == [date(2026, 2, day) for day in (2, 9, 16, 23)]


def test_a_weekend_gives_way_to_the_friday_before() -> None:
    calendar = Calendar(date(2026, 6, 30), LONDON)
    days = [calendar.day(calendar.working_day(calendar.ago(date(2026, 6, day)))) for day in (19, 20, 21, 22)]
    assert days == [date(2026, 6, 19), date(2026, 6, 19), date(2026, 6, 19), date(2026, 6, 22)]


def test_what_looks_like_chance_is_always_the_same() -> None:
    assert [pick(10, "a", number) for number in range(6)] == [pick(10, "a", number) for number in range(6)]
    assert len({pick(10, "a", number) for number in range(200)}) == 10
