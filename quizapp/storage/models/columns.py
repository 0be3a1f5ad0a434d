"""Column types and constraints that several tables share."""

from enum import StrEnum

import sqlalchemy as sa


def closed_set(enum: type[StrEnum]) -> sa.Enum:
    """A column that holds one of the enum's values, checked by the database on both engines."""
    return sa.Enum(
        enum,
        name=enum.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def dated() -> sa.CheckConstraint:
    """`until_date` is the first day on which a fact no longer holds; an empty span undoes it without deleting it."""
    return sa.CheckConstraint("until_date IS NULL OR until_date >= from_date", name="dates_in_order")


def unique_while(name: str, *columns: str, where: str = "until_date IS NULL") -> sa.Index:
    """At most one row a combination among those that fit a condition: one open attempt, one current team."""
    condition = sa.text(where)
    return sa.Index(name, *columns, unique=True, sqlite_where=condition, postgresql_where=condition)
