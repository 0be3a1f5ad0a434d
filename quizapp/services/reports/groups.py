"""The groups of people that the numbers of a report count; each number opens the list of its group."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import UP_TO_A_WEEK, UP_TO_FOUR_WEEKS
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import (
    Standing,
    Status,
    days_late,
    holds_valid_pass,
    is_due,
    is_in_post,
    is_in_scope,
    needs_something,
    status_on,
)
from quizapp.storage.queries.reports.crowds import Crowd


class Group(StrEnum):
    """A number of a report, by the people it counts."""

    EVERYBODY = "everybody"
    IN_SCOPE = "in-scope"
    BASE = "base"
    DUE = "due"
    DUE_PASSED = "due-passed"
    OVERDUE = "overdue"
    OVERDUE_UP_TO_7 = "overdue-1-to-7"
    OVERDUE_8_TO_28 = "overdue-8-to-28"
    OVERDUE_OVER_28 = "overdue-29-or-more"
    NOT_DUE_YET = "not-due-yet"
    NOT_DUE_PASSED = "not-due-yet-passed"
    ABSENT = "absent"
    ABSENT_PASSED = "absent-passed"
    PASSED = "passed"
    EVER_PASSED = "ever-passed"
    NEEDS_SOMETHING = "needs-something"
    OTHER_STAFF = "other-staff"
    NOT_IN_POST = "not-in-post"
    STATUS_PASSED = "status-passed"
    STATUS_EXPIRING = "status-expiring"
    STATUS_NOT_STARTED = "status-not-started"
    STATUS_IN_PROGRESS = "status-in-progress"
    STATUS_NOT_PASSED_YET = "status-not-passed-yet"
    STATUS_DUE_SOON = "status-due-soon"
    STATUS_OVERDUE = "status-overdue"
    STATUS_EXPIRED = "status-expired"


BY_STATUS: Mapping[Status, Group] = {
    Status.PASSED: Group.STATUS_PASSED,
    Status.EXPIRING: Group.STATUS_EXPIRING,
    Status.NOT_STARTED: Group.STATUS_NOT_STARTED,
    Status.IN_PROGRESS: Group.STATUS_IN_PROGRESS,
    Status.NOT_PASSED_YET: Group.STATUS_NOT_PASSED_YET,
    Status.DUE_SOON: Group.STATUS_DUE_SOON,
    Status.OVERDUE: Group.STATUS_OVERDUE,
    Status.EXPIRED: Group.STATUS_EXPIRED,
    Status.ABSENT: Group.ABSENT,
}
"""The people in scope by their label; everybody in scope has exactly one of these."""

_STATUS_OF = {group: status for status, group in BY_STATUS.items()}


def count_overdue_ages(crowds: Iterable[Crowd], on: ReportDay) -> Mapping[int, int]:
    """How many people are overdue by how many days."""
    found: Counter[int] = Counter()
    for crowd in crowds:
        if belongs_to(Group.OVERDUE, crowd.standing, on=on):
            found.update(crowd.ages)
    return found


def count_absences(crowds: Iterable[Crowd]) -> Mapping[AbsenceKind, int]:
    """How many people are away, by the reason."""
    found: Counter[AbsenceKind] = Counter()
    for crowd in crowds:
        if crowd.standing.absence is not None:
            found[crowd.standing.absence] += crowd.people
    return found


def belongs_to(group: Group, standing: Standing, *, on: ReportDay) -> bool:
    """Whether a person is one of those a number counts; the same rules as the measures."""
    outside = {
        Group.EVERYBODY: True,
        Group.OTHER_STAFF: is_in_post(standing, on) and not is_in_scope(standing, on),
        Group.NOT_IN_POST: standing.start_date > on.day,
    }
    if group in outside:
        return outside[group]
    if not is_in_scope(standing, on):
        return False
    if group in _STATUS_OF:
        return status_on(standing, on) is _STATUS_OF[group]
    valid, base = holds_valid_pass(standing, on), standing.absence is None
    due, late = base and is_due(standing, on), days_late(standing, on)
    return {
        Group.IN_SCOPE: True,
        Group.BASE: base,
        Group.DUE: due,
        Group.DUE_PASSED: due and valid,
        Group.OVERDUE: due and not valid,
        Group.OVERDUE_UP_TO_7: late is not None and late <= UP_TO_A_WEEK,
        Group.OVERDUE_8_TO_28: late is not None and UP_TO_A_WEEK < late <= UP_TO_FOUR_WEEKS,
        Group.OVERDUE_OVER_28: late is not None and late > UP_TO_FOUR_WEEKS,
        Group.NOT_DUE_YET: base and not due,
        Group.NOT_DUE_PASSED: base and not due and valid,
        Group.ABSENT_PASSED: not base and valid,
        Group.PASSED: valid,
        Group.EVER_PASSED: base and standing.passed_on is not None,
        Group.NEEDS_SOMETHING: needs_something(standing, on),
    }[group]
