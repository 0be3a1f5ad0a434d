"""Items, their immutable editions, what they cite, the reviews people gave them, and what learners remarked."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from question_bank.model import Kind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.assessment.remarks import RemarkReason
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class Item(TenantRow, Base):
    """One question over its life; the code is stable across editions of the page."""

    __tablename__ = "item"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("document_id", "document"),
        sa.UniqueConstraint("document_id", "code"),
    )

    document_id: Mapped[int]
    code: Mapped[str] = mapped_column(sa.String(120))
    created_at: Mapped[datetime]


class ItemVersion(TenantRow, Base):
    """One edition of an item's words; never updated.

    `options`: [{"token", "text", "correct", "rationale", "proof"}] where the token is random and says nothing;
    `pairs`: [{"left", "token"}] of a matching item, the token being the right-hand choice;
    `facts`: fact ids; `value_names`: the values it asks about.
    """

    __tablename__ = "item_version"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("item_id", "item"),
        tenant_reference("document_version_id", "document_version"),
        sa.UniqueConstraint("item_id", "number"),
    )

    item_id: Mapped[int]
    number: Mapped[int]
    document_version_id: Mapped[int]
    kind: Mapped[Kind] = mapped_column(closed_set(Kind))
    template: Mapped[str] = mapped_column(sa.String(60))
    setting: Mapped[str | None] = mapped_column(sa.String(60))
    stem: Mapped[str] = mapped_column(sa.Text)
    options: Mapped[list[Any]]
    pairs: Mapped[list[Any] | None]
    facts: Mapped[list[Any]]
    value_names: Mapped[list[Any]]
    needs_review: Mapped[bool]
    created_at: Mapped[datetime]


class ItemCitation(TenantRow, Base):
    """A passage an item version rests on."""

    __tablename__ = "item_citation"
    __table_args__ = (
        tenant_reference("item_version_id", "item_version"),
        tenant_reference("passage_id", "passage"),
        sa.UniqueConstraint("item_version_id", "passage_id"),
    )

    item_version_id: Mapped[int]
    passage_id: Mapped[int]


class ItemReview(TenantRow, Base):
    """A decision about an item version; rows are added, never changed, and the newest one holds."""

    __tablename__ = "item_review"
    __table_args__ = (
        tenant_reference("item_version_id", "item_version"),
        tenant_reference("person_id", "person"),
        sa.CheckConstraint("status <> 'retired' OR reason IS NOT NULL", name="retired_with_reason"),
        sa.Index("ix_item_review_item_version_id", "item_version_id", "id"),
    )

    item_version_id: Mapped[int]
    status: Mapped[ReviewStatus] = mapped_column(closed_set(ReviewStatus))
    person_id: Mapped[int | None]
    job: Mapped[str | None] = mapped_column(sa.String(80))
    reason: Mapped[str | None] = mapped_column(sa.Text)
    at: Mapped[datetime]


class Remark(TenantRow, Base):
    """One learner's word that an item version is unclear; one a person, for a reason from a closed list."""

    __tablename__ = "remark"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("item_version_id", "item_version"),
        tenant_reference("person_id", "person"),
        sa.UniqueConstraint("item_version_id", "person_id"),
    )

    item_version_id: Mapped[int]
    person_id: Mapped[int]
    reason: Mapped[RemarkReason] = mapped_column(closed_set(RemarkReason))
    at: Mapped[datetime]


class RemarkSettlement(TenantRow, Base):
    """An author's answer to all remarks on an item version up to the last one seen."""

    __tablename__ = "remark_settlement"
    __table_args__ = (
        tenant_reference("item_version_id", "item_version"),
        tenant_reference("last_remark_id", "remark"),
        tenant_reference("person_id", "person"),
        sa.Index("ix_remark_settlement_item_version_id", "item_version_id"),
    )

    item_version_id: Mapped[int]
    last_remark_id: Mapped[int]
    person_id: Mapped[int]
    note: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime]
