"""Who fell due in a month, worked out day by day and person by person, as slowly and plainly as it can be said."""

from collections.abc import Iterable
from datetime import date

from quizapp.assessment.deadlines import due_after_absence
from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.services.reports.months.month_days import last_day
from tests.quizapp.storage.queries.reports.lives import FIRST_ID, Given, Job, Life, Span

Due = tuple[int, str | None, date, date | None]
"""Person, team on the day, the day, and the first pass by the end of the month."""
BENDS = (
    "absences are forgotten",
    "leavers drop out",
    "the due date of today counts",
    "a late pass counts",
    "agency staff count",
    "a team is that of the month's end",
    "who is away counts",
    "a pass that has run out counts",
    "who has passed is put off",
    "who passes while away is not put off",
)
"""Mistakes that somebody could make."""


def work_out_due(lives: Iterable[Life], *, month: date, bend: str = "") -> list[Due]:
    """Everybody who fell due in a month; with a bend, as somebody would have it who made that mistake."""
    found = [(FIRST_ID + place, _fall_due(life, month=month, bend=bend)) for place, life in enumerate(lives)]
    return [(person_id, *due) for person_id, due in found if due is not None]


def count_on_time(due: Iterable[Due]) -> tuple[int, int]:
    """How many had passed by their day, and how many there are."""
    listed = list(due)
    return sum(passed_on is not None and passed_on <= due_on for _, _, due_on, passed_on in listed), len(listed)


def _fall_due(life: Life, *, month: date, bend: str) -> tuple[str | None, date, date | None] | None:
    last = last_day(month)
    begun = [given for given in life.given if given.span.from_date <= last or given is life.given[0]]
    given = begun[-1]
    for number in range(last.day, 0, -1):
        day = month.replace(day=number)
        job = _find_job(life, day)
        if job is None or not given.span.holds_on(day):
            continue
        if job.staff_type not in HEADLINE_STAFF_TYPES and bend != "agency staff count":
            continue
        if bend == "leavers drop out" and _find_job(life, last) is None:
            continue
        if any(away.holds_on(day) for away in job.absences) and bend != "who is away counts":
            continue
        if _due_on(given, job, last=last, bend=bend) != day:
            continue
        passes = [passed_on for passed_on in _passes_for(given, day, bend=bend) if passed_on <= last]
        on = last if bend == "a team is that of the month's end" else day
        team = next((str(team.what) for team in job.teams if team.holds_on(on)), None)
        first = min(passes, default=None)
        return team, day, min(first, day) if bend == "a late pass counts" and first else first
    return None


def _find_job(life: Life, day: date) -> Job | None:
    covering = [job for job in life.jobs if job.is_primary and job.span.holds_on(day)]
    return min(covering, key=lambda job: job.span.from_date, default=None)


def _due_on(given: Given, job: Job, *, last: date, bend: str) -> date | None:
    """The due date that was known at the end of the month, after the absences that were over by then."""
    known = [due for due in given.due if due.from_date <= last]
    if bend == "the due date of today counts":
        known = list(given.due)
    in_force = [due for due in known if due.holds_on(last) or bend == "the due date of today counts"]
    ended_with_it = [due for due in known if due.until_date is not None and due.until_date == given.span.until_date]
    kept = in_force or [due for due in ended_with_it if due.from_date != due.until_date]
    if not kept:
        return None
    due_on = kept[-1].what
    assert isinstance(due_on, date)
    over = [
        away.until_date
        for away in job.absences
        if away.until_date
        and away.from_date < away.until_date <= last
        and not _had_passed(given, away, due_on=due_on, bend=bend)
    ]
    returned_on = None if bend == "absences are forgotten" else max(over, default=None)
    return due_after_absence(due_on, returned_on=returned_on)


def _passes_for(given: Given, due_on: date, *, bend: str) -> list[date]:
    """The passes that had not run out before a due date."""
    return [
        passed_on
        for passed_on, ends in zip(given.passed_on, given.ends, strict=True)
        if ends is None or ends >= due_on or bend == "a pass that has run out counts"
    ]


def _had_passed(given: Given, away: Span, *, due_on: date, bend: str) -> bool:
    """Whether there was a pass when an absence began: then the due date stays where it is."""
    if bend == "who has passed is put off":
        return False
    began = away.until_date if bend == "who passes while away is not put off" else away.from_date
    return began is not None and any(passed_on < began for passed_on in _passes_for(given, due_on, bend=bend))
