"""People, their dated roles, and how they get in."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.access.roles import Role
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set, dated, unique_while


class Person(TenantRow, Base):
    """An account; e-mail is kept in lower case and is unique within the organisation."""

    __tablename__ = "person"
    __table_args__ = (
        tenant_identity(),
        sa.UniqueConstraint("organisation_id", "email"),
        sa.CheckConstraint("email = lower(email)", name="email_lower"),
        sa.Index("ix_person_email", "email"),
    )

    name: Mapped[str] = mapped_column(sa.String(200))
    email: Mapped[str | None] = mapped_column(sa.String(254))
    password_hash: Mapped[str | None] = mapped_column(sa.String(255))
    created_at: Mapped[datetime]
    deactivated_at: Mapped[datetime | None]


class PersonRole(TenantRow, Base):
    """A role a person holds from one day until another; staff is what everybody is and has no row."""

    __tablename__ = "person_role"
    __table_args__ = (
        tenant_reference("person_id", "person"),
        dated(),
        unique_while("uq_person_role_held", "person_id", "role"),
    )

    person_id: Mapped[int]
    role: Mapped[Role] = mapped_column(closed_set(Role))
    from_date: Mapped[date]
    until_date: Mapped[date | None]


class WebSession(TenantRow, Base):
    """A signed-in browser; only the hash of its token is kept."""

    __tablename__ = "web_session"
    __table_args__ = (tenant_reference("person_id", "person"), sa.Index("ix_web_session_person_id", "person_id"))

    person_id: Mapped[int]
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class OneTimeLink(TenantRow, Base):
    """A link that lets one person set a password once."""

    __tablename__ = "one_time_link"
    __table_args__ = (tenant_reference("person_id", "person"),)

    person_id: Mapped[int]
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInFailure(Base):
    """A wrong password for an address, or an unknown certificate code from one, so that guessing slows down; it belongs
    to no organisation."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (sa.Index("ix_sign_in_failure_email_hash_at", "email_hash", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email_hash: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[datetime]
