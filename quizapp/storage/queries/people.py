"""People, their roles, their ways in, and their long absences."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa

from quizapp.access.roles import Role
from quizapp.storage.db import db
from quizapp.storage.models.audit import StaffImport
from quizapp.storage.models.person import OneTimeLink, Person, PersonRole, WebSession
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.models.team import TeamManager, TeamShare


def find_person(organisation_id: int, person_id: int) -> Person | None:
    """One account."""
    return db.session.scalars(
        sa.select(Person).where(Person.organisation_id == organisation_id, Person.id == person_id)
    ).one_or_none()


def find_by_email(organisation_id: int, emails: Collection[str]) -> dict[str, Person]:
    """Accounts by address, in lower case. One with a NUL is nobody's, and PostgreSQL would not even look for it."""
    possible = [email for email in emails if "\x00" not in email]
    rows = db.session.scalars(
        sa.select(Person).where(Person.organisation_id == organisation_id, Person.email.in_(possible))
    )
    return {person.email: person for person in rows if person.email is not None}


def list_people(organisation_id: int) -> list[Person]:
    """Everybody on file."""
    return list(
        db.session.scalars(
            sa.select(Person).where(Person.organisation_id == organisation_id).order_by(Person.name, Person.id)
        )
    )


def holds_role(organisation_id: int, *, person_id: int, role: Role, on: date) -> bool:
    """Whether a role row covers a day."""
    return (
        db.session.scalars(
            sa.select(PersonRole.id).where(
                PersonRole.organisation_id == organisation_id,
                PersonRole.person_id == person_id,
                PersonRole.role == role,
                PersonRole.from_date <= on,
                sa.or_(PersonRole.until_date.is_(None), PersonRole.until_date > on),
            )
        ).first()
        is not None
    )


def list_with_role(organisation_id: int, *, role: Role, on: date) -> list[Person]:
    """Everybody who holds a role on a day."""
    return list(
        db.session.scalars(
            sa.select(Person)
            .join(PersonRole, PersonRole.person_id == Person.id)
            .where(
                Person.organisation_id == organisation_id,
                PersonRole.role == role,
                PersonRole.from_date <= on,
                sa.or_(PersonRole.until_date.is_(None), PersonRole.until_date > on),
            )
            .order_by(Person.id)
        )
    )


def end_links(organisation_id: int, *, person_id: int, now: datetime) -> None:
    """No link issued to a person so far works any more."""
    db.session.execute(
        sa.update(OneTimeLink)
        .where(
            OneTimeLink.organisation_id == organisation_id,
            OneTimeLink.person_id == person_id,
            OneTimeLink.used_at.is_(None),
        )
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )


def end_roles(organisation_id: int, *, person_id: int, until: date) -> None:
    """From a day on a person holds no role by name, manages no team and sees nobody else's; earlier ends stay."""
    for table, owner in (
        (PersonRole, PersonRole.person_id),
        (TeamManager, TeamManager.person_id),
        (TeamShare, TeamShare.deputy_id),
    ):
        later = sa.and_(table.organisation_id == organisation_id, owner == person_id)
        open_ended = sa.or_(table.until_date.is_(None), table.until_date > until)
        db.session.execute(
            sa.update(table)
            .where(later, open_ended)
            .values(until_date=sa.case((table.from_date > until, table.from_date), else_=sa.literal(until, sa.Date)))
            .execution_options(synchronize_session=False)
        )


def end_web_sessions(organisation_id: int, *, person_id: int, now: datetime, keep: str | None = None) -> None:
    """Sign a person out everywhere, but for the browser whose token hash is kept."""
    ending = sa.update(WebSession).where(
        WebSession.organisation_id == organisation_id,
        WebSession.person_id == person_id,
        WebSession.ended_at.is_(None),
    )
    if keep is not None:
        ending = ending.where(WebSession.token_hash != keep)
    db.session.execute(ending.values(ended_at=now))


def find_import(organisation_id: int, *, token: str) -> StaffImport | None:
    """The staff import a token belongs to, once it was loaded."""
    return db.session.scalars(
        sa.select(StaffImport).where(StaffImport.organisation_id == organisation_id, StaffImport.token == token)
    ).one_or_none()


def lock_posts(organisation_id: int, *, person_id: int) -> list[Post]:
    """The primary posts of one person in their order, whether they have ended or are to begin; nobody else changes what
    stands with them meanwhile."""
    return list(
        db.session.scalars(
            sa.select(Post)
            .where(Post.organisation_id == organisation_id, Post.person_id == person_id, Post.is_primary)
            .order_by(Post.start_date, Post.id)
            .with_for_update(key_share=True)
        )
    )


def list_absences(organisation_id: int, *, person_id: int) -> list[Absence]:
    """The long absences from any of somebody's primary posts, without those that were taken back."""
    return list(
        db.session.scalars(
            sa.select(Absence)
            .join(Post, Post.id == Absence.post_id)
            .where(Absence.organisation_id == organisation_id, Post.person_id == person_id, Post.is_primary, _lasts())
            .order_by(Absence.from_date, Absence.id)
        )
    )


def list_absences_by_post(organisation_id: int) -> dict[int, list[Absence]]:
    """The same of everybody, by post, in the order they were noted."""
    rows = db.session.scalars(
        sa.select(Absence).where(Absence.organisation_id == organisation_id, _lasts()).order_by(Absence.id)
    )
    found: dict[int, list[Absence]] = defaultdict(list)
    for row in rows:
        found[row.post_id].append(row)
    return found


def _lasts() -> sa.ColumnElement[bool]:
    return sa.or_(Absence.until_date.is_(None), Absence.until_date > Absence.from_date)
