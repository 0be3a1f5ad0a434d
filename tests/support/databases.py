"""Empty databases and quick copies of a prepared one, on both engines the service runs on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from bench.postgres import PostgresServer, fresh_database, order

PREPARED: dict[str, bytes] = {}
"""What was built for SQLite in this process, as files: it serves every folder."""
TEMPLATES: set[tuple[str, str]] = set()
"""What was built on the servers of this process: the folder of each, and the name of the template."""
NUMBERS = count()

on_sqlite = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""For tests that show the same on one engine as on both."""

BEGINNING = "beginning"
"""The name of a database on which others were built: migrating an empty one takes a hundred times as long."""


class Databases(Protocol):
    """Where a test gets its databases from; every one is named by its SQLAlchemy address."""

    def empty(self) -> str:
        """A new database without any table."""

    def copy_of(self, name: str, build: Callable[[str], None]) -> str:
        """A new copy of the database that `build(url)` prepared when `name` was first asked for."""

    def drop(self, url: str) -> None:
        """Throw one away."""


@dataclass(frozen=True, slots=True)
class SqliteDatabases:
    """Files in a folder; a copy is made of what SQLite itself calls its content, so that its log comes along."""

    folder: Path
    numbers: "count[int]" = field(default_factory=count)

    def empty(self) -> str:
        return f"sqlite:///{self.folder / f'{next(self.numbers)}.sqlite'}"

    def copy_of(self, name: str, build: Callable[[str], None]) -> str:
        key = f"{name} {_place(build)}"
        if key not in PREPARED:
            original = self.empty()
            build(original)
            _keep_sqlite(original, key)
            self.drop(original)
        url = self.empty()
        _path(url).write_bytes(PREPARED[key])
        return url

    def drop(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{_path(url)}{suffix}").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class PostgresDatabases:
    """Databases of one server; a copy is PostgreSQL's own, from a template."""

    server: PostgresServer

    def empty(self) -> str:
        return fresh_database(self.server, f"test_{next(NUMBERS)}")

    def copy_of(self, name: str, build: Callable[[str], None]) -> str:
        template = f"template_{name}"
        key = (str(self.server.data), template)
        if key not in TEMPLATES:
            self.drop(self.server.url(template))  # one that was not built to its end
            build(fresh_database(self.server, template))
            TEMPLATES.add(key)
        return fresh_database(self.server, f"test_{next(NUMBERS)}", template=template)

    def drop(self, url: str) -> None:
        order(self.server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", names=[make_url(url).database or ""])


def keep_beginning(url: str) -> None:
    """Keep a database that nobody is connected to, as what `make_beginning` makes of the next."""
    if url.startswith("sqlite"):
        _keep_sqlite(url, BEGINNING)
    else:
        _order_beside(url, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", BEGINNING, _name_of(url))


def make_beginning(url: str) -> bool:
    """Put a copy of the kept database in the place of an empty one; whether there is one for this engine."""
    if url.startswith("sqlite"):
        _path(url).write_bytes(PREPARED.get(BEGINNING, b""))
        return BEGINNING in PREPARED
    if not _order_beside(url, "SELECT FROM pg_database WHERE datname = {}", sql.Literal(BEGINNING)):
        return False
    _order_beside(url, "DROP DATABASE {}", _name_of(url))
    _order_beside(url, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", _name_of(url), BEGINNING)
    return True


def _order_beside(url: str, statement: str, *names: str | sql.Literal) -> int:
    """Run a statement about whole databases on the server of one; how many rows it found."""
    address = make_url(url).set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    named = [sql.Identifier(name) if isinstance(name, str) else name for name in names]
    with psycopg.connect(address, autocommit=True) as connection:
        return connection.execute(sql.SQL(statement).format(*named)).rowcount


def _keep_sqlite(url: str, key: str) -> None:
    with closing(sqlite3.connect(_path(url))) as connection:
        PREPARED[key] = connection.serialize()


def _path(url: str) -> Path:
    return Path(_name_of(url))


def _name_of(url: str) -> str:
    return make_url(url).database or ""


def _place(build: Callable[[str], None]) -> str:
    """Where a function is written: two that go by one name are two."""
    function = build.func if isinstance(build, partial) else build
    return f"{function.__module__}.{function.__qualname__}"
