"""How soon new starters pass: the share by days since the start, and the days it took."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from quizapp.assessment.measures import SMALLEST_PERCENTAGE_BASE

LAST_DAY = 90
MEDIAN, NINETIETH = Fraction(1, 2), Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Starter:
    """When somebody began, the last day in post where there is one, and when they first passed."""

    start_date: date
    end_date: date | None = None
    passed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """Somebody as far as they could be watched: days from the start to the pass, or to where watching ended."""

    days: int
    has_passed: bool


@dataclass(frozen=True, slots=True)
class StepCurve:
    """The share who had passed by each day since the start, from day 0 on, and how many were watched that long."""

    shares: tuple[Fraction, ...]
    watched: tuple[int, ...]

    @property
    def last_day(self) -> int:
        """The last day the curve knows of."""
        return len(self.shares) - 1


@dataclass(frozen=True, slots=True)
class DaysToPass:
    """Of some starters (K8): who passed and by which day half and nine in ten of those had, who has not, who left."""

    starters: int
    passed: int
    still_open: int
    left: int
    median: int | None
    ninetieth: int | None


def follow(starter: Starter, *, until: date) -> Followed:
    """As far as a day, or the last one in post; a pass before the start counts as on its first day."""
    if _has_passed(starter, until=until) and starter.passed_on is not None:
        return Followed(max(0, (starter.passed_on - starter.start_date).days), has_passed=True)
    return Followed((_last_day(starter, until=until) - starter.start_date).days, has_passed=False)


def trace_steps(starters: Iterable[Starter], *, until: date) -> StepCurve | None:
    """The curve by Kaplan and Meier: who has not been there long enough is not counted as not having passed.

    It ends where fewer than ten people could be watched so long; None where there never were ten.
    """
    group = list(starters)
    watched = _count_watched(group, until=until)
    if not watched:
        return None
    followed = [follow(starter, until=until) for starter in group]
    passes = Counter(one.days for one in followed if one.has_passed)
    leaving = Counter(one.days for one in followed)
    at_risk, open_share, shares = len(followed), Fraction(1), []
    for day in range(len(watched)):
        if passes[day]:
            open_share *= Fraction(at_risk - passes[day], at_risk)
        at_risk -= leaving[day]
        shares.append(1 - open_share)
    return StepCurve(tuple(shares), watched)


def count_days_to_pass(starters: Iterable[Starter], *, until: date) -> DaysToPass:
    """The days it took those who have passed, with the number of those who have not."""
    group = list(starters)
    days = sorted(one.days for one in (follow(starter, until=until) for starter in group) if one.has_passed)
    waiting = [starter for starter in group if not _has_passed(starter, until=until)]
    left = sum(starter.end_date is not None and starter.end_date < until for starter in waiting)
    return DaysToPass(
        starters=len(group),
        passed=len(days),
        still_open=len(waiting) - left,
        left=left,
        median=_by_which_day(days, MEDIAN),
        ninetieth=_by_which_day(days, NINETIETH),
    )


def _has_passed(starter: Starter, *, until: date) -> bool:
    return starter.passed_on is not None and starter.passed_on <= _last_day(starter, until=until)


def _last_day(starter: Starter, *, until: date) -> date:
    return until if starter.end_date is None else min(until, starter.end_date)


def _count_watched(group: Sequence[Starter], *, until: date) -> tuple[int, ...]:
    """For each day as many as were, or after their pass would have been, watched until it; no fewer than ten."""
    reach = Counter(
        min(LAST_DAY, ((until if _has_passed(one, until=until) else _last_day(one, until=until)) - one.start_date).days)
        for one in group
    )
    watched, left = [], len(group)
    for day in range(LAST_DAY + 1):
        if left < SMALLEST_PERCENTAGE_BASE:
            break
        watched.append(left)
        left -= reach[day]
    return tuple(watched)


def _by_which_day(days: Sequence[int], part: Fraction) -> int | None:
    """The first day by which at least so large a part had passed; always a day on which somebody did."""
    return days[-(-len(days) * part.numerator // part.denominator) - 1] if days else None
