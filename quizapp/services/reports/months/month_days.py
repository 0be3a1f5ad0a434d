"""Calendar months, and when one is frozen."""

from calendar import monthrange
from datetime import date, timedelta

DAYS_UNTIL_FROZEN = 7
"""How many whole days after its end a month stays open for what is recorded late."""


def month_of(day: date) -> date:
    """The first day of a day's month, which stands for the month."""
    return day.replace(day=1)


def last_day(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def next_month(month: date) -> date:
    """The month after."""
    return last_day(month) + timedelta(days=1)


def previous_month(month: date) -> date:
    """The month before."""
    return month_of(month - timedelta(days=1))


def months_between(first: date, last: date) -> list[date]:
    """All months from one to another, both included; none where the second lies before the first."""
    months = []
    while first <= last:
        months.append(first)
        first = next_month(first)
    return months


def freezes_on(month: date) -> date:
    """The first day on which a month is frozen: seven whole days lie between its last day and this one."""
    return last_day(month) + timedelta(days=DAYS_UNTIL_FROZEN + 1)


def may_freeze(month: date, *, today: date) -> bool:
    """Whether a month has waited long enough."""
    return today >= freezes_on(month)
