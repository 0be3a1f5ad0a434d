"""When something is due or runs out, and what a long absence does to it; all days are the organisation's own."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS_AFTER_RETURN = 28


@dataclass(frozen=True, slots=True)
class ReportDay:
    """The day a report speaks of; a deadline passes at the end of its day, so today's has not passed yet."""

    day: date
    is_over: bool

    def has_passed(self, due_on: date) -> bool:
        """Whether a due date lies behind this report."""
        return due_on <= self.day if self.is_over else due_on < self.day

    def days_since(self, day: date) -> int:
        """How many midnights lie between the end of a day's date and this report: a day that is over has one more."""
        return (self.day - day).days + self.is_over


def local_day(now: datetime, time_zone: str) -> date:
    """The calendar day of a moment in a time zone."""
    return now.astimezone(ZoneInfo(time_zone)).date()


def first_due_date(start: date, *, assigned_on: date, due_days: int) -> date:
    """Counted from the first day in post, or from the day of assignment for somebody already there."""
    return max(start, assigned_on) + timedelta(days=due_days)


def due_after_absence(due_on: date, *, returned_on: date | None) -> date:
    """The clock stands still during a long absence: the later of the due date and four weeks after the return."""
    if returned_on is None:
        return due_on
    return max(due_on, returned_on + timedelta(days=DAYS_AFTER_RETURN))


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_valid_day(passed_on: date, *, months: int | None) -> date | None:
    """Up to when a pass counts; None for one that lasts."""
    return None if months is None else months_after(passed_on, months)
