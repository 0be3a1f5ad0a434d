"""Frozen months: their editions, and the people behind their figures."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from quizapp.storage.db import db
from quizapp.storage.models.month import FrozenMonth

_Newer = aliased(FrozenMonth)


def list_on_time(organisation_id: int, *, quiz_id: int) -> dict[date, tuple[int, int]]:
    """For each frozen month, by its newest edition, how many passed on time of how many who fell due."""
    on_time = FrozenMonth.figures["on_time"]
    rows = db.session.execute(
        sa.select(FrozenMonth.month, on_time["count"].as_integer(), on_time["of"].as_integer()).where(
            FrozenMonth.organisation_id == organisation_id, FrozenMonth.quiz_id == quiz_id, _is_newest()
        )
    )
    return {month: (count, of) for month, count, of in rows}


def _is_newest() -> sa.ColumnElement[bool]:
    newer = sa.exists().where(
        _Newer.quiz_id == FrozenMonth.quiz_id,
        _Newer.month == FrozenMonth.month,
        _Newer.edition > FrozenMonth.edition,
    )
    return ~newer.correlate(FrozenMonth)
