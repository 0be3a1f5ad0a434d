"""Months and quarters of a calendar year, each by its first day."""

from calendar import monthrange
from datetime import date, timedelta


def quarter_of(day: date) -> date:
    """The first day of the quarter a day lies in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_before(quarter: date) -> date:
    """The quarter before."""
    return quarter_of(quarter - timedelta(days=1))


def quarter_end(quarter: date) -> date:
    """Its last day."""
    return month_end(date(quarter.year, quarter.month + 2, 1))


def month_end(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def months_of(quarter: date) -> tuple[date, date, date]:
    """The three months of a quarter."""
    return (quarter, quarter.replace(month=quarter.month + 1), quarter.replace(month=quarter.month + 2))
