"""Frozen months: the figures of a month's end as they were counted a week later, with the people behind them."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class FrozenMonth(TenantRow, Base):
    """One month of one quiz; it is never changed, and a further edition of it needs a reason."""

    __tablename__ = "frozen_month"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("quiz_id", "quiz"),
        tenant_reference("person_id", "person"),
        sa.UniqueConstraint("quiz_id", "month", "edition"),
        sa.CheckConstraint("edition = 1 OR reason IS NOT NULL", name="reopened_with_reason"),
        sa.CheckConstraint("person_id IS NOT NULL OR job IS NOT NULL", name="somebody_did_it"),
    )

    quiz_id: Mapped[int]
    month: Mapped[date]
    """Its first day; the figures are those of the end of its last."""
    edition: Mapped[int]
    taken_at: Mapped[datetime]
    person_id: Mapped[int | None]
    job: Mapped[str | None] = mapped_column(sa.String(80))
    reason: Mapped[str | None] = mapped_column(sa.String(500))
    figures: Mapped[dict[str, Any]]
    """As they were printed: the measures of the whole and of each team, and on-time completion."""


class FrozenStanding(TenantRow, Base):
    """Where one person stood at the month's end, under the names of that day; the columns are those of `Standing`."""

    __tablename__ = "frozen_standing"
    __table_args__ = (
        tenant_reference("frozen_month_id", "frozen_month"),
        tenant_reference("person_id", "person"),
        sa.UniqueConstraint("frozen_month_id", "person_id"),
    )

    frozen_month_id: Mapped[int]
    person_id: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(200))
    team_id: Mapped[int | None]
    team: Mapped[str | None] = mapped_column(sa.String(200))
    score: Mapped[int | None]
    count: Mapped[int | None]
    staff_type: Mapped[StaffType] = mapped_column(closed_set(StaffType))
    start_date: Mapped[date]
    end_date: Mapped[date | None]
    absence: Mapped[AbsenceKind | None] = mapped_column(closed_set(AbsenceKind))
    returned_on: Mapped[date | None]
    due_on: Mapped[date | None]
    has_open_attempt: Mapped[bool]
    submitted_attempts: Mapped[int]
    passed_on: Mapped[date | None]
    valid_until: Mapped[date | None]


class FrozenDue(TenantRow, Base):
    """Somebody whose due date fell in the month, in post and not away on that day: who on-time completion counts."""

    __tablename__ = "frozen_due"
    __table_args__ = (
        tenant_reference("frozen_month_id", "frozen_month"),
        tenant_reference("person_id", "person"),
        sa.UniqueConstraint("frozen_month_id", "person_id"),
    )

    frozen_month_id: Mapped[int]
    person_id: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(200))
    team_id: Mapped[int | None]
    team: Mapped[str | None] = mapped_column(sa.String(200))
    due_on: Mapped[date]
    passed_on: Mapped[date | None]
