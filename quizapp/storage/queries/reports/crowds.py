"""People counted by the facts that matter to a report, so that the rules look at each such case once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa

from quizapp.assessment.measures import UP_TO_A_WEEK, UP_TO_FOUR_WEEKS
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.status import DUE_SOON_DAYS, EXPIRING_DAYS, Standing
from quizapp.storage.db import connection
from quizapp.storage.models.assignment import DueDate
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.post import TeamMembership
from quizapp.storage.models.team import Team, TeamPlace
from quizapp.storage.queries.reports.facts import Facts, Moment, find_facts
from quizapp.storage.queries.teams import holds_on

Member = TypeVar("Member")

MANY_TRIES = 3
_STAFF_TYPES, _ABSENCES = tuple(StaffType), (None, *AbsenceKind)
_TRIES = (0, 1, MANY_TRIES)
"""What stands for no try, for one or two, and for three and more."""

# The number is written in mixed digits, from the last to the first: what each may be.
_DIGITS = {"staff_type": len(_STAFF_TYPES), "absence": len(_ABSENCES), "due": 7, "passed": 6, "tries": 3, "open": 2}


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people under one line of a report whose facts lead to the same figures."""

    line: int | None
    code: int
    standing: Standing
    people: int
    ages: Mapping[int, int] = field(default_factory=dict)
    """Where they are overdue, how many people by how many days."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Teams that stand for themselves and all below them, and one that stands for the people directly in it."""

    team_ids: Collection[int]
    alone: int | None = None


def list_crowds(
    organisation_id: int,
    *,
    quiz_id: int,
    moment: Moment,
    team_ids: Collection[int] | None = None,
    without_team: bool = False,
    lines: Lines | None = None,
) -> list[Crowd]:
    """Everybody, or whoever stands in some teams or in none, in crowds.

    Whoever stands under none of the lines has none.
    """
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment, team_ids=team_ids)
    source, line = facts.source, sa.null().label("line")
    if lines is not None:
        branches = _branches(organisation_id, lines.team_ids, day=moment.day)
        source = source.outerjoin(branches, branches.c.team_id == TeamMembership.team_id)
        line = sa.func.coalesce(
            branches.c.line, sa.case((TeamMembership.team_id == lines.alone, TeamMembership.team_id))
        ).label("line")
    single = sa.select(line, code_of(facts).label("code"), late_since(facts).label("since"))
    single = single.select_from(source).where(facts.condition)
    if without_team:
        single = single.where(TeamMembership.team_id.is_(None))
    return gather_crowds(single, moment)


def gather_crowds(people: sa.Select[*tuple[Any, ...]], moment: Moment) -> list[Crowd]:
    """The people of a statement in crowds; it selects for each a `line`, a `code`, and `since` when they are late."""
    person = people.subquery("person_of")
    by = (person.c.line, person.c.code, person.c.since)
    counted = sa.select(*by, sa.func.count()).group_by(*by).order_by(person.c.line, person.c.code)
    crowds = []
    for (line, code), parts in groupby(connection().execute(counted), key=lambda row: (row[0], row[1])):
        since = {day: number for _, _, day, number in parts}
        ages = {(moment.day - day).days: number for day, number in since.items() if day is not None}
        crowds.append(Crowd(line, code, read_code(code, moment), sum(since.values()), ages))
    return crowds


def late_since(facts: Facts) -> sa.ColumnElement[Any]:
    """Of whoever has no valid pass after the due date: that date, or the last valid day where it was later."""
    day = facts.moment.day
    ran_out = sa.and_(Completion.valid_until.is_not(None), Completion.valid_until > facts.due_on)
    holds_none = sa.or_(Completion.id.is_(None), Completion.valid_until < day)
    since = sa.case((ran_out, Completion.valid_until), else_=facts.due_on)
    return sa.case((sa.and_(holds_none, DueDate.due_on <= day, facts.due_on <= day), since))


def code_of(facts: Facts) -> sa.ColumnElement[int]:
    """The number of a person's crowd, worked out by the database."""
    day = facts.moment.day
    not_passed = facts.has_no_pass
    tries = facts.submitted_attempts
    digits: Sequence[sa.ColumnElement[int]] = (
        _place_of(facts.staff_type, _STAFF_TYPES),
        sa.case((facts.absence.is_(None), 0), else_=_place_of(facts.absence, _ABSENCES)),
        sa.case((facts.due_as_set.is_(None), 0), else_=_due_digit(facts.due_on, day)),
        _pass_digit(facts, day),
        # Whoever has passed is not asked how often: it changes nothing.
        sa.case((sa.not_(not_passed), 0), else_=_place_of_least(tries, _TRIES)),
        sa.case((sa.and_(not_passed, facts.open_attempts > 0), 1), else_=0),
    )
    number: sa.ColumnElement[int] = sa.case((facts.start_date > day, 1), else_=0)
    for digit, many in zip(digits, _DIGITS.values(), strict=True):
        number = number * _plain(many) + digit
    return number


def read_code(code: int, moment: Moment) -> Standing:
    """A person who stands for everybody in a crowd: the facts are others, the figures they lead to are not."""
    found: dict[str, int] = {}
    for name, many in reversed(_DIGITS.items()):
        code, found[name] = divmod(code, many)
    day, passed = moment.day, found["passed"]
    return Standing(
        person_id=0,
        staff_type=_STAFF_TYPES[found["staff_type"]],
        start_date=day + timedelta(days=code),
        absence=_ABSENCES[found["absence"]],
        due_on=_due_days(day)[found["due"]],
        has_open_attempt=bool(found["open"]),
        submitted_attempts=_TRIES[found["tries"]],
        passed_on=day if passed else None,
        valid_until=_valid_days(day)[passed],
    )


def _due_days(day: date) -> tuple[date | None, ...]:
    """One day for each way in which a due date matters, from long ago to far ahead."""
    return (None, *_days_ago(day), day, _later(day, DUE_SOON_DAYS), _later(day, DUE_SOON_DAYS + 1))


def _valid_days(day: date) -> tuple[date | None, ...]:
    """No pass; one that ran out so long ago; one that is about to; one that holds."""
    return (None, *_days_ago(day), _later(day, EXPIRING_DAYS), None)


def _days_ago(day: date) -> tuple[date, date, date]:
    return _later(day, -UP_TO_FOUR_WEEKS - 1), _later(day, -UP_TO_A_WEEK - 1), _later(day, -1)


def _due_digit(due_on: sa.ColumnElement[Any], day: date) -> sa.ColumnElement[int]:
    return _first_not_before(due_on, [one for one in _due_days(day)[1:-1] if one is not None], starts_at=1)


def _pass_digit(facts: Facts, day: date) -> sa.ColumnElement[int]:
    ends = [one for one in _valid_days(day)[1:-1] if one is not None]
    return sa.case(
        (facts.has_no_pass, _plain(0)),
        (facts.valid_until.is_(None), _plain(len(ends) + 1)),
        else_=_first_not_before(facts.valid_until, ends, starts_at=1),
    )


def _first_not_before(value: Any, days: Sequence[date], *, starts_at: int) -> sa.ColumnElement[int]:
    """The place of the first of some days, in their order, that does not lie before the value."""
    return sa.case(
        *((value <= day, _plain(place)) for place, day in enumerate(days, starts_at)),
        else_=_plain(len(days) + starts_at),
    )


def _place_of(column: Any, members: Iterable[Member]) -> sa.ColumnElement[int]:
    return sa.case(
        *((column == member, _plain(place)) for place, member in enumerate(members) if member), else_=_plain(0)
    )


def _place_of_least(count: sa.ColumnElement[int], least: Sequence[int]) -> sa.ColumnElement[int]:
    places = reversed(list(enumerate(least)))
    return sa.case(*((count >= _plain(number), _plain(place)) for place, number in places if number), else_=_plain(0))


def _branches(organisation_id: int, lines: Collection[int], *, day: date) -> sa.CTE:
    """Every team below some, and the one of them it stands under; a loop in the tree ends."""
    top = sa.select(Team.id.label("team_id"), Team.id.label("line")).where(
        Team.organisation_id == organisation_id, Team.id.in_(lines)
    )
    tree = top.cte("branch", recursive=True)
    below = (
        sa.select(TeamPlace.team_id, tree.c.line)
        .join(tree, TeamPlace.parent_id == tree.c.team_id)
        .where(holds_on(TeamPlace, day))  # whose teams these are follows from the first ones
    )
    return tree.union(below)


def _plain(number: int) -> sa.ColumnElement[int]:
    """A number that is part of the statement: thirty parameters more would only cost time."""
    return sa.literal_column(str(number), sa.Integer)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
