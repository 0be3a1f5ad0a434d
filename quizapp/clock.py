"""The one place that reads the time; everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """The calendar day it is now where the organisation is."""
    return now().astimezone(zone).date()
