"""One unit of work: everything in it is kept, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection

from quizapp.storage.db import db

_rehearsing: ContextVar[bool] = ContextVar("rehearsing", default=False)


@contextmanager
def transaction() -> Iterator[None]:
    """Write: commit at the end, roll back on any exception; SQLite takes its write lock at the start."""
    with _unit_of_work({}):
        yield
        if _rehearsing.get():
            db.session.flush()
        else:
            db.session.commit()


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
    """Read: every query inside sees the same moment and nothing is written."""
    options: dict[str, Any] = {"readonly": True}
    if db.engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with _unit_of_work(options):
        yield


def connection() -> Connection:
    """This unit of work's connection, for statements that ask for columns: they cost less than rows as objects."""
    return db.session.connection()


@contextmanager
def _unit_of_work(options: dict[str, Any]) -> Iterator[None]:
    db.session.rollback()  # a unit of work never joins one that was left open
    db.session.connection(execution_options=options)
    try:
        yield
    finally:
        db.session.close()
