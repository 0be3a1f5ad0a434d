"""Whether somebody has left, as far as teams are shown to them."""

from typing import Any

import sqlalchemy as sa

from quizapp.storage.models.post import Post

_HELD = Post.__table__.alias("held_post")
"""By a name of its own, so that it may stand in a statement about posts."""


def has_left(person_id: Any, day: Any) -> sa.ColumnElement[bool]:
    """Whether a post of somebody ended before a day and none is held on it; who never held one has not left."""
    post = _HELD.c
    theirs = post.person_id == person_id
    holds = sa.and_(post.start_date <= day, sa.or_(post.end_date.is_(None), post.end_date >= day))
    return sa.and_(
        sa.select(post.id).where(theirs, post.end_date < day).exists(),
        ~sa.select(post.id).where(theirs, holds).exists(),
    )
