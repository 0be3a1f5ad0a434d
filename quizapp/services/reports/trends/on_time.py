"""Whether on-time completion has changed over the months, and what to expect of the target."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.assessment.trends.sentences import name_signal, say_small_months, say_target, say_trend
from quizapp.assessment.trends.trend import MonthShare, Trend, follow_months
from quizapp.services.reports.months.on_time import OnTimeSeries, list_on_time
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A stretch of months that is no chance, by its first and last month, and what it is called."""

    first: date
    last: date
    words: str
    is_up: bool


@dataclass(frozen=True, slots=True)
class OnTimeTrend:
    """The months as they were counted, what they show, and that in sentences."""

    organisation: str
    time_zone: str
    series: OnTimeSeries
    trend: Trend
    spans: tuple[NamedSpan, ...]
    target: int
    sentence: str
    target_sentence: str
    small_sentence: str


def trace_on_time(actor: Actor, *, now: datetime, quiz_id: int | None = None, until: date | None = None) -> OnTimeTrend:
    """On-time completion of one quiz; with a day, only the months that were over when it ended."""
    with snapshot():
        series = list_on_time(actor, now=now, quiz_id=quiz_id, until=until)
        organisation = get_organisation(actor.organisation_id)
        target, name, time_zone = organisation.target, organisation.name, organisation.time_zone
    trend = follow_months(MonthShare(one.month, one.on_time) for one in series.months)
    return OnTimeTrend(
        organisation=name,
        time_zone=time_zone,
        series=series,
        trend=trend,
        spans=tuple(
            NamedSpan(trend.months[one.first].month, trend.months[one.last].month, name_signal(one), is_up=one.is_up)
            for one in trend.signals
        ),
        target=target,
        sentence=say_trend(trend),
        target_sentence=say_target(trend, target),
        small_sentence=say_small_months(trend),
    )
