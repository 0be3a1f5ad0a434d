"""People who are stuck somewhere: never signed in, refused by the mail server, many tries, nobody to manage them.

And what the record lacks of whom: before people are asked why they have not passed, it has to be able to reach them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.assessment.reminders.messages import MessageState
from quizapp.storage.db import connection
from quizapp.storage.facts.dated_facts import Facts, Moment, find_facts
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person, WebSession
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team, TeamManager, TeamPlace

_Began, _Held, _Ended, _Owner = aliased(Attempt), aliased(Assignment), aliased(TeamManager), aliased(Person)


@dataclass(frozen=True, slots=True)
class StuckPerson:
    """Somebody with the quiz, where they stand and since when; `since` is what each list says of it."""

    person_id: int
    name: str
    team: str | None
    start_date: date
    is_away: bool
    has_email: bool
    is_refused: bool
    since: date | datetime | None
    note: str | None = None
    tries: int = 0


class Lack(StrEnum):
    """What the record may lack of somebody."""

    EMAIL = "e-mail address"
    MANAGER = "manager"
    DUE_DATE = "due date"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Of so many people in scope and not away: of how many the record lacks what."""

    people: int
    lacking: Mapping[Lack, int]


def list_never_signed_in(organisation_id: int, *, quiz_id: int, moment: Moment, for_days: int) -> list[StuckPerson]:
    """In scope, in post for so many days or more, and never signed in; an attempt shows that somebody has."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    opened = sa.exists().where(WebSession.person_id == Post.person_id)
    began = sa.exists().where(_Began.assignment_id == _Held.id, _Held.person_id == Post.person_id)
    return _read(
        organisation_id,
        facts,
        _in_scope(moment, started_by=moment.day - timedelta(days=for_days)),
        ~opened.correlate(Post),
        ~began.correlate(Post),
        since=Post.start_date,
    )


def list_refused(organisation_id: int, *, quiz_id: int, moment: Moment) -> list[StuckPerson]:
    """Everybody with the quiz, also who is to start later, to whose address the mail server would not send last."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    refused = sa.select(_refusals(organisation_id).c.person_id)
    return _read(organisation_id, facts, Post.person_id.in_(refused))


def list_many_tries(organisation_id: int, *, quiz_id: int, moment: Moment, least: int) -> list[StuckPerson]:
    """In scope, not away, with so many submitted tries or more and never a pass; since the last of them."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    last = (
        sa.select(sa.func.max(_Began.submitted_on))
        .where(_Began.assignment_id == Assignment.id, _Began.submitted_on <= moment.day)
        .correlate(Assignment)
        .scalar_subquery()
    )
    tries = facts.submitted_attempts
    return _read(
        organisation_id,
        facts,
        _in_scope(moment, started_by=moment.day),
        Absence.id.is_(None),
        Completion.id.is_(None),
        tries >= least,
        since=last,
        tries=tries,
    )


def list_unmanaged(organisation_id: int, *, quiz_id: int, moment: Moment) -> list[StuckPerson]:
    """In scope, and neither the team nor any above it has a manager; since the last one of the team stopped."""
    facts, lacks = _find_lacks(organisation_id, quiz_id=quiz_id, moment=moment)
    there = _in_scope(moment, started_by=moment.day)
    return _read(organisation_id, facts, there, lacks[Lack.MANAGER], since=_last_managed(moment.day))


def list_lacking(organisation_id: int, lack: Lack, *, quiz_id: int, moment: Moment) -> list[StuckPerson]:
    """In scope, not away, and without something that the record needs; since the start, where nothing else is known."""
    facts, lacks = _find_lacks(organisation_id, quiz_id=quiz_id, moment=moment)
    since = _last_managed(moment.day) if lack is Lack.MANAGER else Post.start_date
    there = (_in_scope(moment, started_by=moment.day), Absence.id.is_(None))
    return _read(organisation_id, facts, *there, lacks[lack], since=since)


def count_lacking(organisation_id: int, *, quiz_id: int, moment: Moment) -> Readiness:
    """How many people are in scope and not away, and how many of those stand in each of these lists."""
    facts, lacks = _find_lacks(organisation_id, quiz_id=quiz_id, moment=moment)
    counts = (sa.func.coalesce(sa.func.sum(sa.case((lack, 1), else_=0)), 0) for lack in lacks.values())
    people, *found = (
        connection()
        .execute(
            sa.select(sa.func.count(), *counts)
            .select_from(facts.source.join(Person, Person.id == Post.person_id))
            .where(facts.condition, _in_scope(moment, started_by=moment.day), Absence.id.is_(None))
        )
        .one()
    )
    return Readiness(people, dict(zip(lacks, found, strict=True)))


def _find_lacks(
    organisation_id: int, *, quiz_id: int, moment: Moment
) -> tuple[Facts, Mapping[Lack, sa.ColumnElement[bool]]]:
    """Everybody, with the managed team they stand in, and what tells who lacks what.

    The teams are joined: PostgreSQL takes a tree for endless, and would look through it again for each person.
    """
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    managed = _managed_teams(organisation_id, day=moment.day)
    source = facts.source.outerjoin(managed, managed.c.team_id == TeamMembership.team_id)
    lacks = {
        Lack.EMAIL: Person.email.is_(None),
        Lack.MANAGER: managed.c.team_id.is_(None),
        Lack.DUE_DATE: facts.due_as_set.is_(None),
    }
    return replace(facts, source=source), lacks


def _last_managed(day: date) -> sa.ScalarSelect[Any]:
    """When the last manager of the team stopped."""
    return (
        sa.select(sa.func.max(_Ended.until_date))
        .where(_Ended.team_id == TeamMembership.team_id, _Ended.until_date <= day)
        .correlate(TeamMembership)
        .scalar_subquery()
    )


def _read(
    organisation_id: int,
    facts: Facts,
    *conditions: sa.ColumnElement[bool],
    since: Any = None,
    tries: Any = None,
) -> list[StuckPerson]:
    refusals = _refusals(organisation_id)
    source = (
        facts.source.join(Person, Person.id == Post.person_id)
        .outerjoin(Team, Team.id == TeamMembership.team_id)
        .outerjoin(refusals, refusals.c.person_id == Person.id)
    )
    columns: Sequence[Any] = (
        *(Person.id, Person.name, Team.name.label("team"), Post.start_date),
        *(Absence.id.is_not(None), Person.email.is_not(None), refusals.c.person_id.is_not(None)),
        *(refusals.c.at if since is None else since, refusals.c.reason, sa.literal(0) if tries is None else tries),
    )
    rows = sa.select(*columns).select_from(source).where(facts.condition, *conditions)
    return [StuckPerson(*row) for row in connection().execute(rows.order_by(sa.func.lower(Person.name), Person.id))]


def _in_scope(moment: Moment, *, started_by: date) -> sa.ColumnElement[bool]:
    """In post, since a day at the latest, as one of the staff types that the headline counts."""
    return sa.and_(Post.start_date <= started_by, Post.staff_type.in_(HEADLINE_STAFF_TYPES))


def _refusals(organisation_id: int) -> sa.Subquery:
    """Whose address the mail server refused, the last time it was asked and as long as the address is the same."""
    asked = Message.state.in_((MessageState.SENT, MessageState.REFUSED))
    at = sa.func.coalesce(Message.ended_at, Message.sent_at, Message.created_at)
    turn = sa.func.row_number().over(partition_by=Message.person_id, order_by=(at.desc(), Message.id.desc()))
    said = (
        sa.select(Message.person_id, Message.state, Message.reason, Message.address, at.label("at"), turn.label("turn"))
        .where(Message.organisation_id == organisation_id, asked)
        .subquery("said")
    )
    still = sa.or_(said.c.address.is_(None), said.c.address == _Owner.email)
    return (
        sa.select(said.c.person_id, said.c.reason, said.c.at)
        .join(_Owner, _Owner.id == said.c.person_id)
        .where(said.c.turn == 1, said.c.state == MessageState.REFUSED, still)
        .subquery("refusal")
    )


def _managed_teams(organisation_id: int, *, day: date) -> sa.CTE:
    """Teams with a manager, and all teams below them; a loop in the tree ends."""
    top = (
        sa.select(TeamManager.team_id)
        .join(Person, Person.id == TeamManager.person_id)
        .where(
            TeamManager.organisation_id == organisation_id, holds_on(TeamManager, day), Person.deactivated_at.is_(None)
        )
    )
    tree = top.cte("managed", recursive=True)
    below = (
        sa.select(TeamPlace.team_id)
        .join(tree, TeamPlace.parent_id == tree.c.team_id)
        .where(TeamPlace.organisation_id == organisation_id, holds_on(TeamPlace, day))
    )
    return tree.union(below)
