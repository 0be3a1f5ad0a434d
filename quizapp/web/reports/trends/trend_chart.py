"""On-time completion by month as a chart: mean and limits, or the median, the target, and what stands out."""

from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from quizapp.assessment.trends.signals import SignalKind
from quizapp.services.reports.pictures import Caption, Level, LevelKind, Look, MonthChart, Point, Span
from quizapp.services.reports.trends.on_time import OnTimeTrend
from quizapp.web.shell.filters import clock_time, cut_percentage, long_date, part_of, short_month

if TYPE_CHECKING:
    from quizapp.assessment.measures import Share
    from quizapp.assessment.trends.signals import Signal
    from quizapp.services.reports.trends.on_time import NamedSpan

AXIS = "Passed by their due date, by month"
_KEY = {
    Look.USUAL: "One month",
    Look.HIGH: "Higher than chance usually gives",
    Look.LOW: "Lower than chance usually gives",
    Look.RISE: "Part of a rise",
    Look.FALL: "Part of a fall",
    Look.SMALL: "Fewer than 10 people due",
}


def draw_trend(found: OnTimeTrend) -> MonthChart | None:
    """The chart; None while there is no month to draw."""
    if not found.trend.months:
        return None
    place = {one.month: number for number, one in enumerate(found.series.months)}
    points = tuple(
        Point(place[one.month], float(one.value * 100), _look(found, number))
        for number, one in enumerate(found.trend.months)
    )
    shown = {point.look for point in points}
    return MonthChart(
        Caption(found.sentence, _describe(found), f"{source_words(found)}"),
        AXIS,
        tuple(short_month(one.month) for one in found.series.months),
        points,
        _levels(found),
        tuple(Span(place[one.first], place[one.last], one.words) for one in found.spans),
        tuple((look, words) for look, words in _KEY.items() if look in shown),
    )


def as_at(found: OnTimeTrend) -> str:
    """As at 7.02am on 21 November 2026."""
    local = found.series.as_at.astimezone(ZoneInfo(found.time_zone))
    return f"As at {clock_time(local)} on {long_date(local.date())}"


def source_words(found: OnTimeTrend) -> str:
    """Where the picture is from."""
    return f"{found.organisation}, {found.series.quiz_title}. On-time completion by month. {as_at(found)}."


def name_months(found: OnTimeTrend, number: int) -> tuple[str, ...]:
    """What stands out about a month of the series, by the rules it belongs to; nothing where nobody was due."""
    month = found.series.months[number].month
    counted = [place for place, one in enumerate(found.trend.months) if one.month == month]
    spans = dict(zip(found.trend.signals, found.spans, strict=True))
    return tuple(_name(signal, spans[signal]) for place in counted for signal in found.trend.signals_of(place))


def _name(signal: "Signal", span: "NamedSpan") -> str:
    """In a rise each month may stand anywhere, so it is a part of it and no more."""
    if signal.kind is SignalKind.TREND:
        return f"Part of a {'rise' if signal.is_up else 'fall'}"
    return span.words


def _look(found: OnTimeTrend, number: int) -> Look:
    """A month that is high or low itself looks so; one that only goes the way of its neighbours is a part of that."""
    looks = [_look_of(signal) for signal in found.trend.signals_of(number)]
    for look in looks:
        if look in (Look.HIGH, Look.LOW):
            return look
    if looks:
        return looks[0]
    return Look.USUAL if found.trend.months[number].share.percentage else Look.SMALL


def _look_of(signal: "Signal") -> Look:
    if signal.kind is SignalKind.TREND:
        return Look.RISE if signal.is_up else Look.FALL
    return Look.HIGH if signal.is_up else Look.LOW


def _levels(found: OnTimeTrend) -> tuple[Level, ...]:
    trend, levels = found.trend, [Level(LevelKind.TARGET, found.target, f"Target {found.target}%")]
    if trend.centre is not None:
        name = "Median" if trend.limits is None else "Mean"
        levels.append(Level(LevelKind.CENTRE, float(trend.centre * 100), f"{name} {cut_percentage(trend.centre)}"))
    if trend.limits is not None and trend.drawn_limits is not None:
        upper, lower = trend.drawn_limits.upper, trend.drawn_limits.lower
        above = "Upper limit over 100%" if trend.limits.upper > 1 else f"Upper limit {cut_percentage(upper)}"
        below = "Lower limit under 0%" if trend.limits.lower < 0 else f"Lower limit {cut_percentage(lower)}"
        levels.append(Level(LevelKind.LIMIT, _percent(upper), above))
        levels.append(Level(LevelKind.LIMIT, _percent(lower), below))
    return tuple(sorted(levels, key=lambda level: -level.value))


def _percent(value: Fraction) -> float:
    return float(value * 100)


def _describe(found: OnTimeTrend) -> str:
    """The chart for those who do not see it; the numbers are in the table."""
    kind = "A control chart" if found.trend.limits else "A run chart"
    first, last = (short_month(found.series.months[number].month) for number in (0, -1))
    values = "; ".join(f"{short_month(one.month)} {_said(one.share)}" for one in found.trend.months)
    levels = ", ".join(level.words for level in _levels(found))
    return f"{kind} of on-time completion from {first} to {last}. {levels}. {values}. {found.target_sentence}"


def _said(share: "Share") -> str:
    return share.percentage or part_of(share.count, share.of)
