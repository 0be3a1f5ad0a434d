"""Writing a month down: its figures as they are counted, and the people behind them, row by row in the database."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.assessment.status import Standing
from quizapp.storage.db import connection, db
from quizapp.storage.facts.crowd_codes import code_of, late_since, read_code
from quizapp.storage.facts.dated_facts import Moment, find_facts
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.month import FrozenDue, FrozenMonth, FrozenStanding
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team
from quizapp.storage.queries.reports.crowds import Crowd
from quizapp.storage.queries.reports.due_months import select_due
from quizapp.storage.queries.reports.standings import AT_A_TIME


def find_first_assigned(organisation_id: int, *, quiz_id: int) -> date | None:
    """The day on which a quiz was first given to somebody."""
    return connection().scalar(
        sa.select(sa.func.min(Assignment.from_date)).where(
            Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id
        )
    )


def stream_teams(organisation_id: int, *, quiz_id: int, moment: Moment) -> Iterator[tuple[int | None, list[Crowd]]]:
    """Everybody in crowds, team by team, each person in the team they stand in; None is whoever stands in none."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    columns = (TeamMembership.team_id.label("team_id"), code_of(facts).label("code"), late_since(facts).label("since"))
    person = sa.select(*columns).select_from(facts.source).where(facts.condition).subquery("person_of")
    by = (person.c.team_id, person.c.code, person.c.since)
    counted = sa.select(*by, sa.func.count()).group_by(*by).order_by(person.c.team_id)
    # In a large organisation there are nearly as many of them as people, so they are not held together.
    rows = connection().execute(counted, execution_options={"stream_results": True, "yield_per": AT_A_TIME})
    standings: dict[int, Standing] = {}
    for team_id, parts in groupby(rows, key=itemgetter(0)):
        crowds = []
        for _, code, since, people in parts:
            if code not in standings:
                standings[code] = read_code(code, moment)
            ages = {} if since is None else {(moment.day - since).days: people}
            crowds.append(Crowd(team_id, code, standings[code], people, ages))
        yield team_id, crowds


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
