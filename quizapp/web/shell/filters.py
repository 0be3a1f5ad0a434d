"""Dates, times, counts and numbers in words, the way the NHS writes them."""

from collections.abc import Callable
from datetime import datetime, time
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from quizapp.services.calendar import long_date as long_date
from quizapp.services.calendar import short_date as short_date
from quizapp.services.calendar import short_month as short_month
from quizapp.services.calendar import weekday_date as weekday_date
from quizapp.services.people.names import first_name as first_name


def clock_time(moment: time | datetime) -> str:
    """5.30pm, 9am, midday, midnight."""
    hour, minute = moment.hour, moment.minute
    if (hour, minute) == (0, 0):
        return "midnight"
    if (hour, minute) == (12, 0):
        return "midday"
    minutes = f".{minute:02}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{minutes}{'am' if hour < 12 else 'pm'}"


def local_date(moment: datetime, zone: ZoneInfo) -> str:
    """The day a moment falls on where the organisation is: 6 June 2025."""
    return long_date(moment.astimezone(zone).date())


def local_date_time(moment: datetime, zone: ZoneInfo) -> str:
    """A moment where the organisation is: 6 June 2025 at 5.30pm."""
    local = moment.astimezone(zone)
    return f"{long_date(local.date())} at {clock_time(local)}"


def number(value: int) -> str:
    """1,234."""
    return f"{value:,}"


def count(value: int, one: str, *, many: str | None = None) -> str:
    """1 question, 3 questions; with `many`: 1 person, 3 people, 1,234 people."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def part_of(part: int, whole: int) -> str:
    """8 of 11."""
    return f"{number(part)} of {number(whole)}"


def cut_percentage(value: Fraction) -> str:
    """84.1% of a share from 0 to 1: to one decimal, cut and never rounded up."""
    tenths = value.numerator * 1000 // value.denominator
    return f"{tenths // 10}.{tenths % 10}%"


def listed(words: list[str], last: str = "and") -> str:
    """Caring, Kind and Open."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


BY_NAME: dict[str, Callable[..., Any]] = {
    filter_.__name__: filter_ for filter_ in (long_date, short_date, weekday_date, clock_time, number, count)
}
