"""Empty databases and quick copies of a prepared one, on both engines the service runs on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import make_url

from bench.postgres import PostgresServer, fresh_database, order


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
    """Files in a folder; a copy is made through SQLite itself, so that its log comes along."""

    folder: Path
    numbers: "count[int]" = field(default_factory=count)

    def empty(self) -> str:
        return f"sqlite:///{self.folder / f'{next(self.numbers)}.sqlite'}"

    def copy_of(self, name: str, build: Callable[[str], None]) -> str:
        original = self.folder / f"template-{name}.sqlite"
        if not original.exists():
            build(f"sqlite:///{original}")
        url = self.empty()
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(_path(url))) as target:
            source.backup(target)
        return url

    def drop(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{_path(url)}{suffix}").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class PostgresDatabases:
    """Databases of one server; a copy is PostgreSQL's own, from a template."""

    server: PostgresServer
    numbers: "count[int]" = field(default_factory=count)
    templates: set[str] = field(default_factory=set)

    def empty(self) -> str:
        return fresh_database(self.server, f"test_{next(self.numbers)}")

    def copy_of(self, name: str, build: Callable[[str], None]) -> str:
        template = f"template_{name}"
        if template not in self.templates:
            build(fresh_database(self.server, template))
            self.templates.add(template)
        return fresh_database(self.server, f"test_{next(self.numbers)}", template=template)

    def drop(self, url: str) -> None:
        order(self.server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", names=[make_url(url).database or ""])


def _path(url: str) -> Path:
    return Path(make_url(url).database or "")
