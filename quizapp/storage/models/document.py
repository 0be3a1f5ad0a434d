"""Documents, their dated editions, the passages items cite, and the concerns people settle."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from question_bank.model import ConcernKind
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class Document(TenantRow, Base):
    """A source text of the organisation, whatever its edition."""

    __tablename__ = "document"
    __table_args__ = (tenant_identity(), sa.UniqueConstraint("organisation_id", "title"))

    title: Mapped[str] = mapped_column(sa.String(200))
    source: Mapped[str | None] = mapped_column(sa.String(500))
    created_at: Mapped[datetime]


class DocumentVersion(TenantRow, Base):
    """One edition of a document, kept as it was read; never updated."""

    __tablename__ = "document_version"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("document_id", "document"),
        sa.UniqueConstraint("document_id", "number"),
        sa.UniqueConstraint("document_id", "sha256"),
    )

    document_id: Mapped[int]
    number: Mapped[int]
    sha256: Mapped[str] = mapped_column(sa.String(64))
    text: Mapped[str] = mapped_column(sa.Text)
    taken_on: Mapped[date]
    added_at: Mapped[datetime]


class Passage(TenantRow, Base):
    """A run of one edition that an item cites: its words, first line and offsets."""

    __tablename__ = "passage"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("document_version_id", "document_version"),
        sa.UniqueConstraint("document_version_id", "line", "text"),
    )

    document_version_id: Mapped[int]
    line: Mapped[int]
    text: Mapped[str] = mapped_column(sa.Text)


class Concern(TenantRow, Base):
    """Something the reader asked about in one edition."""

    __tablename__ = "concern"
    __table_args__ = (tenant_identity(), tenant_reference("document_version_id", "document_version"))

    document_version_id: Mapped[int]
    kind: Mapped[ConcernKind] = mapped_column(closed_set(ConcernKind))
    line: Mapped[int]
    message: Mapped[str] = mapped_column(sa.Text)


class ConcernDecision(TenantRow, Base):
    """What a person decided about a concern; the newest row holds, earlier ones stay."""

    __tablename__ = "concern_decision"
    __table_args__ = (tenant_reference("concern_id", "concern"), tenant_reference("person_id", "person"))

    concern_id: Mapped[int]
    decision: Mapped[str] = mapped_column(sa.String(80))
    note: Mapped[str | None] = mapped_column(sa.Text)
    person_id: Mapped[int | None]
    at: Mapped[datetime]
