"""One unit of work: everything in it is kept, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quizapp.storage.db import db


@contextmanager
def transaction() -> Iterator[None]:
    """Write: commit at the end, roll back on any exception; SQLite takes its write lock at the start."""
    with _unit_of_work({}):
        yield
        db.session.commit()


@contextmanager
def snapshot() -> Iterator[None]:
    """Read: every query inside sees the same moment and nothing is written."""
    options: dict[str, Any] = {"readonly": True}
    if db.engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with _unit_of_work(options):
        yield


@contextmanager
def _unit_of_work(options: dict[str, Any]) -> Iterator[None]:
    db.session.rollback()  # a unit of work never joins one that was left open
    db.session.connection(execution_options=options)
    try:
        yield
    finally:
        db.session.close()
