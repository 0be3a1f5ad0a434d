"""The organisation: the tenant every other row belongs to."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base


class Organisation(Base):
    """A tenant and what it decided for itself."""

    __tablename__ = "organisation"
    __table_args__ = (
        sa.CheckConstraint("target BETWEEN 1 AND 100", name="target_sane"),
        sa.CheckConstraint("amber_points BETWEEN 0 AND 50", name="amber_sane"),
        sa.CheckConstraint("probation_months BETWEEN 1 AND 24", name="probation_sane"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200), unique=True)
    slug: Mapped[str] = mapped_column(sa.String(80), unique=True)
    time_zone: Mapped[str] = mapped_column(sa.String(60))
    managers_see_scores: Mapped[bool] = mapped_column(default=True)
    sends_reminders: Mapped[bool] = mapped_column(default=True)
    target: Mapped[int] = mapped_column(default=90)
    """The percentage of compliance aimed at."""
    amber_points: Mapped[int] = mapped_column(default=5)
    """How many points below the target are still amber."""
    probation_months: Mapped[int] = mapped_column(default=6)
    """When the final review of a new starter falls; the first is a month after the start."""
    esr_competence: Mapped[str | None] = mapped_column(sa.String(200))
    """What ESR calls the quiz, for the file that is loaded there."""
    created_at: Mapped[datetime]
