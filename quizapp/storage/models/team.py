"""Teams, their dated place in the tree, their dated managers, and what managers share and say."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.data_queries import QueryKind
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set, dated, unique_while


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
        sa.Index("ix_team_place_parent_id", "parent_id"),
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


class TeamShare(TenantRow, Base):
    """A manager lets somebody else see their teams, from one day until another."""

    __tablename__ = "team_share"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("manager_id", "person"),
        tenant_reference("deputy_id", "person"),
        dated(),
        sa.CheckConstraint("manager_id <> deputy_id", name="somebody_else"),
        sa.Index("ix_team_share_deputy_id", "deputy_id"),
        sa.Index("ix_team_share_manager_id", "manager_id"),
    )

    manager_id: Mapped[int]
    deputy_id: Mapped[int]
    from_date: Mapped[date]
    until_date: Mapped[date]
    created_at: Mapped[datetime]


class DataQuery(TenantRow, Base):
    """What a manager said about one person; rows are added, never changed, and the newest about a person holds."""

    __tablename__ = "data_query"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("person_id", "person"),
        tenant_reference("quiz_id", "quiz"),
        tenant_reference("team_id", "team"),
        tenant_reference("reporter_id", "person"),
        sa.CheckConstraint("(kind = 'on-leave') = (until_date IS NOT NULL)", name="leave_until_a_day"),
        sa.Index("ix_data_query_person_id", "person_id"),
    )

    person_id: Mapped[int]
    quiz_id: Mapped[int]
    team_id: Mapped[int]
    """Where the data had the person that day."""
    reporter_id: Mapped[int]
    kind: Mapped[QueryKind] = mapped_column(closed_set(QueryKind))
    until_date: Mapped[date | None]
    """The first day back that the manager expects."""
    on_date: Mapped[date]
    at: Mapped[datetime]


class DataQuerySettlement(TenantRow, Base):
    """The end of a data query: an administrator's answer, or the manager's word that it no longer holds."""

    __tablename__ = "data_query_settlement"
    __table_args__ = (
        tenant_reference("data_query_id", "data_query"),
        tenant_reference("person_id", "person"),
        sa.UniqueConstraint("data_query_id"),
    )

    data_query_id: Mapped[int]
    person_id: Mapped[int]
    note: Mapped[str | None] = mapped_column(sa.String(300))
    """What the manager is told; None where the manager took it back."""
    on_date: Mapped[date]
    at: Mapped[datetime]
