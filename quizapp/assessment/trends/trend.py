"""A measure over the months: an XmR control chart from twelve months on, before that a run chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median

from quizapp.assessment.measures import Share
from quizapp.assessment.trends.signals import Limits, Signal, SignalKind, find_signals, inner_limits

FEWEST_MONTHS = 12
"""From so many months on there are limits; before, the average moving range says too little."""
LIMIT_FACTOR = Fraction(266, 100)
"""How many average moving ranges the limits lie from the mean: three standard deviations, of ranges of two."""


@dataclass(frozen=True, slots=True)
class MonthShare:
    """One month, by its first day, and how many of how many."""

    month: date
    share: Share

    @property
    def value(self) -> Fraction:
        """The share as a number from 0 to 1; only of a month that has anybody to count."""
        return Fraction(self.share.count, self.share.of)

    def meets(self, target: int) -> bool:
        """Whether the share reaches a percentage, in whole people."""
        return self.share.count * 100 >= target * self.share.of


@dataclass(frozen=True, slots=True)
class Trend:
    """The months in their order and their centre: the mean, or without limits the median; None without months."""

    months: tuple[MonthShare, ...]
    centre: Fraction | None
    limits: Limits | None
    signals: tuple[Signal, ...]

    @property
    def drawn_limits(self) -> Limits | None:
        """The limits as far as a share can go."""
        if self.limits is None:
            return None
        return Limits(max(self.limits.lower, Fraction(0)), min(self.limits.upper, Fraction(1)))

    def signals_of(self, number: int) -> tuple[Signal, ...]:
        """The signals one of the months is a part of; two of three near a limit are those two."""
        return tuple(one for one in self.signals if one.first <= number <= one.last and self._bears(one, number))

    def _bears(self, signal: Signal, number: int) -> bool:
        if signal.kind is not SignalKind.NEAR or self.centre is None or self.limits is None:
            return True
        near, value = inner_limits(self.centre, self.limits), self.months[number].value
        return value > near.upper if signal.is_up else value < near.lower


def follow_months(months: Iterable[MonthShare]) -> Trend:
    """What the months show; those in which there was nobody to count are left out."""
    counted = tuple(month for month in months if month.share.of)
    values = [month.value for month in counted]
    if len(counted) < FEWEST_MONTHS:
        return Trend(counted, median(values) if values else None, None, ())
    mean = sum(values, Fraction(0)) / len(values)
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    reach = LIMIT_FACTOR * sum(ranges, Fraction(0)) / len(ranges)
    limits = Limits(mean - reach, mean + reach)
    found = find_signals(values, mean=mean, limits=limits)
    return Trend(counted, mean, limits, tuple(one for one in found if not _is_usual_end(one, values)))


def _is_usual_end(signal: Signal, values: Sequence[Fraction]) -> bool:
    """Whether a stretch lies at 100%, or at 0, as most other months do: then few others pull the mean away from it."""
    stretch = values[signal.first : signal.last + 1]
    others = [*values[: signal.first], *values[signal.last + 1 :]]
    end = Fraction(int(signal.is_up))
    return all(value == end for value in stretch) and 2 * others.count(end) > len(others)
