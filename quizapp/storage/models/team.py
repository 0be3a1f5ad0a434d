"""Teams, their dated place in the tree, and their dated managers."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import dated, unique_while


class Team(TenantRow, Base):
    """A manager's group of people."""

    __tablename__ = "team"
    __table_args__ = (tenant_identity(), sa.UniqueConstraint("organisation_id", "name"))

    name: Mapped[str] = mapped_column(sa.String(200))
    created_at: Mapped[datetime]


class TeamPlace(TenantRow, Base):
    """Under which team another one stands, from one day until another."""

    __tablename__ = "team_place"
    __table_args__ = (
        tenant_reference("team_id", "team"),
        tenant_reference("parent_id", "team"),
        dated(),
        sa.CheckConstraint("team_id <> parent_id", name="not_its_own_parent"),
        unique_while("uq_team_place_current", "team_id"),
    )

    team_id: Mapped[int]
    parent_id: Mapped[int]
    from_date: Mapped[date]
    until_date: Mapped[date | None]


class TeamManager(TenantRow, Base):
    """Who manages a team, from one day until another; a team may have several managers."""

    __tablename__ = "team_manager"
    __table_args__ = (
        tenant_reference("team_id", "team"),
        tenant_reference("person_id", "person"),
        dated(),
        unique_while("uq_team_manager_current", "team_id", "person_id"),
        sa.Index("ix_team_manager_person_id", "person_id"),
    )

    team_id: Mapped[int]
    person_id: Mapped[int]
    from_date: Mapped[date]
    until_date: Mapped[date | None]
