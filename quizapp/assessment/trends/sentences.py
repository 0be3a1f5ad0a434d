"""A trend in a sentence for people who read no charts, and whether the target can be reached as things are."""

from datetime import date
from fractions import Fraction

from quizapp.assessment.measures import SMALLEST_PERCENTAGE_BASE
from quizapp.assessment.trends.signals import Signal, SignalKind
from quizapp.assessment.trends.trend import FEWEST_MONTHS, Trend

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

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
        return f"No significant change in the last {_months(months)}."
    signal = trend.signals[0]
    if signal.last == months - 1:
        return _say_now(signal, trend)
    return f"{_say_then(signal, trend)} No significant change since."


def say_target(trend: Trend, target: int) -> str:
    """What may be expected of the target while nothing changes; without limits, how many months met it."""
    if not trend.months:
        return ""
    if trend.drawn_limits is None:
        met = sum(month.meets(target) for month in trend.months)
        return f"{met} of {_months(len(trend.months))} met the target of {target}%."
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
    last = _last(signal)
    above, upper = _words(signal)
    match signal.kind:
        case SignalKind.ONE_SIDE:
            return f"The last {last} are {above} average: a real change, not chance."
        case SignalKind.TREND:
            way = "higher" if signal.is_up else "lower"
            return f"In the last {last}, each was {way} than the one before: a real change, not chance."
        case SignalKind.OUTSIDE:
            what = FEW if _has_few(signal, trend) else "something out of the ordinary, not chance"
            if signal.first == signal.last:
                return f"The last month, {_span(signal, trend)}, is {above} the {upper} limit: {what}."
            return f"The last {last} are {above} the {upper} limit: {what}."
        case SignalKind.NEAR:
            return f"Results of the last {last} are close to the {upper} limit: an early sign of a real change."


def _say_then(signal: Signal, trend: Trend) -> str:
    span, long = _span(signal, trend), _last(signal)
    above, upper = _words(signal)
    match signal.kind:
        case SignalKind.ONE_SIDE:
            return f"The {long} {span} were {above} average: a real change."
        case SignalKind.TREND:
            way = "higher" if signal.is_up else "lower"
            return f"In the {long} {span}, each was {way} than the one before: a real change."
        case SignalKind.OUTSIDE:
            what = FEW if _has_few(signal, trend) else "something out of the ordinary"
            one = f"{span} was" if signal.first == signal.last else f"The {long} {span} were"
            return f"{one} {above} the {upper} limit: {what}."
        case SignalKind.NEAR:
            return f"Results {span} were close to the {upper} limit: a sign of change."


def _has_few(signal: Signal, trend: Trend) -> bool:
    """Whether one person would have moved each of these months a lot."""
    stretch = trend.months[signal.first : signal.last + 1]
    return all(month.share.of < SMALLEST_PERCENTAGE_BASE for month in stretch)


def _words(signal: Signal) -> tuple[str, str]:
    return ("above", "upper") if signal.is_up else ("below", "lower")


def _last(signal: Signal) -> str:
    return _months(signal.last - signal.first + 1)


def _span(signal: Signal, trend: Trend) -> str:
    first, last = (short_month(trend.months[number].month) for number in (signal.first, signal.last))
    return first if signal.first == signal.last else f"from {first} to {last}"


def _months(number: int) -> str:
    return f"{number} month{'' if number == 1 else 's'}"
