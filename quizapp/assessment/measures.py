"""The counts behind every report, in whole people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

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
    measures = count_crowds(((standing, 1) for standing in everybody), on)
    ages = Counter(days for one in everybody if is_in_scope(one, on) and (days := days_late(one, on)) is not None)
    return with_median(measures, ages)


def count_crowds(crowds: Iterable[tuple[Standing, int]], on: ReportDay) -> Measures:
    """The same where each standing stands for so many people; what is not known then is the median."""
    counts: Counter[str] = Counter()
    for standing, people in crowds:
        for name in _list_counts(standing, on):
            counts[name] += people
    late = counts["late 7"] + counts["late 28"] + counts["late 29"]
    return Measures(
        compliance=Share(counts["due"] - late, counts["due"]),
        esr_rate=Share(counts["valid"], counts["in scope"]),
        completion=Share(counts["ever passed"], counts["base"]),
        overdue=Overdue(late, counts["late 7"], counts["late 28"], counts["late 29"], median_days=None),
        not_due_yet=counts["base"] - counts["due"],
        absent=counts["in scope"] - counts["base"],
        other_staff=counts["other staff"],
        not_in_post=counts["not in post"],
    )


def with_median(measures: Measures, ages: Mapping[int, int]) -> Measures:
    """The same with the median of the days overdue, from how many people are late by how many days."""
    return replace(measures, overdue=replace(measures.overdue, median_days=find_median(ages)))


def find_median(counts: Mapping[int, int]) -> int | None:
    """The median of numbers that occur so often, in whole numbers; None of none."""
    total, seen = sum(counts.values()), 0
    middle: list[int] = []
    for number in sorted(counts):
        seen += counts[number]
        while len(middle) < 2 and seen > (total - 1 + len(middle)) // 2:
            middle.append(number)
    return sum(middle) // 2 if middle else None


def _list_counts(standing: Standing, on: ReportDay) -> Iterator[str]:
    """What a person counts in."""
    if standing.start_date > on.day:
        yield "not in post"
    if not is_in_post(standing, on):
        return
    if not is_in_scope(standing, on):
        yield "other staff"
        return
    yield "in scope"
    if holds_valid_pass(standing, on):
        yield "valid"
    if standing.absence is not None:
        return
    yield "base"
    if _has_passed(standing, on):
        yield "ever passed"
    if is_due(standing, on):
        yield "due"
    days = days_late(standing, on)
    if days is not None:
        yield "late 7" if days <= UP_TO_A_WEEK else "late 28" if days <= UP_TO_FOUR_WEEKS else "late 29"


def _has_passed(standing: Standing, on: ReportDay) -> bool:
    return standing.passed_on is not None and standing.passed_on <= on.day
