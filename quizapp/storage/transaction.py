"""One unit of work, which is one connection: everything in it is kept, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from quizapp.storage.db import db, joined

STEADY = "REPEATABLE READ"
OUTRUN = "40001"
"""PostgreSQL's word for a write that met one it had not seen."""

_rehearsing: ContextVar[bool] = ContextVar("rehearsing", default=False)
_reading: ContextVar[bool] = ContextVar("reading", default=False)
"""Whether the queries that come are those of a snapshot."""


@contextmanager
def transaction() -> Iterator[None]:
    """Write: commit at the end, roll back on any exception; SQLite takes its write lock at the start."""
    with _unit_of_work({}, keep=not _rehearsing.get()):
        yield


class Outrun(Exception):
    """Somebody else wrote in the meantime what a unit of work meant to write; nothing of it was kept."""


@contextmanager
def steady_transaction() -> Iterator[None]:
    """Write what is read, with every query inside seeing the moment it began; raises Outrun."""
    on_postgres = db.engine.dialect.name == "postgresql"
    try:
        with _unit_of_work({"isolation_level": STEADY} if on_postgres else {}, keep=not _rehearsing.get()):
            yield
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) == OUTRUN:
            raise Outrun from error
        raise


@contextmanager
def rehearsal() -> Iterator[None]:
    """Let transactions inside go as far as the database's own checks and keep nothing; they do not see each other."""
    token = _rehearsing.set(True)
    try:
        yield
    finally:
        _rehearsing.reset(token)


@contextmanager
def snapshot() -> Iterator[None]:
    """Read: every query inside sees the same moment and nothing is written; one inside another sees the other's."""
    if _reading.get():
        yield
        return
    # Committed, not rolled back: psycopg forgets its prepared statements then, and every query is planned anew.
    with _unit_of_work(_snapshot_options(), keep=True, reads=True):
        yield


@dataclass(frozen=True, slots=True)
class HeldSnapshot:
    """A snapshot that outlives the call that opened it, for rows that are sent while they are read."""

    connection: Connection

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Queries inside read on its connection."""
        with _joining(self.connection, reads=True):
            yield

    def close(self) -> None:
        """Give the connection back; whoever opened it does so, whatever happens."""
        self.connection.close()


def open_snapshot() -> HeldSnapshot:
    """Begin a snapshot to be held; it has a connection of its own."""
    held = db.engine.connect().execution_options(**_snapshot_options())
    held.begin()
    return HeldSnapshot(held)


@contextmanager
def glance() -> Iterator[None]:
    """Read with a single query, which needs no transaction around it to see one moment."""
    options: dict[str, Any] = {"readonly": True}
    if db.engine.dialect.name == "postgresql":
        options = {"isolation_level": "AUTOCOMMIT"}
    with _unit_of_work(options, keep=True):
        yield


def _snapshot_options() -> dict[str, Any]:
    if db.engine.dialect.name == "postgresql":
        return {"isolation_level": STEADY, "postgresql_readonly": True}
    return {"readonly": True}


@contextmanager
def _unit_of_work(options: dict[str, Any], *, keep: bool, reads: bool = False) -> Iterator[None]:
    _let_go()  # what was left open could hold the lock that this one needs
    engine = db.engine
    with engine.connect().execution_options(**options) as held, held.begin() as begun, _joining(held, reads=reads):
        yield
        if db.session.registry.has():
            db.session.flush()
        if not keep:
            begun.rollback()


@contextmanager
def _joining(connection: Connection, *, reads: bool) -> Iterator[None]:
    """Queries through `db.session` join the connection; one that was left open before is never joined."""
    _let_go()
    tokens = joined.set(connection), _reading.set(reads)
    try:
        yield
    finally:
        _let_go()
        joined.reset(tokens[0])
        _reading.reset(tokens[1])


def _let_go() -> None:
    """Forget all objects; most pages of a sitting read none, and making a session for nothing costs them time."""
    if db.session.registry.has():
        db.session.close()
