"""The people of a report: one row a person with the dated facts, as known on any day, in one statement."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row
from sqlalchemy.orm import aliased

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Standing
from quizapp.storage.db import connection, db
from quizapp.storage.facts.crowd_codes import code_of
from quizapp.storage.facts.dated_facts import Facts, Moment, find_facts, find_posts
from quizapp.storage.models.assignment import DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team

_Own = aliased(Post)

AT_A_TIME = 2000
"""Rows fetched at a time where they are many."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A person's standing with what a report prints beside it; the score is that of the newest pass."""

    standing: Standing
    name: str
    team_id: int | None
    team: str | None
    score: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """Which people a list holds, and in what order.

    `codes` are the numbers of their crowds, None is everybody; `status_ranks` says for each where its status stands
    in the order of statuses. `without_team` leaves only people in no team.
    """

    team_ids: Collection[int] | None = None
    without_team: bool = False
    codes: Collection[int] | None = None
    sort: str = "name"
    descending: bool = False
    status_ranks: Mapping[int, int] | None = None


def list_standings(
    organisation_id: int,
    *,
    quiz_id: int,
    moment: Moment,
    listing: Listing,
    limit: int | None = None,
    offset: int = 0,
) -> list[StandingRow]:
    """The people of a list, or one part of it."""
    statement = _select_rows(organisation_id, quiz_id=quiz_id, moment=moment, listing=listing)
    return [_read(row) for row in connection().execute(statement.limit(limit).offset(offset))]


def stream_standings(
    organisation_id: int, held: Connection, *, quiz_id: int, moment: Moment, listing: Listing
) -> Iterator[StandingRow]:
    """The same row by row from a connection of its own, however many there are."""
    statement = _select_rows(organisation_id, quiz_id=quiz_id, moment=moment, listing=listing)
    for row in held.execution_options(stream_results=True, yield_per=AT_A_TIME).execute(statement):
        yield _read(row)


def find_employment(organisation_id: int, *, person_id: int, day: date) -> Row[Post, AbsenceKind | None, Any] | None:
    """The post a report counts somebody by, any long absence from it, and the first day back from the last one."""
    own = sa.select(_Own.id).where(_Own.person_id == person_id)
    posts = find_posts(organisation_id, day=day, among=own)
    return db.session.execute(
        sa.select(Post, Absence.kind, posts.returned_on)
        .select_from(posts.source)
        .where(Post.organisation_id == organisation_id, Post.person_id == person_id, posts.condition)
    ).one_or_none()


def _select_rows(
    organisation_id: int, *, quiz_id: int, moment: Moment, listing: Listing
) -> sa.Select[*tuple[Any, ...]]:
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment, team_ids=listing.team_ids)
    source = (
        facts.source.join(Person, Person.id == Post.person_id)
        .outerjoin(Team, Team.id == TeamMembership.team_id)
        .outerjoin(Attempt, Attempt.id == Completion.attempt_id)
    )
    rows = sa.select(*_columns(facts)).select_from(source).where(facts.condition)
    if listing.without_team:
        rows = rows.where(TeamMembership.team_id.is_(None))
    if listing.codes is not None:
        rows = rows.where(code_of(facts).in_(listing.codes))
    return rows.order_by(*_order(facts, listing))


def _columns(facts: Facts) -> list[Any]:
    """What a row prints, then the facts in the order `Standing` takes them."""
    return [
        Person.name,
        TeamMembership.team_id,
        Team.name.label("team"),
        Attempt.score,
        Attempt.item_count,
        Person.id,
        Post.staff_type,
        Post.start_date,
        Post.end_date,
        Absence.kind,
        facts.returned_on,
        DueDate.due_on,
        facts.open_attempts > 0,
        facts.submitted_attempts,
        facts.first_passed_on,
        Completion.valid_until,
    ]


def _order(facts: Facts, listing: Listing) -> list[Any]:
    """By one column, rows without a value last either way; equals by name."""
    by_name = [sa.func.lower(Person.name), Person.name, Person.id]
    if listing.sort == "name":
        return [sa.func.lower(Person.name).desc(), Person.name.desc(), Person.id] if listing.descending else by_name
    value = _value_of(facts, listing)
    return [value.is_(None), value.desc() if listing.descending else value, *by_name]


def _value_of(facts: Facts, listing: Listing) -> Any:
    if listing.sort == "status":
        return sa.case(dict(listing.status_ranks or {}), value=code_of(facts), else_=None)
    columns: dict[str, Any] = {
        "team": sa.func.lower(Team.name),
        "start": Post.start_date,
        "due": facts.due_on,
        "passed": facts.first_passed_on,
        "score": sa.cast(Attempt.score, sa.Float) / Attempt.item_count,
    }
    return columns[listing.sort]


def _read(row: Row[*tuple[Any, ...]]) -> StandingRow:
    name, team_id, team, score, count, *facts = row
    return StandingRow(Standing(*facts), name, team_id, team, score, count)
