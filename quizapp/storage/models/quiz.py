"""Quizzes and the editions of their recipe."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class Quiz(TenantRow, Base):
    """What is assigned to people; once it is withdrawn nobody is given it any more, and what was earned stays."""

    __tablename__ = "quiz"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("document_id", "document"),
        sa.UniqueConstraint("organisation_id", "title"),
    )

    document_id: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(200))
    created_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class QuizBlueprint(TenantRow, Base):
    """One published edition of a quiz's recipe; the newest is in force for new attempts, none is ever changed."""

    __tablename__ = "quiz_blueprint"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("quiz_id", "quiz"),
        tenant_reference("document_version_id", "document_version"),
        sa.UniqueConstraint("quiz_id", "number"),
        sa.CheckConstraint("length BETWEEN 1 AND 50", name="length_sane"),
        sa.CheckConstraint("pass_in BETWEEN 1 AND pass_of", name="pass_sane"),
        sa.CheckConstraint("due_days BETWEEN 1 AND 730", name="due_sane"),
        sa.CheckConstraint("valid_months BETWEEN 1 AND 120", name="validity_sane"),
    )

    quiz_id: Mapped[int]
    document_version_id: Mapped[int]
    number: Mapped[int]
    length: Mapped[int]
    pass_in: Mapped[int]
    pass_of: Mapped[int]
    mode: Mapped[Mode] = mapped_column(closed_set(Mode))
    due_days: Mapped[int]
    valid_months: Mapped[int | None]
    """How long a pass holds; None is for good."""
    has_boosters: Mapped[bool]
    certificate_has_score: Mapped[bool]
    published_at: Mapped[datetime]

    @property
    def recipe(self) -> Recipe:
        """The same as the rules take it."""
        return Recipe(
            length=self.length,
            pass_in=self.pass_in,
            pass_of=self.pass_of,
            mode=self.mode,
            due_days=self.due_days,
            valid_months=self.valid_months,
            has_boosters=self.has_boosters,
            certificate_has_score=self.certificate_has_score,
        )
