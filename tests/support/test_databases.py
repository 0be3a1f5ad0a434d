"""Databases for tests are empty or true copies, on both engines."""

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.support.databases import Databases


def build_one_table(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE page (line integer)"))
        connection.execute(text("INSERT INTO page VALUES (7)"))
    engine.dispose()


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    found = inspect(engine).get_table_names()
    engine.dispose()
    return found


def test_a_new_database_is_empty(database_url: str) -> None:
    assert tables(database_url) == []


def test_a_copy_holds_what_was_built_once(databases: Databases) -> None:
    built: list[str] = []

    def build(url: str) -> None:
        built.append(url)
        build_one_table(url)

    copies = [databases.copy_of("one_table", build), databases.copy_of("one_table", build)]
    assert [tables(url) for url in copies] == [["page"], ["page"]]
    assert len(built) == 1
    for url in copies:
        databases.drop(url)


def test_what_was_not_built_to_its_end_is_built_again(databases: Databases) -> None:
    def stop(url: str) -> None:
        build_one_table(url)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        databases.copy_of("begun_twice", stop)
    url = databases.copy_of("begun_twice", build_one_table)
    assert tables(url) == ["page"]
    databases.drop(url)


def test_a_change_in_one_copy_stays_out_of_the_next(databases: Databases) -> None:
    first = databases.copy_of("change_stays", build_one_table)
    engine = create_engine(first)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM page"))
    second = databases.copy_of("change_stays", build_one_table)
    engine.dispose()
    engine = create_engine(second)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT line FROM page")).scalars().all() == [7]
    engine.dispose()
    databases.drop(first)  # also while somebody might still be connected
    databases.drop(second)


def test_a_postgresql_database_can_be_dropped_under_a_connection(databases: Databases) -> None:
    url = databases.copy_of("dropped", build_one_table)
    engine = create_engine(url)
    connection = engine.connect()
    databases.drop(url)
    connection.invalidate()
    connection.close()
    engine.dispose()
    fresh = databases.empty()
    assert tables(fresh) == []
    databases.drop(fresh)
