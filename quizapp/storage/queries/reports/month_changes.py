"""What the record says today about people on the last day of a frozen month, where it is not what was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.storage.db import connection
from quizapp.storage.facts.dated_facts import Moment, find_facts
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.month import FrozenStanding
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team
from quizapp.storage.queries.reports.frozen_months import find_frozen_facts

_Left = aliased(Post)


@dataclass(frozen=True, slots=True)
class PersonThen:
    """One person on that day, by what was frozen or by the record of today; `due_on` is after any long absence."""

    name: str
    team_id: int | None
    team: str | None
    staff_type: StaffType
    start_date: date
    absence: AbsenceKind | None
    due_on: date | None
    passed_on: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """Somebody of whom both do not say the same; None where one of them does not have the person at all.

    `left_on` is the last day in post of somebody who has since been recorded as gone by the month's end.
    """

    person_id: int
    frozen: PersonThen | None
    today: PersonThen | None
    left_on: date | None = None

    @property
    def name(self) -> str:
        """As it was frozen, or as it is where nothing was."""
        known = self.frozen or self.today
        return known.name if known else ""


def list_changed(organisation_id: int, *, frozen_month_id: int, quiz_id: int, moment: Moment) -> list[ChangedRow]:
    """Everybody about whom the record has changed, by name."""
    frozen = _select_frozen(organisation_id, frozen_month_id=frozen_month_id, on=moment.on).subquery("frozen")
    today = _select_today(organisation_id, quiz_id=quiz_id, moment=moment).subquery("today")
    names = [column.name for column in frozen.c if column.name not in ("person_id", "team")]
    differs = sa.or_(*(frozen.c[name].is_distinct_from(today.c[name]) for name in names))
    left_on = _find_last_day(frozen.c.person_id, quiz_id=quiz_id, day=moment.day)
    changed = (
        sa.select(frozen, today, sa.case((today.c.person_id.is_(None), left_on)))
        .select_from(frozen.outerjoin(today, today.c.person_id == frozen.c.person_id))
        .where(sa.or_(today.c.person_id.is_(None), differs))
    )
    added = (
        sa.select(frozen, today, sa.null())
        .select_from(today.outerjoin(frozen, frozen.c.person_id == today.c.person_id))
        .where(frozen.c.person_id.is_(None))
    )
    width = len(frozen.c)
    rows = [
        ChangedRow(row[0] if row[0] is not None else row[width], _read(row[:width]), _read(row[width:-1]), row[-1])
        for statement in (changed, added)
        for row in connection().execute(statement)
    ]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.person_id))


def _find_last_day(person_id: Any, *, quiz_id: int, day: date) -> sa.ScalarSelect[Any]:
    """The last day in post of somebody who is in none any more on a day, but still holds the quiz by the record."""
    holds_quiz = sa.exists().where(
        Assignment.person_id == person_id, Assignment.quiz_id == quiz_id, holds_on(Assignment, day)
    )
    return (
        sa.select(sa.func.max(_Left.end_date))
        .where(_Left.person_id == person_id, _Left.is_primary, _Left.end_date < day, holds_quiz)
        .scalar_subquery()
    )


def _read(values: Sequence[Any]) -> PersonThen | None:
    person_id, *facts = values
    return None if person_id is None else PersonThen(*facts)


def _select_frozen(organisation_id: int, *, frozen_month_id: int, on: ReportDay) -> sa.Select[*tuple[Any, ...]]:
    facts = find_frozen_facts(organisation_id, frozen_month_id=frozen_month_id, on=on)
    columns = (FrozenStanding.person_id, FrozenStanding.name, FrozenStanding.team_id, FrozenStanding.team)
    columns_of_facts = (FrozenStanding.staff_type, FrozenStanding.start_date, FrozenStanding.absence)
    passes = (FrozenStanding.passed_on, FrozenStanding.valid_until)
    return sa.select(*columns, *columns_of_facts, facts.due_on.label("due_on"), *passes).where(facts.condition)


def _select_today(organisation_id: int, *, quiz_id: int, moment: Moment) -> sa.Select[*tuple[Any, ...]]:
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    source = facts.source.join(Person, Person.id == Post.person_id).outerjoin(Team, Team.id == TeamMembership.team_id)
    return (
        sa.select(
            Person.id.label("person_id"),
            Person.name.label("name"),
            TeamMembership.team_id.label("team_id"),
            Team.name.label("team"),
            Post.staff_type.label("staff_type"),
            Post.start_date.label("start_date"),
            Absence.kind.label("absence"),
            facts.due_on.label("due_on"),
            facts.first_passed_on.label("passed_on"),
            Completion.valid_until.label("valid_until"),
        )
        .select_from(source)
        .where(facts.condition)
    )
