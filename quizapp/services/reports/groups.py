"""The groups of people that the numbers of a report count; each number opens the list of its group."""

from enum import StrEnum

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Standing, holds_valid_pass, is_due, is_in_scope, needs_something


class Group(StrEnum):
    """A number of a report, by the people it counts."""

    IN_SCOPE = "in-scope"
    BASE = "base"
    DUE = "due"
    DUE_PASSED = "due-passed"
    OVERDUE = "overdue"
    NOT_DUE_YET = "not-due-yet"
    ABSENT = "absent"
    PASSED = "passed"
    EVER_PASSED = "ever-passed"
    NEEDS_SOMETHING = "needs-something"


def belongs_to(group: Group, standing: Standing, on: ReportDay) -> bool:
    """Whether a person is one of those a number counts; the same rules as the measures."""
    if not is_in_scope(standing, on):
        return False
    valid, base = holds_valid_pass(standing, on), standing.absence is None
    due = base and is_due(standing, on)
    return {
        Group.IN_SCOPE: True,
        Group.BASE: base,
        Group.DUE: due,
        Group.DUE_PASSED: due and valid,
        Group.OVERDUE: due and not valid,
        Group.NOT_DUE_YET: base and not due,
        Group.ABSENT: not base,
        Group.PASSED: valid,
        Group.EVER_PASSED: base and standing.passed_on is not None,
        Group.NEEDS_SOMETHING: needs_something(standing, on),
    }[group]
