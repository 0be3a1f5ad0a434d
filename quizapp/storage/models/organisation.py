"""The organisation: the tenant every other row belongs to."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.db import Base


class Organisation(Base):
    """A tenant and what it decided for itself."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200), unique=True)
    slug: Mapped[str] = mapped_column(sa.String(80), unique=True)
    time_zone: Mapped[str] = mapped_column(sa.String(60))
    managers_see_scores: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
