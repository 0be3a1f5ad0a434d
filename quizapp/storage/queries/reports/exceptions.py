"""People who are stuck somewhere: never signed in, refused by the mail server, many tries, nobody to manage them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    managed = _managed_teams(organisation_id, day=moment.day)
    last = (
        sa.select(sa.func.max(_Ended.until_date))
        .where(_Ended.team_id == TeamMembership.team_id, _Ended.until_date <= moment.day)
        .correlate(TeamMembership)
        .scalar_subquery()
    )
    nobody = sa.or_(TeamMembership.team_id.is_(None), TeamMembership.team_id.not_in(sa.select(managed.c.team_id)))
    return _read(organisation_id, facts, _in_scope(moment, started_by=moment.day), nobody, since=last)


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
