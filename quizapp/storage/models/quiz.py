"""Quizzes and the editions of their recipe."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class Quiz(TenantRow, Base):
    """What is assigned to people."""

    __tablename__ = "quiz"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("document_id", "document"),
        sa.UniqueConstraint("organisation_id", "title"),
    )

    document_id: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(200))
    created_at: Mapped[datetime]


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
    )

    quiz_id: Mapped[int]
    document_version_id: Mapped[int]
    number: Mapped[int]
    length: Mapped[int]
    pass_in: Mapped[int]
    pass_of: Mapped[int]
    mode: Mapped[Mode] = mapped_column(closed_set(Mode))
    due_days: Mapped[int]
    published_at: Mapped[datetime]

    @property
    def recipe(self) -> Recipe:
        """The same as the rules take it."""
        return Recipe(self.length, self.pass_in, self.pass_of, self.mode, self.due_days)
