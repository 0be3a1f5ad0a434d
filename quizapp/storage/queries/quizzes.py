"""Quizzes and the editions of their recipe."""

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.storage.db import db
from quizapp.storage.models.quiz import Quiz, QuizBlueprint


def list_quizzes(organisation_id: int) -> list[Row[Quiz, QuizBlueprint]]:
    """Every quiz with the recipe in force, by title."""
    newest = (
        sa.select(sa.func.max(QuizBlueprint.id))
        .where(QuizBlueprint.quiz_id == Quiz.id)
        .correlate(Quiz)
        .scalar_subquery()
    )
    return list(
        db.session.execute(
            sa.select(Quiz, QuizBlueprint)
            .join(QuizBlueprint, QuizBlueprint.id == newest)
            .where(Quiz.organisation_id == organisation_id)
            .order_by(Quiz.title)
        )
    )
