"""Who stands where on a day, worked out person by person from their lives, without a line of the service's rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.assessment.population import StaffType
from tests.quizapp.storage.queries.reports.lives import FIRST_ID, Job, Life, Span

AMONG_OURS = (StaffType.PERMANENT, StaffType.FIXED_TERM, StaffType.BANK, StaffType.HONORARY)
BENDS = (
    "leavers stay",
    "starters to come count",
    "agency staff count",
    "who is away is due",
    "absences do not move the due date",
    "a pass that ran out counts",
    "passes of later days count",
    "the day itself is not over",
    "a day that is over makes nobody later",
)
"""Mistakes that somebody could make."""


@dataclass(frozen=True)
class Seen:
    """One person on the day: the groups that count them, the label, the team, and how many days overdue."""

    person_id: int
    groups: frozenset[str]
    label: str
    team: str | None
    days: int | None


def look(people: Iterable[Life], day: date, *, bend: str = "") -> list[Seen]:
    """Everybody whom a report on the end of a day speaks of; with a bend, as somebody would see it who errs so."""
    found = [_look_at(FIRST_ID + place, life, day, bend) for place, life in enumerate(people)]
    return [one for one in found if one is not None]


def ids_in(seen: Iterable[Seen], group: str) -> set[int]:
    """The people of one group."""
    return {one.person_id for one in seen if group in one.groups}


def _look_at(person_id: int, life: Life, day: date, bend: str) -> Seen | None:
    jobs = [job for job in life.jobs if job.is_primary and (_goes_on(job.span, day) or bend == "leavers stay")]
    held = [given for given in life.given if given.span.holds_on(day)]
    if not jobs or not held:
        return None
    job, given = min(jobs, key=lambda one: one.span.from_date), held[0]
    begun = job.span.from_date <= day
    team = next((str(one.what) for one in job.teams if one.holds_on(max(day, job.span.from_date))), None)
    passes = [
        (on, ends)
        for on, ends in zip(given.passed_on, given.ends, strict=True)
        if on <= day or bend == "passes of later days count"
    ]
    last_end = passes[-1][1] if passes else None
    holds = bool(passes) and (last_end is None or last_end >= day or bend == "a pass that ran out counts")
    due = _due(given.due, job, day, bend)
    deadline_gone = due is not None and (due < day if bend == "the day itself is not over" else due <= day)
    away = any(one.holds_on(day) for one in job.absences)
    tries = sum(on <= day for on in (*given.tried_on, *given.passed_on))
    is_open = given.open_since is not None and given.open_since <= day
    days = None
    if deadline_gone and not holds and not away and due is not None:
        days = (day - max(due, last_end or due)).days + (bend != "a day that is over makes nobody later")
    label = _label(begun, away, passes, last_end, day, due, deadline_gone, tries, is_open)
    groups = _groups(job, begun, away, holds, bool(passes), deadline_gone, days, label, tries, bend)
    return Seen(person_id, frozenset(groups), label, team, days)


def _goes_on(span: Span, day: date) -> bool:
    return span.until_date is None or span.until_date > day


def _due(dues: Iterable[Span], job: Job, day: date, bend: str) -> date | None:
    on_the_day = [one.what for one in dues if one.holds_on(day)]
    if not on_the_day:
        return None
    (due,) = on_the_day
    assert isinstance(due, date)
    back = [one.until_date for one in job.absences if one.until_date and one.from_date < one.until_date <= day]
    if back and bend != "absences do not move the due date":
        due = max(due, max(back) + timedelta(days=28))
    return due


def _label(
    begun: bool,
    away: bool,
    passes: list[tuple[date, date | None]],
    last_end: date | None,
    day: date,
    due: date | None,
    deadline_gone: bool,
    tries: int,
    is_open: bool,
) -> str:
    if not begun:
        return "Not in post yet"
    if away:
        return "On long-term absence"
    if passes:
        if last_end is None or last_end > day + timedelta(days=90):
            return "Passed"
        return "Expiring" if last_end >= day else "Expired"
    if deadline_gone:
        return "Overdue"
    if due is not None and due <= day + timedelta(days=7):
        return "Due soon"
    if is_open:
        return "In progress"
    return "Not passed yet" if tries else "Not started"


def _groups(
    job: Job,
    begun: bool,
    away: bool,
    holds: bool,
    ever: bool,
    deadline_gone: bool,
    days: int | None,
    label: str,
    tries: int,
    bend: str,
) -> list[str]:
    if not begun and bend != "starters to come count":
        return ["everybody", "not-in-post"]
    if job.staff_type not in AMONG_OURS and bend != "agency staff count":
        return ["everybody", "other-staff"]
    counted = not away or bend == "who is away is due"
    urgent = label in ("Overdue", "Due soon", "Expired") or (label == "Not passed yet" and tries >= 3)
    facts = {
        "everybody": True,
        "in-scope": True,
        "base": counted,
        "passed": holds,
        "ever-passed": counted and ever,
        "due": counted and deadline_gone,
        "due-passed": counted and deadline_gone and holds,
        "overdue": counted and deadline_gone and not holds,
        "overdue-1-to-7": days is not None and days <= 7,
        "overdue-8-to-28": days is not None and 7 < days <= 28,
        "overdue-29-or-more": days is not None and days > 28,
        "not-due-yet": counted and not deadline_gone,
        "not-due-yet-passed": counted and not deadline_gone and holds,
        "absent": not counted,
        "absent-passed": not counted and holds,
        "needs-something": urgent,
        f"status-{label.lower().replace(' ', '-')}": label != "On long-term absence",
    }
    return [group for group, is_true in facts.items() if is_true]
