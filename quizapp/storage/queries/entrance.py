"""Look-ups made before the organisation is known: the only queries that do not begin with it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.access.roles import Role
from quizapp.storage.db import connection, db
from quizapp.storage.facts.leaving import has_left
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.booster import Booster
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import OneTimeLink, Person, PersonRole, SignInFailure, WebSession
from quizapp.storage.models.team import TeamManager, TeamShare


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role somebody holds from one day until another."""

    role: Role
    from_date: date
    until_date: date | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A web session with its person, the organisation, the roles ever held, and whether the person manages a team.

    Whoever was let see the teams of somebody else counts as a manager for as long, and nobody does who has left.
    """

    roles: tuple[HeldRole, ...]
    seen_at: datetime
    created_at: datetime
    ended_at: datetime | None
    person_id: int
    name: str
    email: str | None
    organisation_id: int
    organisation_name: str
    time_zone: str
    manages: bool


def find_organisation(slug_or_name: str) -> Organisation | None:
    """The organisation with this short name, or else with this name."""
    wanted = sa.or_(Organisation.slug == slug_or_name.lower(), Organisation.name == slug_or_name)
    found = {one.slug: one for one in db.session.scalars(sa.select(Organisation).where(wanted))}
    return found.get(slug_or_name.lower()) or next(iter(found.values()), None)


def list_organisations() -> list[Organisation]:
    """All organisations of this installation, for the operator's commands."""
    return list(db.session.scalars(sa.select(Organisation).order_by(Organisation.name)))


def find_accounts(email: str) -> list[Row[int, int, str, str | None]]:
    """Active accounts with this address, in every organisation: person, organisation, its name, password hash."""
    if "\x00" in email:  # PostgreSQL would not even look for it
        return []
    return list(
        db.session.execute(
            sa.select(Person.id, Person.organisation_id, Organisation.name, Person.password_hash)
            .join(Organisation, Organisation.id == Person.organisation_id)
            .where(Person.email == email, Person.deactivated_at.is_(None))
            .order_by(Person.id)
        )
    )


def find_certificate(code: str) -> Row[Completion, str] | None:
    """The pass with this certificate code, and the time zone of the organisation that gave it."""
    return db.session.execute(
        sa.select(Completion, Organisation.time_zone)
        .join(Organisation, Organisation.id == Completion.organisation_id)
        .where(Completion.certificate_code == code)
    ).one_or_none()


def find_web_session(token_hash: str, *, day: date) -> SessionRow | None:
    """The live web session with this token."""
    return _read_session(_live_web_session(), token_hash, day=day)


def find_any_web_session(token_hash: str, *, day: date) -> SessionRow | None:
    """The same whether the session is live or not."""
    return _read_session(_web_session(), token_hash, day=day)


def find_session_owner(token_hash: str) -> int | None:
    """Whose a web session is or was."""
    return db.session.scalar(sa.select(WebSession.person_id).where(WebSession.token_hash == token_hash))


def note_web_session_use(token_hash: str, *, now: datetime) -> None:
    """Say when a live web session was last used; one statement, for it comes on top of what a page needs."""
    db.session.execute(
        sa.update(WebSession)
        .where(WebSession.token_hash == token_hash, WebSession.ended_at.is_(None))
        .values(seen_at=now)
        .execution_options(synchronize_session=False)
    )


def find_link(token_hash: str) -> Row[OneTimeLink, Person, Organisation] | None:
    """The one-time link with this token, used or not, and whose it is."""
    return db.session.execute(
        sa.select(OneTimeLink, Person, Organisation)
        .join(Person, Person.id == OneTimeLink.person_id)
        .join(Organisation, Organisation.id == OneTimeLink.organisation_id)
        .where(OneTimeLink.token_hash == token_hash, Person.deactivated_at.is_(None))
    ).one_or_none()


def claim_link(token_hash: str, *, now: datetime) -> bool:
    """Use a link up; False where it is spent, whoever was quicker."""
    claimed = db.session.execute(
        sa.update(OneTimeLink)
        .where(OneTimeLink.token_hash == token_hash, OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > now)
        .values(used_at=now)
        .returning(OneTimeLink.id)
        .execution_options(synchronize_session=False)
    )
    return claimed.scalar_one_or_none() is not None


def find_booster(token: str) -> Row[Booster, Person, Organisation] | None:
    """The booster with this token, and whose it is."""
    return db.session.execute(
        sa.select(Booster, Person, Organisation)
        .join(Attempt, Attempt.id == Booster.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Person, Person.id == Assignment.person_id)
        .join(Organisation, Organisation.id == Booster.organisation_id)
        .where(Booster.token == token, Person.deactivated_at.is_(None))
    ).one_or_none()


def end_web_session(token_hash: str, *, now: datetime) -> None:
    """Sign a browser out."""
    db.session.execute(
        sa.update(WebSession)
        .where(WebSession.token_hash == token_hash, WebSession.ended_at.is_(None))
        .values(ended_at=now)
        .execution_options(synchronize_session=False)
    )


def lock_address(email_hash: str) -> None:
    """Let one try under a key be counted at a time; SQLite's write lock does so by itself."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(email_hash))))


def list_sign_in_failures(email_hash: str, *, since: datetime) -> list[datetime]:
    """When a try under a key did not match, oldest first."""
    return list(
        db.session.scalars(
            sa.select(SignInFailure.at)
            .where(SignInFailure.email_hash == email_hash, SignInFailure.at > since)
            .order_by(SignInFailure.at)
        )
    )


def forget_sign_in_failures(email_hash: str, *, older_than: datetime) -> None:
    """Drop the failures under one key, and everybody's that are too old to matter."""
    db.session.execute(
        sa.delete(SignInFailure).where(sa.or_(SignInFailure.email_hash == email_hash, SignInFailure.at < older_than))
    )


def _read_session(statement: sa.Select[*tuple[Any, ...]], token_hash: str, *, day: date) -> SessionRow | None:
    """Asked for by every request, so in columns: one row for each role, or one without any."""
    rows = connection().execute(statement, {"token_hash": token_hash, "day": day}).all()
    if not rows:
        return None
    roles = tuple(HeldRole(*row[-3:]) for row in rows if row[-3] is not None)
    return SessionRow(roles, *rows[0][:-3])


@cache
def _live_web_session() -> sa.Select[*tuple[Any, ...]]:
    deactivated_at = Person.__table__.c.deactivated_at
    return _web_session().where(WebSession.__table__.c.ended_at.is_(None), deactivated_at.is_(None))


@cache
def _web_session() -> sa.Select[*tuple[Any, ...]]:
    session, person, organisation = WebSession.__table__.c, Person.__table__.c, Organisation.__table__.c
    held, managed = PersonRole.__table__.c, TeamManager.__table__.c
    day = sa.bindparam("day", type_=sa.Date)
    goes_on = sa.or_(managed.until_date.is_(None), managed.until_date > day)
    shared = TeamShare.__table__.c
    return (
        sa.select(
            *(session.seen_at, session.created_at, session.ended_at),
            *(person.id, person.name, person.email),
            *(organisation.id, organisation.name, organisation.time_zone),
            sa.and_(
                sa.or_(
                    sa.select(managed.id).where(managed.person_id == person.id, goes_on).exists(),
                    sa.select(shared.id).where(shared.deputy_id == person.id, shared.until_date > day).exists(),
                ),
                ~has_left(person.id, day),
            ),
            *(held.role, held.from_date, held.until_date),
        )
        .select_from(WebSession.__table__)
        .join(Person.__table__, person.id == session.person_id)
        .join(Organisation.__table__, organisation.id == session.organisation_id)
        .outerjoin(PersonRole.__table__, held.person_id == person.id)
        .where(session.token_hash == sa.bindparam("token_hash"))
    )
