"""A measure over the months: an XmR control chart from twelve months on, before that a run chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median

from quizapp.assessment.measures import Share
from quizapp.assessment.trends.signals import Limits, Signal, find_signals

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
    return Trend(counted, mean, limits, find_signals(values, mean=mean, limits=limits))
