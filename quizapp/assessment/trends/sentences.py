"""A trend in a sentence for people who read no charts, and whether the target can be reached as things are."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from quizapp.assessment.measures import SMALLEST_PERCENTAGE_BASE
from quizapp.assessment.trends.signals import Signal, SignalKind
from quizapp.assessment.trends.trend import FEWEST_MONTHS, MonthShare, Trend

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

RECENT_MONTHS = 6
"""What the target is held against where results have not been steady and no shift goes on."""
BEYOND = "more than chance would usually give"
EARLY = "an early sign that something may be changing"
FEW = "with so few people due, it may still be chance"


def short_month(month: date) -> str:
    """Mar 2026."""
    return f"{_MONTHS[month.month - 1]} {month.year}"


def say_trend(trend: Trend) -> str:
    """Whether anything has changed, by the newest of the signals."""
    months = len(trend.months)
    if not months:
        return "Nobody was due in a whole month so far."
    if trend.limits is None:
        return (
            f"{_months(months)} so far: too few to tell a change from chance."
            f" With {FEWEST_MONTHS} months we draw the limits of chance."
        )
    if not trend.signals:
        return f"No significant change in the last {_months_in(trend, 0, months - 1)}."
    signal = trend.signals[0]
    if signal.last == months - 1:
        return _say_now(signal, trend)
    return f"{_say_then(signal, trend)} No significant change since."


def say_target(trend: Trend, target: int) -> str:
    """What may be expected of the target, where results were steady; else how many of the last months met it."""
    if not trend.months:
        return ""
    if trend.drawn_limits is None:
        return _say_met(trend, target, first=0, span=_months_in(trend, 0, len(trend.months) - 1))
    if _are_few(trend.months):
        return f"{_say_lately(trend, target)} With so few people due, results do not tell what to expect."
    if trend.signals:
        return f"{_say_lately(trend, target)} Results have not been steady, so they do not tell what to expect."
    goal = Fraction(target, 100)
    if goal > trend.drawn_limits.upper:
        return (
            f"The target of {target}% is above the limits. As things are, we do not expect any month to meet it."
            " It takes a change in how things are done."
        )
    if goal <= trend.drawn_limits.lower:
        return f"The target of {target}% is below the limits. As things are, we expect every month to meet it."
    return (
        f"The target of {target}% is inside the limits."
        " As things are, some months will meet it and some will miss it by chance alone."
    )


def say_small_months(trend: Trend) -> str:
    """A warning where single people move the line."""
    small = sum(month.share.of < SMALLEST_PERCENTAGE_BASE for month in trend.months)
    if not small:
        return ""
    return (
        f"In {small} of {_months(len(trend.months))} fewer than {SMALLEST_PERCENTAGE_BASE} people were due:"
        " there, one person moves the line a lot."
    )


def name_signal(signal: Signal) -> str:
    """What a stretch is called on the picture."""
    long = signal.last - signal.first + 1
    match signal.kind:
        case SignalKind.ONE_SIDE:
            return f"{long} {'above' if signal.is_up else 'below'} average"
        case SignalKind.TREND:
            return f"{long} {'rising' if signal.is_up else 'falling'}"
        case SignalKind.OUTSIDE:
            return f"{'Above upper' if signal.is_up else 'Below lower'} limit"
        case SignalKind.NEAR:
            return f"Near {'upper' if signal.is_up else 'lower'} limit"


def _say_now(signal: Signal, trend: Trend) -> str:
    last = _months_in(trend, signal.first, signal.last)
    above, upper = _words(signal)
    weight = _weigh(signal, trend)
    match signal.kind:
        case SignalKind.ONE_SIDE:
            return f"The last {last} are {above} average: {weight}."
        case SignalKind.TREND:
            way = "higher" if signal.is_up else "lower"
            return f"In the last {last}, each was {way} than the one before: {weight}."
        case SignalKind.OUTSIDE:
            if signal.first == signal.last:
                return f"The last month, {_span(signal, trend)}, is {above} the {upper} limit: {weight}."
            return f"The last {last} are {above} the {upper} limit: {weight}."
        case SignalKind.NEAR:
            early = EARLY if weight == BEYOND else weight
            return f"Results of the last {last} are close to the {upper} limit: {early}."


def _say_then(signal: Signal, trend: Trend) -> str:
    span, long = _span(signal, trend), _months_in(trend, signal.first, signal.last)
    above, upper = _words(signal)
    weight = _weigh(signal, trend)
    match signal.kind:
        case SignalKind.ONE_SIDE:
            return f"The {long} {span} were {above} average: {weight}."
        case SignalKind.TREND:
            way = "higher" if signal.is_up else "lower"
            return f"In the {long} {span}, each was {way} than the one before: {weight}."
        case SignalKind.OUTSIDE:
            one = f"{span} was" if signal.first == signal.last else f"The {long} {span} were"
            return f"{one} {above} the {upper} limit: {weight}."
        case SignalKind.NEAR:
            return f"Results {span} were close to the {upper} limit: {weight}."


def _say_lately(trend: Trend, target: int) -> str:
    """How many months met the target since a shift that goes on began, or of the last few."""
    last = len(trend.months) - 1
    newest = trend.signals[0] if trend.signals else None
    if newest and newest.kind is SignalKind.ONE_SIDE and newest.last == last:
        since = short_month(trend.months[newest.first].month)
        span = f"{_months_in(trend, newest.first, last)} since {since}"
        return _say_met(trend, target, first=newest.first, span=span)
    first = last + 1 - RECENT_MONTHS
    return _say_met(trend, target, first=first, span=f"last {_months_in(trend, first, last)}")


def _say_met(trend: Trend, target: int, *, first: int, span: str) -> str:
    months = trend.months[first:]
    met = sum(month.meets(target) for month in months)
    if len(months) == 1:
        return f"{met} of {span} met the target of {target}%."
    many = {0: "None", len(months): "All"}.get(met, met)
    return f"{many} of the {span} met the target of {target}%."


def _weigh(signal: Signal, trend: Trend) -> str:
    return FEW if _are_few(trend.months[signal.first : signal.last + 1]) else BEYOND


def _are_few(months: Sequence[MonthShare]) -> bool:
    """Whether one person would have moved at least half of the months a lot."""
    return 2 * sum(month.share.of < SMALLEST_PERCENTAGE_BASE for month in months) >= len(months)


def _words(signal: Signal) -> tuple[str, str]:
    return ("above", "upper") if signal.is_up else ("below", "lower")


def _span(signal: Signal, trend: Trend) -> str:
    first, last = (short_month(trend.months[number].month) for number in (signal.first, signal.last))
    return first if signal.first == signal.last else f"from {first} to {last}"


def _months_in(trend: Trend, first: int, last: int) -> str:
    """So many months; where months without anybody due lie between them, that these are others."""
    begin, end = trend.months[first].month, trend.months[last].month
    months = last - first + 1
    has_gaps = (end.year - begin.year) * 12 + end.month - begin.month + 1 > months
    return f"{_months(months)} with people due" if has_gaps else _months(months)


def _months(number: int) -> str:
    return f"{number} month{'' if number == 1 else 's'}"
