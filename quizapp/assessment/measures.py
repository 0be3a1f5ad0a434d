"""The counts behind every report, in whole people."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Standing, days_late, holds_valid_pass, is_due, is_in_post, is_in_scope

SMALLEST_PERCENTAGE_BASE = 10
"""Under this many people a percentage misleads: counts only."""
UP_TO_A_WEEK, UP_TO_FOUR_WEEKS = 7, 28
"""Where the ages of overdue end, in days."""


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
    """K1 compliance, K2 the rate as ESR counts it, K4 ever completed, K5 overdue, K6 not due yet, K7 absent.

    `other_staff` (agency, volunteers, students) and `not_in_post` (to start later) are in none of them.
    """

    compliance: Share
    esr_rate: Share
    completion: Share
    overdue: Overdue
    not_due_yet: int
    absent: int
    other_staff: int
    not_in_post: int


def count_measures(standings: Iterable[Standing], on: ReportDay) -> Measures:
    """All measures of a group of people on a day."""
    everybody = list(standings)
    in_scope = [standing for standing in everybody if is_in_scope(standing, on)]
    base = [standing for standing in in_scope if standing.absence is None]
    due = [standing for standing in base if is_due(standing, on)]
    late = [standing for standing in due if not holds_valid_pass(standing, on)]
    return Measures(
        compliance=Share(len(due) - len(late), len(due)),
        esr_rate=Share(sum(holds_valid_pass(standing, on) for standing in in_scope), len(in_scope)),
        completion=Share(sum(_has_passed(standing, on) for standing in base), len(base)),
        overdue=_age_overdue([days for standing in late if (days := days_late(standing, on)) is not None]),
        not_due_yet=len(base) - len(due),
        absent=len(in_scope) - len(base),
        other_staff=sum(is_in_post(standing, on) for standing in everybody) - len(in_scope),
        not_in_post=sum(standing.start_date > on.day for standing in everybody),
    )


def _has_passed(standing: Standing, on: ReportDay) -> bool:
    return standing.passed_on is not None and standing.passed_on <= on.day


def _age_overdue(days: list[int]) -> Overdue:
    return Overdue(
        total=len(days),
        up_to_7_days=sum(late <= UP_TO_A_WEEK for late in days),
        up_to_28_days=sum(UP_TO_A_WEEK < late <= UP_TO_FOUR_WEEKS for late in days),
        over_28_days=sum(late > UP_TO_FOUR_WEEKS for late in days),
        median_days=int(median(days)) if days else None,
    )
