"""How long attempts took, from the moments of their answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from quizapp.assessment.insight.staff_time import CAP_SECONDS
from quizapp.storage.db import connection
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, Response


class seconds_between(FunctionElement[int]):  # noqa: N801 - named as SQL functions are
    """Whole seconds from one moment to a later one, which each engine counts in its own way."""

    inherit_cache = True
    type = sa.Integer()


@compiles(seconds_between, "sqlite")
def _seconds_on_sqlite(element: seconds_between, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(moment, **options) for moment in element.clauses)
    return f"CAST(round((julianday({later}) - julianday({earlier})) * 86400) AS INTEGER)"


@compiles(seconds_between, "postgresql")
def _seconds_on_postgresql(element: seconds_between, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(moment, **options) for moment in element.clauses)
    return f"CAST(round(extract(epoch FROM {later} - {earlier})) AS INTEGER)"


@dataclass(frozen=True, slots=True)
class AttemptTime:
    """Whose attempt, when it began, and for how many seconds somebody was at it."""

    person_id: int
    started_at: datetime
    seconds: int


def list_attempt_times(organisation_id: int, *, quiz_id: int) -> list[AttemptTime]:
    """Every attempt with an answer, submitted or not; counted as `active_seconds` in the rules does."""
    before = sa.func.lag(Response.at).over(partition_by=Response.attempt_id, order_by=(Response.at, Response.id))
    page = (
        sa.select(
            Response.attempt_id,
            Assignment.person_id,
            Attempt.started_at,
            seconds_between(sa.func.coalesce(before, Attempt.started_at), Response.at).label("seconds"),
        )
        .join(Attempt, Attempt.id == Response.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.organisation_id == organisation_id, Assignment.quiz_id == quiz_id)
        .subquery("page")
    )
    capped = sa.case((page.c.seconds > CAP_SECONDS, CAP_SECONDS), (page.c.seconds < 0, 0), else_=page.c.seconds)
    summed = (
        sa.select(page.c.person_id, page.c.started_at, sa.func.sum(capped))
        .group_by(page.c.attempt_id, page.c.person_id, page.c.started_at)
        .order_by(page.c.started_at, page.c.attempt_id)
    )
    return [AttemptTime(person_id, at, int(seconds)) for person_id, at, seconds in connection().execute(summed)]
