"""Random lives at work, as Hypothesis draws and we store them: posts, absences, moves, due dates and passes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

import sqlalchemy as sa
from hypothesis import strategies as st

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team

FIRST = date(2026, 4, 1)
DAYS = 120
TEAMS = ("Ward 1", "Ward 2")
AT = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_ID = 5000


@dataclass(frozen=True)
class Span:
    """From a day until the day it no longer holds, or for good; `what` is a team, a staff type or a due date."""

    from_date: date
    until_date: date | None
    what: object = None

    def holds_on(self, day: date) -> bool:
        return self.from_date <= day and (self.until_date is None or self.until_date > day)


@dataclass(frozen=True)
class Job:
    """A post, whose span ends with its last day and one more, with its absences and teams."""

    span: Span
    staff_type: StaffType
    is_primary: bool
    absences: tuple[Span, ...]
    teams: tuple[Span, ...]


@dataclass(frozen=True)
class Given:
    """An assignment with its due dates, the days of its passes and of tries that did not pass, and an open try.

    `ends` has for each pass its last valid day, or None.
    """

    span: Span
    due: tuple[Span, ...]
    passed_on: tuple[date, ...]
    ends: tuple[date | None, ...] = ()
    tried_on: tuple[date, ...] = ()
    open_since: date | None = None


@dataclass(frozen=True)
class Life:
    """One person."""

    jobs: tuple[Job, ...]
    given: tuple[Given, ...]


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number)


days = st.integers(-40, DAYS).map(day_of)
lengths = st.one_of(st.none(), st.integers(0, 60))
lateness = st.integers(0, 10).map(timedelta)


@st.composite
def _chains(draw: st.DrawFn, what: st.SearchStrategy[object], *, begins: date, most: int) -> tuple[Span, ...]:
    """Facts that follow each other without a gap, the last one open or ended; some have no length at all."""
    spans, start = [], begins
    for _ in range(draw(st.integers(0, most))):
        until = start + timedelta(days=draw(st.integers(0, 50)))
        spans.append(Span(start, until, draw(what)))
        start = until
    length = draw(lengths)
    spans.append(Span(start, None if length is None else start + timedelta(days=length), draw(what)))
    return tuple(spans)


@st.composite
def _jobs(draw: st.DrawFn, *, begins: date) -> Job:
    length = draw(st.one_of(st.none(), st.integers(1, 90)))
    span = Span(begins, None if length is None else begins + timedelta(days=length))
    absences = []
    for _ in range(draw(st.integers(0, 2))):
        away = begins + timedelta(days=draw(st.integers(-5, 70)))
        back = draw(lengths)
        absences.append(Span(away, None if back is None else away + timedelta(days=back)))
    return Job(
        span=span,
        staff_type=draw(st.sampled_from((StaffType.PERMANENT, StaffType.PERMANENT, StaffType.BANK, StaffType.AGENCY))),
        is_primary=draw(st.sampled_from((True, True, True, False))),
        absences=tuple(absences),
        teams=draw(_chains(st.sampled_from(TEAMS), begins=begins, most=2)),
    )


@st.composite
def _given(draw: st.DrawFn, *, begins: date, is_last: bool) -> Given:
    length = draw(lengths) if is_last else draw(st.integers(0, 60))
    until = None if length is None else begins + timedelta(days=length)
    due = list(draw(_chains(st.integers(0, 60).map(lambda days: begins + timedelta(days=days)), begins=begins, most=2)))
    if until is not None:  # what a withdrawn quiz leaves behind: everything that went on ends with it
        due = [
            Span(one.from_date, until, one.what) if one.until_date is None else one
            for one in due
            if one.from_date <= until and (one.until_date is None or one.until_date <= until)
        ]
    passes = sorted(draw(st.sets(st.integers(0, 80).map(lambda days: begins + timedelta(days=days)), max_size=3)))
    valid_for = [draw(st.one_of(st.none(), st.integers(0, 20), st.integers(0, 120))) for _ in passes]
    ends = tuple(
        None if many is None else on + timedelta(days=many) for on, many in zip(passes, valid_for, strict=True)
    )
    tried = tuple(sorted(begins + timedelta(days=draw(st.integers(0, 60))) for _ in range(draw(st.integers(0, 4)))))
    opened = draw(st.one_of(st.none(), st.integers(0, 60).map(lambda days: begins + timedelta(days=days))))
    return Given(Span(begins, until), tuple(due), tuple(passes), ends, tried, opened)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """A person with up to three posts, one after the other or at once, who was given the quiz once or twice."""
    jobs: list[Job] = []
    for _ in range(draw(st.integers(1, 3))):
        last = jobs[-1].span.until_date if jobs else None
        can_be_next = last is not None and draw(st.booleans())
        gap = timedelta(days=draw(st.integers(0, 20)))
        jobs.append(draw(_jobs(begins=last + gap if can_be_next and last else draw(days))))
    # The database lets nobody have two primary posts without an end.
    open_ended = [job for job in jobs if job.is_primary and job.span.until_date is None]
    jobs = [job for job in jobs if job not in open_ended[1:]]
    # Most are given the quiz when they begin: so what is due falls into a post more often than not.
    first_day = min((job.span.from_date for job in jobs), default=FIRST)
    begins = draw(st.one_of(days, lateness.map(lambda late: first_day + late)))
    first = draw(_given(begins=begins, is_last=False)) if draw(st.integers(0, 4)) == 0 else None
    again = (
        first.span.until_date + timedelta(days=draw(st.integers(0, 20))) if first and first.span.until_date else begins
    )
    last_given = draw(_given(begins=again, is_last=True))
    return Life(tuple(jobs), (first, last_given) if first else (last_given,))


def store_lives(organisation_id: int, some: list[Life], *, quiz_id: int, blueprint_id: int) -> None:
    """Put them into the database, person by person; their ids begin at FIRST_ID."""
    tables: dict[type, list[dict[str, object]]] = {
        model: [] for model in (Person, Team, Post, TeamMembership, Absence, Assignment, DueDate, Attempt, Completion)
    }
    numbers = {model: count(FIRST_ID) for model in tables}

    def add(model: type, **values: object) -> int:
        number = next(numbers[model])
        tables[model].append({"id": number, "organisation_id": organisation_id, **values})
        return number

    teams = {name: add(Team, name=name, created_at=AT) for name in TEAMS}
    for life in some:
        person_id = add(Person, name=f"Person {len(tables[Person]):03}", created_at=AT)
        for job in life.jobs:
            last = None if job.span.until_date is None else job.span.until_date - timedelta(days=1)
            post_id = add(
                Post,
                person_id=person_id,
                staff_type=job.staff_type,
                is_primary=job.is_primary,
                start_date=job.span.from_date,
                end_date=last,
            )
            for team in job.teams:
                add(TeamMembership, post_id=post_id, team_id=teams[str(team.what)], **_dates(team))
            for away in job.absences:
                add(Absence, post_id=post_id, kind=AbsenceKind.PARENTAL, source="tests", **_dates(away))
        for given in life.given:
            assignment_id = add(Assignment, person_id=person_id, quiz_id=quiz_id, assigned_at=AT, **_dates(given.span))
            for due in given.due:
                add(DueDate, assignment_id=assignment_id, due_on=due.what, **_dates(due))
            _add_tries(add, assignment_id, given, blueprint_id)
    for model, rows in tables.items():
        if rows:
            db.session.execute(sa.insert(model), rows)


def _dates(span: Span) -> dict[str, object]:
    return {"from_date": span.from_date, "until_date": span.until_date}


def _add_tries(add, assignment_id: int, given: Given, blueprint_id: int) -> None:  # type: ignore[no-untyped-def]
    """The tries in the order of their days, and for each pass its completion."""
    passes = [(on, True, ends) for on, ends in zip(given.passed_on, given.ends, strict=True)]
    tries = sorted([*passes, *((on, False, None) for on in given.tried_on)], key=lambda one: one[:2])
    for number, (on, has_passed, ends) in enumerate(tries, start=1):
        at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        result = {
            "state": AttemptState.SUBMITTED,
            "submitted_at": at,
            "submitted_on": on,
            "score": 8 if has_passed else 3,
        }
        attempt_id = add(Attempt, **_sitting(assignment_id, blueprint_id, number, at), **result)
        if has_passed:
            names = dict.fromkeys(("person_name", "organisation_name", "quiz_title"), "")
            code = f"CODE-{attempt_id}"
            passed = {"passed_at": at, "passed_on": on, "valid_until": ends, "certificate_code": code, "edition": 1}
            add(Completion, assignment_id=assignment_id, attempt_id=attempt_id, **passed, **names)
    if given.open_since is not None:
        at = datetime(given.open_since.year, given.open_since.month, given.open_since.day, 12, tzinfo=UTC)
        nothing_yet = {"state": AttemptState.OPEN, "submitted_at": None, "submitted_on": None, "score": None}
        add(Attempt, **_sitting(assignment_id, blueprint_id, len(tries) + 1, at), **nothing_yet)


def _sitting(assignment_id: int, blueprint_id: int, number: int, at: datetime) -> dict[str, object]:
    return {
        "assignment_id": assignment_id,
        "quiz_blueprint_id": blueprint_id,
        "number": number,
        "mode": Mode.LEARN,
        "seed": "0",
        "start_token": str(number),
        "item_count": 8,
        "pass_score": 7,
        "started_at": at,
    }
