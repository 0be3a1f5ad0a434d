"""Posts: a person's employments, the teams they were in, and long absences."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set, dated, unique_while


class Post(TenantRow, Base):
    """One employment; the last day counts as in post. At most one current post of a person is the primary one."""

    __tablename__ = "post"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("person_id", "person"),
        sa.CheckConstraint("end_date IS NULL OR end_date >= start_date", name="dates_in_order"),
        sa.Index("ix_post_person_id", "person_id"),
        unique_while("uq_post_primary", "person_id", where="is_primary AND end_date IS NULL"),
    )

    person_id: Mapped[int]
    staff_type: Mapped[StaffType] = mapped_column(closed_set(StaffType))
    is_primary: Mapped[bool] = mapped_column(default=True)
    start_date: Mapped[date]
    end_date: Mapped[date | None]

    def has_ended(self, *, on: date) -> bool:
        """Whether the last day lies before a day."""
        return self.end_date is not None and self.end_date < on


class TeamMembership(TenantRow, Base):
    """Which team a post stands in, from one day until another; a move ends one row and begins another."""

    __tablename__ = "team_membership"
    __table_args__ = (
        tenant_reference("post_id", "post"),
        tenant_reference("team_id", "team"),
        dated(),
        unique_while("uq_team_membership_current", "post_id"),
        sa.Index("ix_team_membership_team_id", "team_id"),
        sa.Index("ix_team_membership_post_id", "post_id"),
    )

    post_id: Mapped[int]
    team_id: Mapped[int]
    from_date: Mapped[date]
    until_date: Mapped[date | None]


class Absence(TenantRow, Base):
    """A long absence from a post; no end date while it is not known."""

    __tablename__ = "absence"
    __table_args__ = (tenant_reference("post_id", "post"), dated(), sa.Index("ix_absence_post_id", "post_id"))

    post_id: Mapped[int]
    kind: Mapped[AbsenceKind] = mapped_column(closed_set(AbsenceKind))
    from_date: Mapped[date]
    until_date: Mapped[date | None]
    source: Mapped[str] = mapped_column(sa.String(40))
