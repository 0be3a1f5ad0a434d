"""On-time completion month by month: of those who fell due, how many had passed by then."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import Share
from quizapp.services.allowed import demand
from quizapp.services.reports.months.chosen import choose_quiz
from quizapp.services.reports.months.month_days import last_day, month_of, months_between, previous_month
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports import due_months, frozen_months
from quizapp.storage.transaction import snapshot

MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class OnTimeMonth:
    """One month, by its first day: those who had passed on or before their due date, of those who fell due in it."""

    month: date
    on_time: Share
    is_frozen: bool


@dataclass(frozen=True, slots=True)
class OnTimeSeries:
    """The months of one quiz, oldest first and without a gap, up to the last whole one; `quizzes` are id and title."""

    quiz_id: int
    quiz_title: str
    quizzes: tuple[tuple[int, str], ...]
    as_at: datetime
    months: tuple[OnTimeMonth, ...]


def list_on_time(actor: Actor, *, now: datetime, quiz_id: int | None = None, until: date | None = None) -> OnTimeSeries:
    """The last 36 months at most, from the first in which anybody fell due; what is frozen is given as it was frozen.

    With a day, the months that were over when it ended: as many back from there. Without `quiz_id` the first quiz by
    title. Raises NotFound where there is no such quiz, or none at all.
    """
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        quiz = choose_quiz(actor.organisation_id, quiz_id)
        today = local_day(now, get_organisation(actor.organisation_id).time_zone)
        ended = previous_month(month_of(today))
        if until is not None:
            ended = min(ended, _last_whole_month(until))
        months = count_on_time(actor.organisation_id, quiz_id=quiz.id, until=ended)
        return OnTimeSeries(quiz.id, quiz.title, quiz.quizzes, now, tuple(months))


def count_on_time(organisation_id: int, *, quiz_id: int, until: date) -> list[OnTimeMonth]:
    """The same up to a month, inside a transaction: frozen months from their rows, the others in one statement."""
    frozen = frozen_months.list_on_time(organisation_id, quiz_id=quiz_id)
    begins = min(filter(None, (due_months.find_first_due(organisation_id, quiz_id=quiz_id), *frozen)), default=None)
    if begins is None:
        return []
    months = months_between(month_of(begins), until)[-MOST_MONTHS:]
    shares = {month: Share(*frozen[month]) for month in months if month in frozen}
    shares |= _count_live(organisation_id, quiz_id=quiz_id, months=[month for month in months if month not in frozen])
    counted = [OnTimeMonth(month, shares[month], month in frozen) for month in months]
    first = next((place for place, one in enumerate(counted) if one.on_time.of), len(counted))
    return counted[first:]


def _last_whole_month(day: date) -> date:
    month = month_of(day)
    return month if last_day(month) == day else previous_month(month)


def _count_live(organisation_id: int, *, quiz_id: int, months: list[date]) -> dict[date, Share]:
    if not months:
        return {}
    people, on_time = Counter[date](), Counter[date]()
    for count in due_months.count_due(organisation_id, quiz_id=quiz_id, first=months[0], last=last_day(months[-1])):
        people[month_of(count.due_on)] += count.people
        on_time[month_of(count.due_on)] += count.on_time
    return {month: Share(on_time[month], people[month]) for month in months}
