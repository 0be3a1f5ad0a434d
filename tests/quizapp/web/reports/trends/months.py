"""Months, starters and what follows from them, made by hand for presenters that are tested without a database."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import Share
from quizapp.assessment.trends.sentences import name_signal, say_small_months, say_target, say_trend
from quizapp.assessment.trends.step_curve import Starter, count_days_to_pass, trace_steps
from quizapp.assessment.trends.trend import MonthShare, follow_months
from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.months.on_time import OnTimeMonth, OnTimeSeries
from quizapp.services.reports.trends.on_time import NamedSpan, OnTimeTrend
from quizapp.services.reports.trends.starters import Cohort, StartersTrend

AS_AT = datetime(2026, 8, 20, 6, 2, tzinfo=UTC)
CALM = tuple(Share(value, 100) for value in (80, 84, 79, 83, 81, 85, 78, 82, 84, 80, 83, 79))
HEAD = ReportHead(
    organisation="Fernbrook Trust",
    time_zone="Europe/London",
    quiz_id=3,
    quiz_title="Our values",
    quizzes=((3, "Our values"),),
    on=ReportDay(date(2026, 8, 20), is_over=False),
    as_at=AS_AT,
    shows_scores=True,
    ends=AS_AT,
)


def on_time(*shares: Share, target: int = 90, frozen: int = 0) -> OnTimeTrend:
    """The trend of some months from January 2025 on, the first few of them frozen."""
    months = tuple(
        OnTimeMonth(date(2025 + number // 12, number % 12 + 1, 1), share, is_frozen=number < frozen)
        for number, share in enumerate(shares)
    )
    trend = follow_months(MonthShare(one.month, one.on_time) for one in months)
    return OnTimeTrend(
        organisation="Fernbrook Trust",
        time_zone="Europe/London",
        series=OnTimeSeries(3, "Our values", ((3, "Our values"),), AS_AT, months),
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


def cohort(first: date, last: date, *passed_after: int | None) -> Cohort:
    """Starters of the first day of a span, as many as there are days to a pass or None without one."""
    group = [Starter(first, None, None if days is None else first + timedelta(days=days)) for days in passed_after]
    return make_cohort(group, first, last)


def make_cohort(group: Sequence[Starter], first: date, last: date) -> Cohort:
    """The curve and the counts of some starters."""
    return Cohort(first, last, trace_steps(group, until=HEAD.on.day), count_days_to_pass(group, until=HEAD.on.day))


def starters(*this: int | None, before: tuple[int | None, ...] = ()) -> StartersTrend:
    """This quarter and the last one, each with one month."""
    quarters = (
        cohort(date(2026, 7, 1), date(2026, 9, 30), *this),
        cohort(date(2026, 4, 1), date(2026, 6, 30), *before),
    )
    months = (cohort(date(2026, 7, 1), date(2026, 7, 31), *this),)
    return StartersTrend(HEAD, 28, quarters, months)
