"""What decides whether people are written to about a quiz: where they stand, and how they can be reached."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from quizapp.assessment.status import Standing
from quizapp.storage.db import db
from quizapp.storage.facts.dated_facts import Moment, find_facts
from quizapp.storage.facts.leaving import has_left
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person, WebSession
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import TeamManager, TeamShare


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Somebody who holds a quiz; no address where there is none, or no account any more."""

    assignment_id: int
    assigned_on: date
    name: str
    email: str | None
    has_signed_in: bool
    team_id: int | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who can be written to."""

    person_id: int
    name: str
    email: str | None


def list_cases(
    organisation_id: int,
    *,
    quiz_id: int,
    moment: Moment,
    team_ids: Collection[int] | None = None,
    person_ids: Collection[int] | None = None,
) -> list[CaseRow]:
    """Everybody in post, or to begin later, who holds a quiz; of some teams, or some people alone."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment, team_ids=team_ids)
    signed_in = sa.select(WebSession.id).where(WebSession.person_id == Person.id).correlate(Person).exists()
    rows = (
        sa.select(
            *(Assignment.id, Assignment.from_date, Person.name, _address(), signed_in, TeamMembership.team_id),
            *(Person.id, Post.staff_type, Post.start_date, Post.end_date, Absence.kind, facts.returned_on),
            *(DueDate.due_on, facts.open_attempts > 0, facts.submitted_attempts, facts.first_passed_on),
            Completion.valid_until,
        )
        .select_from(facts.source.join(Person, Person.id == Post.person_id))
        .where(facts.condition)
        .order_by(Person.name, Person.id)
    )
    if person_ids is not None:
        rows = rows.where(Person.id.in_(person_ids))
    return [
        CaseRow(assignment_id, assigned_on, name, email, bool(has_signed_in), team_id, Standing(*standing))
        for assignment_id, assigned_on, name, email, has_signed_in, team_id, *standing in db.session.execute(rows)
    ]


def list_leavers(
    organisation_id: int, *, team_ids: Collection[int], person_ids: Collection[int], day: date
) -> dict[int, str]:
    """Those of some people whose last day lies before a day and who stood in one of the teams on it; their names.

    Whoever has come back, into whatever team, has not left.
    """
    rows = db.session.execute(
        sa.select(Person.id, Person.name)
        .join(Post, sa.and_(Post.person_id == Person.id, Post.is_primary, Post.end_date < day))
        .join(
            TeamMembership,
            sa.and_(
                TeamMembership.post_id == Post.id,
                TeamMembership.from_date <= Post.end_date,
                sa.or_(TeamMembership.until_date.is_(None), TeamMembership.until_date > Post.end_date),
            ),
        )
        .where(
            Person.organisation_id == organisation_id,
            Person.id.in_(person_ids),
            TeamMembership.team_id.in_(team_ids),
            has_left(Person.id, day),
        )
        .order_by(Person.name, Person.id)
    )
    return {person_id: name for person_id, name in rows}  # noqa: C416 - dict() does not take rows


def list_managers(organisation_id: int, *, on: date) -> list[Addressee]:
    """Whoever manages a team on a day, and their deputies, but for those who have left."""
    managers = sa.select(TeamManager.person_id).where(
        TeamManager.organisation_id == organisation_id, holds_on(TeamManager, on)
    )
    deputies = sa.select(TeamShare.deputy_id).where(
        TeamShare.organisation_id == organisation_id, holds_on(TeamShare, on)
    )
    rows = db.session.execute(
        sa.select(Person.id, Person.name, _address())
        .where(
            Person.organisation_id == organisation_id,
            Person.id.in_(managers.union(deputies)),
            ~has_left(Person.id, on),
        )
        .order_by(Person.name, Person.id)
    )
    return [Addressee(*row) for row in rows]


def is_gone(organisation_id: int, *, person_id: int, on: date) -> bool:
    """Whether somebody has left by a day."""
    gone = sa.select(Person.id).where(
        Person.organisation_id == organisation_id, Person.id == person_id, has_left(Person.id, on)
    )
    return db.session.scalar(gone) is not None


def find_addressee(organisation_id: int, *, person_id: int) -> Addressee | None:
    """One person."""
    found = db.session.execute(
        sa.select(Person.id, Person.name, _address()).where(
            Person.organisation_id == organisation_id, Person.id == person_id
        )
    ).one_or_none()
    return None if found is None else Addressee(*found)


def _address() -> sa.ColumnElement[str | None]:
    """The e-mail address of who has an account."""
    return sa.case((Person.deactivated_at.is_(None), Person.email), else_=sa.null())
