"""Assignments and their dated due dates."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import dated, unique_while


class Assignment(TenantRow, Base):
    """One person, one quiz; held from one day until another."""

    __tablename__ = "assignment"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("person_id", "person"),
        tenant_reference("quiz_id", "quiz"),
        dated(),
        unique_while("uq_assignment_current", "person_id", "quiz_id"),
        sa.Index("ix_assignment_quiz_id", "quiz_id"),
        sa.Index("ix_assignment_person_id_quiz_id", "person_id", "quiz_id"),
    )

    person_id: Mapped[int]
    quiz_id: Mapped[int]
    from_date: Mapped[date]
    until_date: Mapped[date | None]
    assigned_at: Mapped[datetime]


class DueDate(TenantRow, Base):
    """When an assignment is due, as it was set from one day until another."""

    __tablename__ = "due_date"
    __table_args__ = (
        tenant_reference("assignment_id", "assignment"),
        dated(),
        unique_while("uq_due_date_current", "assignment_id"),
        sa.Index("ix_due_date_assignment_id", "assignment_id"),
    )

    assignment_id: Mapped[int]
    due_on: Mapped[date]
    from_date: Mapped[date]
    until_date: Mapped[date | None]
