"""What was done, by whom, and what was loaded: rows that are only ever added."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base, TenantRow, tenant_reference


class AuditEntry(TenantRow, Base):
    """An act worth remembering; it names the person or the console command behind it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        tenant_reference("person_id", "person"),
        sa.CheckConstraint("person_id IS NOT NULL OR job IS NOT NULL", name="somebody_did_it"),
        sa.Index("ix_audit_entry_organisation_id_at", "organisation_id", "at"),
    )

    at: Mapped[datetime]
    person_id: Mapped[int | None]
    job: Mapped[str | None] = mapped_column(sa.String(80))
    action: Mapped[str] = mapped_column(sa.String(80))
    subject: Mapped[str] = mapped_column(sa.String(120))
    details: Mapped[dict[str, Any]]


class StaffImport(TenantRow, Base):
    """One staff file that was loaded; its token makes a repeated load harmless."""

    __tablename__ = "staff_import"
    __table_args__ = (sa.UniqueConstraint("organisation_id", "token"),)

    token: Mapped[str] = mapped_column(sa.String(64))
    file_name: Mapped[str] = mapped_column(sa.String(200))
    at: Mapped[datetime]
    rows: Mapped[int]
    people_added: Mapped[int]
    people_changed: Mapped[int]
