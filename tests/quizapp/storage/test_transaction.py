"""A unit of work on both engines: kept or not, seen or not, and cheap for PostgreSQL."""

from collections.abc import Callable
from threading import Thread

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.storage.db import connection, db
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.transaction import rehearsal, snapshot, transaction
from tests.builders import NOW, add_organisation


def count_organisations() -> int:
    with snapshot():
        return connection().scalar(sa.text("SELECT count(*) FROM organisation")) or 0


def add(name: str) -> None:
    db.session.add(
        Organisation(name=name, slug=name, time_zone="Europe/London", managers_see_scores=True, created_at=NOW)
    )


def add_elsewhere(app: Flask) -> None:
    """As another request does meanwhile."""

    def add_one() -> None:
        with app.app_context(), transaction():
            add("one")

    other = Thread(target=add_one)
    other.start()
    other.join()


def test_what_was_written_as_objects_and_as_columns_is_kept_together_or_not_at_all(record: Flask) -> None:
    insert = "INSERT INTO organisation (name, slug, time_zone, managers_see_scores, created_at)"
    values = "SELECT 'two', 'two', time_zone, managers_see_scores, created_at FROM organisation WHERE name = 'one'"

    def write_both(then: Callable[[], None]) -> None:
        with transaction():
            add("one")
            db.session.flush()
            connection().execute(sa.text(f"{insert} {values}"))
            then()

    with pytest.raises(ZeroDivisionError):
        write_both(lambda: print(1 / 0))
    assert count_organisations() == 0
    write_both(lambda: None)
    assert count_organisations() == 2


def test_a_rehearsal_keeps_nothing_of_either(record: Flask) -> None:
    with rehearsal(), transaction():
        add("one")
    assert count_organisations() == 0


def test_a_snapshot_cannot_write_on_postgresql(record: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        return  # SQLite has no such promise; nothing but a query is asked inside one
    with pytest.raises(sa.exc.InternalError, match="read-only"), snapshot():
        connection().execute(sa.text("DELETE FROM organisation"))


def test_a_snapshot_inside_another_sees_the_same_moment(record: Flask) -> None:
    with snapshot():
        assert count_organisations() == 0
        add_elsewhere(record)
        assert count_organisations() == 0
    assert count_organisations() == 1


def test_a_snapshot_inside_a_transaction_sees_what_was_kept_before(record: Flask) -> None:
    with transaction():
        add("one")
        db.session.flush()
        assert count_organisations() == 0
    assert count_organisations() == 1


def test_a_connection_is_asked_for_inside_a_unit_of_work_alone(record: Flask) -> None:
    with pytest.raises(RuntimeError, match="outside"):
        connection()


def test_queries_stay_prepared_from_one_snapshot_to_the_next(record: Flask) -> None:
    add_organisation()
    if db.engine.dialect.name == "sqlite":
        return  # nothing is planned apart from the statement there
    for _ in range(10):
        assert count_organisations() == 1
    prepared = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM organisation%'"
    with snapshot():
        assert connection().scalar(sa.text(prepared)) == 1
