"""Look-ups made before the organisation is known: the only queries that do not begin with it."""

from datetime import date, datetime
from functools import cache

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempt import Attempt
from quizapp.storage.models.booster import Booster
from quizapp.storage.models.completion import Completion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import OneTimeLink, Person, PersonRole, SignInFailure, WebSession
from quizapp.storage.models.team import TeamManager

SessionRow = Row[WebSession, Person, Organisation, PersonRole | None, bool]
"""A web session with its person, organisation, one of the roles held, and whether the person manages a team."""


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


def find_web_session(token_hash: str, *, day: date) -> list[SessionRow]:
    """The live web session, its person and organisation, a row per role held; the last column says who manages."""
    return list(db.session.execute(_live_web_session(), {"token_hash": token_hash, "day": day}))


def find_any_web_session(token_hash: str, *, day: date) -> list[SessionRow]:
    """The same whether the session is live or not."""
    return list(db.session.execute(_web_session(), {"token_hash": token_hash, "day": day}))


def find_session_owner(token_hash: str) -> int | None:
    """Whose a web session is or was."""
    return db.session.scalar(sa.select(WebSession.person_id).where(WebSession.token_hash == token_hash))


@cache
def _live_web_session() -> sa.Select[WebSession, Person, Organisation, PersonRole | None, bool]:
    """The statement every request runs, built once."""
    return _web_session().where(WebSession.ended_at.is_(None), Person.deactivated_at.is_(None))


def _web_session() -> sa.Select[WebSession, Person, Organisation, PersonRole | None, bool]:
    manages = (
        sa.select(TeamManager.id)
        .where(
            TeamManager.person_id == Person.id,
            sa.or_(TeamManager.until_date.is_(None), TeamManager.until_date > sa.bindparam("day")),
        )
        .exists()
        .label("manages")
    )
    return (
        sa.select(WebSession, Person, Organisation, PersonRole, manages)
        .join(Person, Person.id == WebSession.person_id)
        .join(Organisation, Organisation.id == WebSession.organisation_id)
        .outerjoin(PersonRole, PersonRole.person_id == Person.id)
        .where(WebSession.token_hash == sa.bindparam("token_hash"))
    )


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
