"""How soon those who began this quarter and the last one have passed, and who they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.trends.quarters import month_end, months_of, quarter_before, quarter_end, quarter_of
from quizapp.assessment.trends.step_curve import (
    DaysToPass,
    Starter,
    StepCurve,
    count_days_to_pass,
    follow,
    trace_steps,
)
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.rows import NO_TEAM
from quizapp.storage.queries import quizzes, teams
from quizapp.storage.queries.reports import starters
from quizapp.storage.queries.reports.starters import StarterCount, StarterRow
from quizapp.storage.transaction import snapshot

MONTHS_OF_A_QUARTER = 3


class StarterGroup(StrEnum):
    """Which of the starters of a quarter or month a number counts."""

    ALL = "all"
    PASSED = "passed"
    OPEN = "open"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who began between two days, both included: the curve (None under ten people) and the days it took."""

    first: date
    last: date
    curve: StepCurve | None
    days: DaysToPass


@dataclass(frozen=True, slots=True)
class StartersTrend:
    """This quarter and the one before, each with its months, and in how many days the quiz is due."""

    head: ReportHead
    due_days: int
    quarters: tuple[Cohort, Cohort]
    months: tuple[Cohort, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A month or a quarter: its first day, and how many months it has."""

    first: date
    months: int


@dataclass(frozen=True, slots=True)
class StarterLine:
    """One starter: the days to the pass, None without one; `left_on` is the last day of who left without one."""

    person_id: int
    name: str
    team: str
    start_date: date
    passed_on: date | None
    days: int | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class StarterList:
    """The people behind a number, by name."""

    head: ReportHead
    first: date
    last: date
    rows: tuple[StarterLine, ...]


def trace_starters(
    actor: Actor, *, now: datetime, quiz_id: int | None = None, day: date | None = None
) -> StartersTrend:
    """The starters of the quarter a day lies in, and of the one before."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
        until = head.on.day
        this = quarter_of(until)
        before = quarter_before(this)
        found = starters.count_starters(
            actor.organisation_id, quiz_id=head.quiz_id, first=before, last=until, day=until
        )
        recipe = quizzes.find_recipe(actor.organisation_id, quiz_id=head.quiz_id)
        months = [month for quarter in (this, before) for month in reversed(months_of(quarter)) if month <= until]
        return StartersTrend(
            head,
            recipe.due_days if recipe else 0,
            (
                _make_cohort(found, this, quarter_end(this), until=until),
                _make_cohort(found, before, quarter_end(before), until=until),
            ),
            tuple(_make_cohort(found, month, month_end(month), until=until) for month in months),
        )


def list_starters(
    actor: Actor, group: StarterGroup, *, span: Span, now: datetime, quiz_id: int | None = None, day: date | None = None
) -> StarterList:
    """The people behind a number of these pages; raises NotFound for a span that is neither month nor quarter."""
    demand(actor, Permission.SEE_ORGANISATION)
    first, last = _read_span(span)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
        found = starters.list_starters(
            actor.organisation_id, quiz_id=head.quiz_id, first=first, last=last, day=head.on.day
        )
        names = teams.list_names(actor.organisation_id, team_ids={row.team_id for row in found if row.team_id})
    lines = (_make_line(row, names, until=head.on.day) for row in found)
    return StarterList(head, first, last, tuple(line for line in lines if group in _groups_of(line)))


def _read_span(span: Span) -> tuple[date, date]:
    if span.first.day == 1 and span.months == 1:
        return span.first, month_end(span.first)
    if span.months == MONTHS_OF_A_QUARTER and span.first == quarter_of(span.first):
        return span.first, quarter_end(span.first)
    raise NotFound("There is no such list.")


def _make_cohort(found: Iterable[StarterCount], first: date, last: date, *, until: date) -> Cohort:
    group = [
        Starter(one.start_date, one.end_date, one.passed_on)
        for one in found
        if first <= one.start_date <= last
        for _ in range(one.people)
    ]
    return Cohort(first, last, trace_steps(group, until=until), count_days_to_pass(group, until=until))


def _make_line(row: StarterRow, names: Mapping[int, str], *, until: date) -> StarterLine:
    followed = follow(Starter(row.start_date, row.end_date, row.passed_on), until=until)
    left = not followed.has_passed and row.end_date is not None and row.end_date < until
    return StarterLine(
        person_id=row.person_id,
        name=row.name,
        team=NO_TEAM if row.team_id is None else names[row.team_id],
        start_date=row.start_date,
        passed_on=row.passed_on if followed.has_passed else None,
        days=followed.days if followed.has_passed else None,
        left_on=row.end_date if left else None,
    )


def _groups_of(line: StarterLine) -> frozenset[StarterGroup]:
    if line.passed_on is not None:
        return frozenset({StarterGroup.ALL, StarterGroup.PASSED})
    return frozenset({StarterGroup.ALL, StarterGroup.OPEN if line.left_on is None else StarterGroup.LEFT})
