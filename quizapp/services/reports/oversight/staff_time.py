"""How much of people's time a quiz takes, and what asking everybody again would cost."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from statistics import mean, median

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import SMALLEST_PERCENTAGE_BASE, count_crowds
from quizapp.services.allowed import demand
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.storage.queries.reports.crowds import list_crowds
from quizapp.storage.queries.reports.staff_time import AttemptTime, list_attempt_times
from quizapp.storage.transaction import snapshot

USUAL_SECONDS = 10 * 60
"""What a quiz is meant to take, until enough people have taken it to know better."""


@dataclass(frozen=True, slots=True)
class MonthTime:
    """One month by the day attempts began: its first day, people, attempts and seconds."""

    month: date
    people: int
    attempts: int
    seconds: int


@dataclass(frozen=True, slots=True)
class StaffTime:
    """Seconds in all and in the middle of people of every staff type, also of those who have left.

    `in_post` is whom a further quiz for everybody would ask: again staff of every type who hold the quiz.
    `requiz_seconds` a person is the mean, for a total takes that; or what a quiz is meant to take where fewer than ten
    have taken it.
    """

    head: ReportHead
    people: int
    attempts: int
    seconds: int
    median_seconds: int | None
    months: tuple[MonthTime, ...]
    in_post: int
    requiz_seconds: int
    is_measured: bool


def report_staff_time(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> StaffTime:
    """Every attempt with an answer, of everybody who ever took the quiz; the newest month first."""
    demand(actor, Permission.SEE_LEARNING)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        times = list_attempt_times(actor.organisation_id, quiz_id=head.quiz_id)
        crowds = list_crowds(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
    by_person: dict[int, int] = defaultdict(int)
    for one in times:
        by_person[one.person_id] += one.seconds
    middle = int(median(by_person.values())) if by_person else None
    is_measured = len(by_person) >= SMALLEST_PERCENTAGE_BASE
    measures = count_crowds(((crowd.standing, crowd.people) for crowd in crowds), head.on)
    return StaffTime(
        head=head,
        people=len(by_person),
        attempts=len(times),
        seconds=sum(by_person.values()),
        median_seconds=middle,
        months=_count_months(times, head.time_zone),
        in_post=measures.esr_rate.of + measures.other_staff,
        requiz_seconds=round(mean(by_person.values())) if is_measured else USUAL_SECONDS,
        is_measured=is_measured,
    )


def _count_months(times: list[AttemptTime], time_zone: str) -> tuple[MonthTime, ...]:
    by_month: dict[date, list[AttemptTime]] = defaultdict(list)
    for one in times:
        by_month[local_day(one.started_at, time_zone).replace(day=1)].append(one)
    return tuple(
        MonthTime(month, len({one.person_id for one in found}), len(found), sum(one.seconds for one in found))
        for month, found in sorted(by_month.items(), reverse=True)
    )
