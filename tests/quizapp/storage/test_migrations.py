"""The migrations lead to what the models say, on both engines, and back."""

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade

from quizapp.storage.db import Base, db
from quizapp.storage.models.registry import MODULES
from tests.support.app import make_app


def describe_checks(connection: sa.Connection) -> dict[str, set[str | None]]:
    """The CHECK constraints by table; the comparison of Alembic leaves them out."""
    inspector = sa.inspect(connection)
    return {
        table: {check["name"] for check in inspector.get_check_constraints(table)}
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def describe_triggers(connection: sa.Connection) -> set[str]:
    """The names of the triggers that freeze rows."""
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
    )
    return set(connection.scalars(sa.text(names)))


def test_every_table_is_in_a_registered_module() -> None:
    assert {mapper.class_.__module__ for mapper in Base.registry.mappers} <= {one.__name__ for one in MODULES}


def test_an_empty_database_migrated_to_head_equals_the_models_and_goes_down_and_up_again(database_url: str) -> None:
    app = make_app(database_url)
    with app.app_context():
        upgrade()
        assert_equals_models(app)
        downgrade(revision="base")
        with db.engine.connect() as connection:
            assert sa.inspect(connection).get_table_names() == ["alembic_version"]
        upgrade()
        assert_equals_models(app)
        db.engine.dispose()


def assert_equals_models(app: Flask) -> None:
    with db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), db.metadata) == []
        migrated = describe_checks(connection), describe_triggers(connection)
    assert migrated == described_by_models(app)


def described_by_models(app: Flask) -> tuple[dict[str, set[str | None]], set[str]]:
    """What `create_all` makes, on an empty engine of the same kind."""
    if db.engine.dialect.name == "sqlite":
        engine = sa.create_engine("sqlite://")
        with engine.connect() as connection:
            db.metadata.create_all(connection)
            return describe_checks(connection), describe_triggers(connection)
    with db.engine.connect() as connection:
        connection.execute(sa.text("CREATE SCHEMA described"))
        connection.execute(sa.text("SET search_path TO described"))
        db.metadata.create_all(connection)
        made = describe_checks(connection), describe_triggers(connection)
        connection.rollback()
        return made


def test_the_comparison_sees_a_missing_column(database_url: str) -> None:
    app = make_app(database_url)
    with app.app_context():
        upgrade()
        with db.engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE team DROP COLUMN created_at"))
        with db.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), db.metadata) != []
        db.engine.dispose()
