"""The counts behind every report, in whole people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Standing, holds_valid_pass, is_due, is_in_scope

SMALLEST_PERCENTAGE_BASE = 10
"""Under this many people a percentage misleads: counts only."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many people."""

    count: int
    of: int

    @property
    def percentage(self) -> str | None:
        """To one decimal, cut and never rounded up; None where there are too few people for one."""
        if self.of < SMALLEST_PERCENTAGE_BASE:
            return None
        tenths = self.count * 1000 // self.of
        return f"{tenths // 10}.{tenths % 10}%"


@dataclass(frozen=True, slots=True)
class Overdue:
    """People past their due date without a valid pass, by how long (K5)."""

    total: int
    up_to_7_days: int
    up_to_28_days: int
    over_28_days: int
    median_days: int | None


@dataclass(frozen=True, slots=True)
class Measures:
    """K1 compliance, K2 the rate as ESR counts it, K4 ever completed, K5 overdue, K6 not due yet, K7 absent."""

    compliance: Share
    esr_rate: Share
    completion: Share
    overdue: Overdue
    not_due_yet: int
    absent: int


def count_measures(standings: Iterable[Standing], on: ReportDay) -> Measures:
    """All measures of a group of people on a day."""
    in_scope = [standing for standing in standings if is_in_scope(standing, on)]
    base = [standing for standing in in_scope if standing.absence is None]
    due = [standing for standing in base if is_due(standing, on)]
    late = [standing for standing in due if not holds_valid_pass(standing, on)]
    return Measures(
        compliance=Share(len(due) - len(late), len(due)),
        esr_rate=Share(sum(holds_valid_pass(standing, on) for standing in in_scope), len(in_scope)),
        completion=Share(sum(_has_passed(standing, on) for standing in base), len(base)),
        overdue=_age_overdue([_days_late(standing, on.day) for standing in late]),
        not_due_yet=len(base) - len(due),
        absent=len(in_scope) - len(base),
    )


def _has_passed(standing: Standing, on: ReportDay) -> bool:
    return standing.passed_on is not None and standing.passed_on <= on.day


def _days_late(standing: Standing, day: date) -> int:
    """Since the due date, or since the pass ran out where that was later."""
    since = max(moment for moment in (standing.effective_due_on, standing.valid_until) if moment is not None)
    return (day - since).days


def _age_overdue(days: list[int]) -> Overdue:
    return Overdue(
        total=len(days),
        up_to_7_days=sum(late <= 7 for late in days),
        up_to_28_days=sum(7 < late <= 28 for late in days),
        over_28_days=sum(late > 28 for late in days),
        median_days=int(median(days)) if days else None,
    )
