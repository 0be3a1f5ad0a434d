"""What the data say about single people: who stands in a manager's teams, and what an administrator compares."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from quizapp.assessment.population import AbsenceKind
from quizapp.storage.db import db
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person, WebSession
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team


@dataclass(frozen=True, slots=True)
class TeamPerson:
    """Somebody of a team who holds a quiz, and whether there is a pass that counts."""

    id: int
    name: str
    team_id: int
    holds_pass: bool


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the data say about a person on a day: the newest post, its team, a long absence, the last sign-in."""

    name: str
    email: str | None
    start_date: date | None
    end_date: date | None
    team: str | None
    absence: AbsenceKind | None
    signed_in_at: datetime | None


def list_team_people(
    organisation_id: int, person_ids: Collection[int], *, quiz_id: int, team_ids: Collection[int], on: date
) -> list[TeamPerson]:
    """Those of some people whom a report on these teams lists on a day, by name."""
    counted_from = sa.case((Post.start_date > on, Post.start_date), else_=sa.literal(on, sa.Date))
    stands = (
        TeamMembership.post_id == Post.id,
        TeamMembership.from_date <= counted_from,
        sa.or_(TeamMembership.until_date.is_(None), TeamMembership.until_date > counted_from),
    )
    passed = (
        sa.select(Completion.id)
        .where(
            Completion.assignment_id == Assignment.id,
            sa.or_(Completion.valid_until.is_(None), Completion.valid_until >= on),
        )
        .correlate(Assignment)
        .exists()
    )
    held = sa.and_(Assignment.person_id == Person.id, Assignment.quiz_id == quiz_id, holds_on(Assignment, on))
    rows = db.session.execute(
        sa.select(Person.id, Person.name, TeamMembership.team_id, passed)
        .join(Assignment, held)
        .join(Post, sa.and_(Post.person_id == Person.id, Post.is_primary))
        .outerjoin(TeamMembership, sa.and_(*stands))
        .where(Person.organisation_id == organisation_id, Person.id.in_(person_ids))
        .where(sa.or_(Post.end_date.is_(None), Post.end_date >= on))
        .order_by(Person.name, Person.id, Post.start_date.desc(), Post.id.desc())
    )
    by_person = {person_id: (name, team_id, has_passed) for person_id, name, team_id, has_passed in rows}
    return [
        TeamPerson(person_id, name, team_id, holds_pass=bool(has_passed))
        for person_id, (name, team_id, has_passed) in by_person.items()
        if team_id in team_ids
    ]


def list_facts(organisation_id: int, person_ids: Collection[int], *, on: date) -> dict[int, PersonFacts]:
    """What the data say about people on a day, by person."""
    newest = (
        sa.select(Post.id)
        .where(Post.person_id == Person.id, Post.is_primary)
        .order_by(Post.start_date.desc(), Post.id.desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    away = sa.select(Absence.kind).where(Absence.post_id == Post.id, holds_on(Absence, on)).limit(1)
    signed_in = sa.select(sa.func.max(WebSession.created_at)).where(WebSession.person_id == Person.id)
    stands = sa.and_(TeamMembership.post_id == Post.id, TeamMembership.until_date.is_(None))
    rows = db.session.execute(
        sa.select(
            *(Person.id, Person.name, Person.email, Post.start_date, Post.end_date, Team.name),
            *(away.correlate(Post).scalar_subquery(), signed_in.correlate(Person).scalar_subquery()),
        )
        .outerjoin(Post, Post.id == newest)
        .outerjoin(TeamMembership, stands)
        .outerjoin(Team, Team.id == TeamMembership.team_id)
        .where(Person.organisation_id == organisation_id, Person.id.in_(person_ids))
    )
    return {person_id: PersonFacts(*facts) for person_id, *facts in rows}
