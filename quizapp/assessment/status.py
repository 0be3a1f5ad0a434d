"""Where one person stands with one quiz on one day, derived from dated facts and never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quizapp.assessment.deadlines import ReportDay, due_after_absence
from quizapp.assessment.population import HEADLINE_STAFF_TYPES, AbsenceKind, StaffType

DUE_SOON_DAYS = 7
EXPIRING_DAYS = 90


class Progress(StrEnum):
    """How far somebody has come."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    NOT_PASSED_YET = "not passed yet"
    PASSED = "passed"


class Status(StrEnum):
    """The one label shown; the first that fits, in the order of `status_on`."""

    LEFT = "Left"
    NOT_IN_POST = "Not in post yet"
    ABSENT = "On long-term absence"
    EXPIRED = "Expired"
    EXPIRING = "Expiring"
    PASSED = "Passed"
    OVERDUE = "Overdue"
    DUE_SOON = "Due soon"
    NOT_PASSED_YET = "Not passed yet"
    IN_PROGRESS = "In progress"
    NOT_STARTED = "Not started"


@dataclass(frozen=True, slots=True)
class Standing:
    """The dated facts about one person and one quiz, as they were known on the report's day.

    `due_on` is as it was set; `returned_on` the day a long absence ended; `valid_until` is None for a pass that
    holds for good, and belongs to the pass that holds longest.
    """

    person_id: int
    staff_type: StaffType
    start_date: date
    end_date: date | None = None
    absence: AbsenceKind | None = None
    returned_on: date | None = None
    due_on: date | None = None
    has_open_attempt: bool = False
    submitted_attempts: int = 0
    passed_on: date | None = None
    valid_until: date | None = None

    @property
    def effective_due_on(self) -> date | None:
        """The due date after any long absence."""
        return None if self.due_on is None else due_after_absence(self.due_on, returned_on=self.returned_on)

    @property
    def progress(self) -> Progress:
        """How far this person has come, whatever the dates."""
        if self.passed_on is not None:
            return Progress.PASSED
        if self.has_open_attempt:
            return Progress.IN_PROGRESS
        return Progress.NOT_PASSED_YET if self.submitted_attempts else Progress.NOT_STARTED


def is_in_post(standing: Standing, on: ReportDay) -> bool:
    """Whether the post has begun and not ended; its last day counts."""
    return standing.start_date <= on.day and (standing.end_date is None or standing.end_date >= on.day)


def is_in_scope(standing: Standing, on: ReportDay) -> bool:
    """In post on the day and of a staff type in the headline."""
    return is_in_post(standing, on) and standing.staff_type in HEADLINE_STAFF_TYPES


def holds_valid_pass(standing: Standing, on: ReportDay) -> bool:
    """Whether a pass counts on the day; its last valid day counts."""
    if standing.passed_on is None or standing.passed_on > on.day:
        return False
    return standing.valid_until is None or standing.valid_until >= on.day


def is_due(standing: Standing, on: ReportDay) -> bool:
    """Whether the deadline has passed."""
    due_on = standing.effective_due_on
    return due_on is not None and on.has_passed(due_on)


def days_late(standing: Standing, on: ReportDay) -> int | None:
    """Days since the due date, or since the pass ran out where that was later; None for who is not overdue."""
    if standing.absence is not None or not is_due(standing, on) or holds_valid_pass(standing, on):
        return None
    since = max(moment for moment in (standing.effective_due_on, standing.valid_until) if moment is not None)
    return on.days_since(since)


def status_on(standing: Standing, on: ReportDay) -> Status:
    """The label for a day."""
    if standing.end_date is not None and standing.end_date < on.day:
        return Status.LEFT
    if standing.start_date > on.day:
        return Status.NOT_IN_POST
    if standing.absence is not None:
        return Status.ABSENT
    if standing.passed_on is not None:
        return _status_of_pass(standing, on)
    if is_due(standing, on):
        return Status.OVERDUE
    due_on = standing.effective_due_on
    if due_on is not None and (due_on - on.day).days <= DUE_SOON_DAYS:
        return Status.DUE_SOON
    return {
        Progress.NOT_PASSED_YET: Status.NOT_PASSED_YET,
        Progress.IN_PROGRESS: Status.IN_PROGRESS,
    }.get(standing.progress, Status.NOT_STARTED)


def needs_something(standing: Standing, on: ReportDay) -> bool:
    """Whether a manager should look at this row now."""
    status = status_on(standing, on)
    return status in {Status.OVERDUE, Status.DUE_SOON, Status.EXPIRED} or (
        status is Status.NOT_PASSED_YET and standing.submitted_attempts >= 3
    )


def _status_of_pass(standing: Standing, on: ReportDay) -> Status:
    if not holds_valid_pass(standing, on):
        return Status.EXPIRED
    if standing.valid_until is not None and (standing.valid_until - on.day).days <= EXPIRING_DAYS:
        return Status.EXPIRING
    return Status.PASSED
