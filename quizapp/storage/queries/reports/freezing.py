"""Writing a month down: its figures as they are counted, and the people behind them, row by row in the database."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.storage.db import connection, db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.month import FrozenDue, FrozenMonth, FrozenStanding
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team
from quizapp.storage.queries.reports.crowds import Crowd, code_of, gather_crowds, late_since
from quizapp.storage.queries.reports.due_months import select_due
from quizapp.storage.queries.reports.facts import Moment, find_facts


def find_first_assigned(organisation_id: int, *, quiz_id: int) -> date | None:
    """The day on which a quiz was first given to somebody."""
    return connection().scalar(
        sa.select(sa.func.min(Assignment.from_date)).where(
            Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id
        )
    )


def count_crowds_by_team(organisation_id: int, *, quiz_id: int, moment: Moment) -> list[Crowd]:
    """Everybody in crowds, each person in the line of the team they stand in, whatever stands below it."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    columns = (TeamMembership.team_id.label("line"), code_of(facts).label("code"), late_since(facts).label("since"))
    return gather_crowds(sa.select(*columns).select_from(facts.source).where(facts.condition), moment)


def add_month(organisation_id: int, *, values: Mapping[str, Any]) -> int | None:
    """The id of a new edition of a month; None where there is one of that number already."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    added = (
        insert(FrozenMonth)
        .values(organisation_id=organisation_id, **values)
        .on_conflict_do_nothing()
        .returning(FrozenMonth.id)
    )
    return connection().scalar(added)


def copy_standings(organisation_id: int, *, frozen_month_id: int, quiz_id: int, moment: Moment) -> None:
    """Keep where everybody stood, without a row passing through here."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    columns: dict[str, Any] = {
        "organisation_id": sa.literal(organisation_id, sa.Integer),
        "frozen_month_id": sa.literal(frozen_month_id, sa.Integer),
        "person_id": Person.id,
        "name": Person.name,
        "team_id": TeamMembership.team_id,
        "team": Team.name,
        "score": Attempt.score,
        "count": Attempt.item_count,
        "staff_type": Post.staff_type,
        "start_date": Post.start_date,
        "end_date": Post.end_date,
        "absence": Absence.kind,
        "returned_on": facts.returned_on,
        "due_on": DueDate.due_on,
        "has_open_attempt": facts.open_attempts > 0,
        "submitted_attempts": facts.submitted_attempts,
        "passed_on": facts.first_passed_on,
        "valid_until": Completion.valid_until,
    }
    source = (
        facts.source.join(Person, Person.id == Post.person_id)
        .outerjoin(Team, Team.id == TeamMembership.team_id)
        .outerjoin(Attempt, Attempt.id == Completion.attempt_id)
    )
    found = sa.select(*columns.values()).select_from(source).where(facts.condition)
    connection().execute(sa.insert(FrozenStanding).from_select([*columns], found))


def copy_due(organisation_id: int, *, frozen_month_id: int, quiz_id: int, first: date, last: date) -> None:
    """Keep who fell due in the month."""
    due = select_due(organisation_id, quiz_id=quiz_id, first=first, last=last).subquery("people")
    found = sa.select(
        sa.literal(organisation_id, sa.Integer),
        sa.literal(frozen_month_id, sa.Integer),
        *(due.c.id, due.c.name, due.c.team_id, due.c.team, due.c.due_on, due.c.passed_on),
    )
    names = ["organisation_id", "frozen_month_id", "person_id", "name", "team_id", "team", "due_on", "passed_on"]
    connection().execute(sa.insert(FrozenDue).from_select(names, found))
