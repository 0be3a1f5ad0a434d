"""The database object, the base of all models, and how each engine is set up."""

from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry

# Every constraint has a name from the first migration on, so that later ones can alter it on both engines.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; SQLite has no time zone type, so it is kept there without one."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of all models."""

    registry = registry(
        metadata=sa.MetaData(naming_convention=NAMING_CONVENTION),
        type_annotation_map={datetime: UtcDateTime(), dict[str, Any]: sa.JSON(), list[Any]: sa.JSON()},
    )


class TenantRow:
    """What every row of an organisation has; references carry the organisation too (`tenant_reference`)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"))


def tenant_identity() -> sa.UniqueConstraint:
    """Let other rows of the same organisation refer to this table."""
    return sa.UniqueConstraint("organisation_id", "id")


def tenant_reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A reference that cannot leave the organisation."""
    return sa.ForeignKeyConstraint(["organisation_id", column], [f"{table}.organisation_id", f"{table}.id"])


joined: ContextVar[Connection | None] = ContextVar("joined", default=None)
"""The connection of the unit of work that is under way (`storage/transaction.py`)."""


class JoiningSession(Session):
    """Reads and writes rows as objects on the connection of the unit of work."""

    def get_bind(self, *args: Any, **options: Any) -> Engine | Connection:
        """That connection; outside a unit of work, as in a test, the engine."""
        return joined.get() or super().get_bind(*args, **options)


db = SQLAlchemy(model_class=Base, session_options={"class_": JoiningSession})


def connection() -> Connection:
    """This unit of work's connection, for statements that ask for columns: they cost less than rows as objects."""
    held = joined.get()
    if held is None:
        raise RuntimeError("asked outside a unit of work")
    return held


def init_app(app: Flask) -> None:
    """Bind the database to an application and set the engine's promises."""
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)


def _prepare_sqlite(engine: Engine) -> None:
    """Write transactions lock at once and reach the disk before they are acknowledged."""

    @sa.event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the BEGIN below is ours; the driver's own comes too late to be safe
        for pragma in ("journal_mode=wal", "synchronous=full", "busy_timeout=10000", "foreign_keys=on"):
            connection.execute(f"pragma {pragma}")

    @sa.event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        readonly = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")
