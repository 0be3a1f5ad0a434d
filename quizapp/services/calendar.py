"""What day it is for an organisation."""

from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.storage.queries.organisations import get_organisation


def today(actor: Actor, *, now: datetime) -> date:
    """The organisation's calendar day; asked inside a transaction."""
    return local_day(now, get_organisation(actor.organisation_id).time_zone)
