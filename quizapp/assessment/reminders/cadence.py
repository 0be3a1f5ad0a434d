"""When people are written to about a quiz, and when they are not; all days are the organisation's own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.assessment.status import Progress, Standing, holds_valid_pass

OPENS, CLOSES = time(7), time(22)
"""Nothing is sent before the first and from the second on."""

GAP_DAYS = 3
"""From one message to the next: whoever was written to on Monday is not written to before Thursday."""

HELP_DAYS = 4
BEFORE = ((MessageKind.DUE_IN_A_WEEK, -7), (MessageKind.DUE_TOMORROW, -1))
AFTER = (2, 9, 16, 23, 30)
"""Days after the due date: two days, then weekly, four times."""

LAST_WINDOW_DAYS = 7
"""How long the last step may still be sent; every other one until the next begins."""

BY_HAND_DAYS = 7
"""What somebody asked for by hand and could not be sent for so long is not sent any more."""

_MONDAY = 0


class SkipReason(StrEnum):
    """Why somebody is not written to about a quiz."""

    LEFT = "left"
    NOT_IN_POST = "not in post yet"
    PASSED = "passed"
    AWAY = "away"
    ON_LEAVE = "on leave, as the manager says"
    NO_EMAIL = "no e-mail address"
    RECENTLY = "written to in the last 3 days"
    SAID_LEFT = "has left, as a manager says"
    SAID_ELSEWHERE = "not in this team, as a manager says"
    SAID_ON_PAPER = "done on paper, as a manager says"


@dataclass(frozen=True, slots=True)
class Case:
    """What decides whether somebody is written to about one quiz.

    `back_on` is the first day back that a manager gave; `written_on` the day of the last message of any kind.
    """

    standing: Standing
    assigned_on: date
    has_email: bool = True
    has_signed_in: bool = False
    back_on: date | None = None
    written_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One message of the cadence, the days it may be sent on, and what tells it from every other of the person."""

    kind: MessageKind
    from_day: date
    until_day: date
    """The first day it may no longer be sent."""
    occasion: str
    late: int = 0
    """For what is sent after the due date: the days that it comes after it."""


def why_not(case: Case, *, on: date) -> SkipReason | None:
    """Why this person is not to be written to on a day, whatever there is to say."""
    standing = case.standing
    if standing.end_date is not None and standing.end_date < on:
        return SkipReason.LEFT
    if standing.start_date > on:
        return SkipReason.NOT_IN_POST
    if holds_valid_pass(standing, ReportDay(on, is_over=False)):
        return SkipReason.PASSED
    if standing.absence is not None:
        return SkipReason.AWAY
    if case.back_on is not None and case.back_on > on:
        return SkipReason.ON_LEAVE
    if not case.has_email:
        return SkipReason.NO_EMAIL
    if case.written_on is not None and on < gap_ends(case.written_on):
        return SkipReason.RECENTLY
    return None


def find_step(case: Case, *, on: date) -> Step | None:
    """The step of the cadence that may be sent on a day; what was missed is never sent late."""
    fitting = [step for step in list_steps(case) if step.from_day <= on < step.until_day and _applies(step, case)]
    return fitting[-1] if fitting else None


def list_steps(case: Case) -> list[Step]:
    """The whole cadence of one person and one quiz, in the order of its days."""
    begun = sorted(_beginnings(case), key=lambda step: step.from_day)
    days = [step.from_day for step in begun]
    ends = [next((day for day in days if day > step.from_day), step.until_day) for step in begun]
    return [replace(step, until_day=end) for step, end in zip(begun, ends, strict=True)]


def due_day(standing: Standing) -> date | None:
    """The day the cadence counts from: the due date, or the last day of a pass that ran out after it."""
    if standing.passed_on is None or standing.valid_until is None:
        return standing.effective_due_on
    return max(standing.effective_due_on or standing.valid_until, standing.valid_until)


def gap_ends(written_on: date) -> date:
    """The first day somebody may be written to again."""
    return written_on + timedelta(days=GAP_DAYS)


def next_opening(moment: datetime, time_zone: str) -> datetime:
    """This moment, or the next 7am where nothing is sent at it: by the clock on the wall, whatever the season."""
    zone = ZoneInfo(time_zone)
    local = moment.astimezone(zone)
    if OPENS <= local.time() < CLOSES:
        return moment
    day = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    return opening_of(day, time_zone)


def opening_of(day: date, time_zone: str) -> datetime:
    """The first moment of a day at which something may be sent."""
    return datetime.combine(day, OPENS, ZoneInfo(time_zone)).astimezone(UTC)


def digest_monday(day: date) -> date | None:
    """The Monday whose digest may be sent on a day, which is that day or none: managers are told that it is Mondays."""
    return day if day.weekday() == _MONDAY else None


def _beginnings(case: Case) -> Iterator[Step]:
    """Each step from its first day on; what would come no later than the welcome is left out, for that says it all.

    After a long absence somebody begins anew; whoever was welcomed before is not welcomed again, for the occasion is
    the same.
    """
    standing = case.standing
    first = max(day for day in (standing.start_date, case.assigned_on, standing.returned_on) if day is not None)
    yield _step(MessageKind.WELCOME, first)
    due = due_day(standing)
    if due is not None:
        # As long as a pass holds nobody is written to, so there is nothing before its end.
        before = () if standing.passed_on is not None and due == standing.valid_until else BEFORE
        for kind, days in (*before, *((MessageKind.OVERDUE, days) for days in AFTER)):
            if (day := due + timedelta(days=days)) > first:
                yield _step(kind, day, occasion=f"{kind}:{due}:{days}", late=max(days, 0))
    # Last, so that of two steps on one day this one is sent: somebody who cannot get in needs it most.
    yield _step(MessageKind.SIGN_IN_HELP, first + timedelta(days=HELP_DAYS))


def _step(kind: MessageKind, day: date, *, occasion: str = "", late: int = 0) -> Step:
    return Step(kind, day, day + timedelta(days=LAST_WINDOW_DAYS), occasion or kind, late)


def _applies(step: Step, case: Case) -> bool:
    """Whoever has begun has got in and been welcomed, however that was."""
    is_new = case.standing.progress is Progress.NOT_STARTED
    if step.kind is MessageKind.SIGN_IN_HELP:
        return is_new and not case.has_signed_in
    return is_new or step.kind is not MessageKind.WELCOME
