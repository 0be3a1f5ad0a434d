"""Whether reminders help: of the people reminded in a month, how many passed soon after a reminder (K15)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import Share
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.allowed import demand
from quizapp.services.reports.months.month_days import last_day, month_of, next_month, previous_month
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports.reminder_effect import count_reminded
from quizapp.storage.transaction import snapshot

DAYS = 7
REMINDERS = (MessageKind.DUE_IN_A_WEEK, MessageKind.DUE_TOMORROW, MessageKind.OVERDUE, MessageKind.FROM_MANAGER)
"""What is sent to have a quiz done; a welcome is not, nor is help with signing in."""


@dataclass(frozen=True, slots=True)
class ReminderEffect:
    """Of the people who were sent a reminder in a month, those who passed the quiz it was about within 7 days."""

    month: date
    passed: Share


def measure_reminders(actor: Actor, *, now: datetime) -> ReminderEffect:
    """Of the last month whose reminders have all had their days."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        zone = get_organisation(actor.organisation_id).time_zone
        month = _last_month(local_day(now, zone))
        found = count_reminded(
            actor.organisation_id,
            kinds=REMINDERS,
            begins=_midnight(month, zone),
            ends=_midnight(next_month(month), zone),
            within=timedelta(days=DAYS),
        )
        return ReminderEffect(month, Share(found.passed, found.people))


def _last_month(today: date) -> date:
    month = previous_month(month_of(today))
    return month if last_day(month) + timedelta(days=DAYS) < today else previous_month(month)


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
