"""Fill a migrated database with the synthetic organisation, as fast as each engine takes rows."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql

from bench.reports.population import COLUMNS, Row, Tenant, list_rows

AT_A_TIME = 20_000


def load_population(url: str, tenant: Tenant, *, size: int) -> dict[str, int]:
    """Write all rows; how many went into each table. References are right as they are made, and not looked up."""
    store = _load_sqlite if url.startswith("sqlite") else _load_postgres
    return store(url, list_rows(tenant, size))


def _load_sqlite(url: str, rows: Iterable[Row]) -> dict[str, int]:
    connection = sqlite3.connect(sa.make_url(url).database or "", isolation_level=None)
    written: dict[str, int] = defaultdict(int)
    try:
        connection.execute("pragma synchronous=off")
        connection.execute("BEGIN")
        for table, some in _batches(rows):
            places = ", ".join("?" * len(COLUMNS[table]))
            columns = ", ".join(COLUMNS[table])
            connection.executemany(
                f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - the names are ours
                [tuple(map(_plain, row)) for row in some],
            )
            written[table] += len(some)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
    return written


def _load_postgres(url: str, rows: Iterable[Row]) -> dict[str, int]:
    address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    written: dict[str, int] = defaultdict(int)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for table, some in _batches(rows):
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
            )
            with connection.cursor() as cursor, cursor.copy(statement) as copy:
                for row in some:
                    copy.write_row(row)
            written[table] += len(some)
        connection.execute("VACUUM ANALYZE")
    return written


def _batches(rows: Iterable[Row]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Rows of one table at a time, some thousands together."""
    held: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, row in rows:
        held[table].append(row)
        if len(held[table]) == AT_A_TIME:
            yield table, held.pop(table)
    yield from held.items()


def _plain(value: Any) -> Any:
    """As the service itself writes moments and days into SQLite."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, date) else value
