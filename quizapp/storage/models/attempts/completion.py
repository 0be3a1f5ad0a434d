"""Completions: the lasting passes, with the certificate's words as they were on the day."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base, TenantRow, tenant_reference


class Completion(TenantRow, Base):
    """A pass and the attempt that earned it; never updated. It holds until `valid_until`, or for good."""

    __tablename__ = "completion"
    __table_args__ = (
        tenant_reference("assignment_id", "assignment"),
        tenant_reference("attempt_id", "attempt"),
        sa.UniqueConstraint("attempt_id"),
        sa.Index("ix_completion_assignment_id", "assignment_id"),
    )

    assignment_id: Mapped[int]
    attempt_id: Mapped[int]
    passed_at: Mapped[datetime]
    passed_on: Mapped[date]
    valid_until: Mapped[date | None]
    certificate_code: Mapped[str] = mapped_column(sa.String(20), unique=True)
    person_name: Mapped[str] = mapped_column(sa.String(200))
    organisation_name: Mapped[str] = mapped_column(sa.String(200))
    quiz_title: Mapped[str] = mapped_column(sa.String(200))
    edition: Mapped[int]
    score: Mapped[int | None]
    """Of how many: `item_count`; both only where the quiz had the score printed on its certificates that day."""
    item_count: Mapped[int | None]
