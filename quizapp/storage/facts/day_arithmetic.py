"""Sums with calendar days inside a statement, which each engine writes in its own way."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class days_after(FunctionElement[date]):  # noqa: N801 - named as SQL functions are
    """A day so many days later: `days_after(day, sa.literal_column("28"))`."""

    inherit_cache = True
    type = sa.Date()


class month_end(FunctionElement[date]):  # noqa: N801 - named as SQL functions are
    """The last day of a day's month."""

    inherit_cache = True
    type = sa.Date()


@compiles(days_after, "sqlite")
def _days_after_on_sqlite(element: days_after, compiler: SQLCompiler, **options: Any) -> str:
    day, days = element.clauses
    return f"date({compiler.process(day, **options)}, '+' || {compiler.process(days, **options)} || ' days')"


@compiles(days_after, "postgresql")
def _days_after_on_postgresql(element: days_after, compiler: SQLCompiler, **options: Any) -> str:
    day, days = element.clauses
    return f"({compiler.process(day, **options)} + {compiler.process(days, **options)})"


@compiles(month_end, "sqlite")
def _month_end_on_sqlite(element: month_end, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"date({day}, 'start of month', '+1 month', '-1 day')"


@compiles(month_end, "postgresql")
def _month_end_on_postgresql(element: month_end, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"(date_trunc('month', {day}) + interval '1 month' - interval '1 day')::date"
