"""Whether a dated row holds on a day."""

from datetime import date
from typing import Any

import sqlalchemy as sa


def holds_on(table: Any, day: date) -> sa.ColumnElement[bool]:
    """Whether a dated row covers a day; `until_date` is the first day it no longer does."""
    return sa.and_(table.from_date <= day, sa.or_(table.until_date.is_(None), table.until_date > day))
