"""Attempts, the papers they are sat on, and the responses given."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set, unique_while


class Attempt(TenantRow, Base):
    """One sitting; what it takes to pass is fixed when it starts, and nothing changes once it is submitted."""

    __tablename__ = "attempt"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("assignment_id", "assignment"),
        tenant_reference("quiz_blueprint_id", "quiz_blueprint"),
        sa.UniqueConstraint("assignment_id", "number"),
        sa.UniqueConstraint("assignment_id", "start_token"),
        unique_while("uq_attempt_open", "assignment_id", where="state = 'open'"),
        sa.CheckConstraint(
            "(state = 'open') = (submitted_at IS NULL) AND (state = 'open') = (score IS NULL)"
            " AND (state = 'open') = (submitted_on IS NULL)",
            name="result_once_submitted",
        ),
        sa.CheckConstraint("score IS NULL OR score BETWEEN 0 AND item_count", name="score_in_range"),
        sa.CheckConstraint("pass_score BETWEEN 1 AND item_count", name="pass_score_in_range"),
    )

    assignment_id: Mapped[int]
    quiz_blueprint_id: Mapped[int]
    number: Mapped[int]
    state: Mapped[AttemptState] = mapped_column(closed_set(AttemptState))
    mode: Mapped[Mode] = mapped_column(closed_set(Mode))
    seed: Mapped[str] = mapped_column(sa.String(64))
    start_token: Mapped[str] = mapped_column(sa.String(64))
    item_count: Mapped[int]
    pass_score: Mapped[int]
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    submitted_on: Mapped[date | None]
    score: Mapped[int | None]


class PaperItem(TenantRow, Base):
    """One item of an attempt's paper: its place, and its options in the order they are shown."""

    __tablename__ = "paper_item"
    __table_args__ = (
        tenant_reference("attempt_id", "attempt"),
        tenant_reference("item_version_id", "item_version"),
        sa.UniqueConstraint("attempt_id", "position"),
        sa.UniqueConstraint("attempt_id", "item_version_id"),
        sa.UniqueConstraint("organisation_id", "attempt_id", "item_version_id"),
        sa.Index("ix_paper_item_item_version_id", "item_version_id"),
    )

    attempt_id: Mapped[int]
    position: Mapped[int]
    item_version_id: Mapped[int]
    option_order: Mapped[list[Any]]


class Response(TenantRow, Base):
    """What was answered to one item of an attempt's paper; rows are added, never changed."""

    __tablename__ = "response"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["organisation_id", "attempt_id", "item_version_id"],
            ["paper_item.organisation_id", "paper_item.attempt_id", "paper_item.item_version_id"],
        ),
        sa.UniqueConstraint("attempt_id", "item_version_id", "revision"),
        sa.UniqueConstraint("attempt_id", "item_version_id", "token"),
        sa.CheckConstraint("mark IN (0, 1)", name="mark_one_or_nothing"),
        sa.CheckConstraint("revision >= 1", name="revision_counts"),
    )

    attempt_id: Mapped[int]
    item_version_id: Mapped[int]
    revision: Mapped[int]
    chosen: Mapped[list[Any]]
    mark: Mapped[int]
    parts_right: Mapped[int]
    parts: Mapped[int]
    token: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[datetime]
