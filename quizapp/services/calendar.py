"""What day it is for an organisation, and days in words, as pages and messages write them."""

from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.trends.sentences import short_month as short_month
from quizapp.storage.queries.organisations import get_organisation

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def today(actor: Actor, *, now: datetime) -> date:
    """The organisation's calendar day; asked inside a transaction."""
    return local_day(now, get_organisation(actor.organisation_id).time_zone)


def long_date(day: date) -> str:
    """6 June 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """6 June, where the year goes without saying."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def weekday_date(day: date) -> str:
    """Friday 6 June 2025."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"
