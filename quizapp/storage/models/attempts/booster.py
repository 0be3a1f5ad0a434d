"""Boosters: two questions some weeks after a pass, which count for nothing but memory."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference


class Booster(TenantRow, Base):
    """The first or second booster after a pass; its token is the address that needs no sign-in, so it is kept whole."""

    __tablename__ = "booster"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("attempt_id", "attempt"),
        sa.UniqueConstraint("attempt_id", "number"),
        sa.CheckConstraint("number BETWEEN 1 AND 2", name="two_at_most"),
    )

    attempt_id: Mapped[int]
    """The attempt that earned the pass."""
    number: Mapped[int]
    token: Mapped[str] = mapped_column(sa.String(64), unique=True)
    due_on: Mapped[date]
    issued_at: Mapped[datetime]


class BoosterItem(TenantRow, Base):
    """One item of a booster: its place, and its options in the order they are shown."""

    __tablename__ = "booster_item"
    __table_args__ = (
        tenant_reference("booster_id", "booster"),
        tenant_reference("item_version_id", "item_version"),
        sa.UniqueConstraint("booster_id", "position"),
        sa.UniqueConstraint("organisation_id", "booster_id", "item_version_id"),
    )

    booster_id: Mapped[int]
    position: Mapped[int]
    item_version_id: Mapped[int]
    option_order: Mapped[list[Any]]


class BoosterResponse(TenantRow, Base):
    """What was answered to one item of a booster; the first answer stays."""

    __tablename__ = "booster_response"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["organisation_id", "booster_id", "item_version_id"],
            ["booster_item.organisation_id", "booster_item.booster_id", "booster_item.item_version_id"],
        ),
        sa.UniqueConstraint("booster_id", "item_version_id"),
        sa.CheckConstraint("mark IN (0, 1)", name="mark_one_or_nothing"),
    )

    booster_id: Mapped[int]
    item_version_id: Mapped[int]
    chosen: Mapped[list[Any]]
    mark: Mapped[int]
    parts_right: Mapped[int]
    parts: Mapped[int]
    at: Mapped[datetime]


class BoosterRefusal(TenantRow, Base):
    """Somebody wants no boosters, from now on."""

    __tablename__ = "booster_refusal"
    __table_args__ = (tenant_reference("person_id", "person"), sa.UniqueConstraint("person_id"))

    person_id: Mapped[int]
    at: Mapped[datetime]
