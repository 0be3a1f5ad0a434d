"""The database as the operator sees it: reachable, migrated, empty again."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import downgrade, upgrade

AWAY = "The database cannot be reached; check DATABASE_URL and that its server runs"
NOT_MIGRATED = "The database is not up to date; run: flask --app wsgi db upgrade"


def find_problem() -> str | None:
    """What keeps the service from working with its database and what to do; None where nothing does."""
    migrate = current_app.extensions["migrate"]
    wanted = ScriptDirectory.from_config(migrate.migrate.get_config()).get_current_head()
    try:
        with migrate.db.engine.connect() as connection, _without_chatter():
            found = MigrationContext.configure(connection).get_current_revision()
    except Exception:  # every driver has errors of its own, and none of them helps an operator more
        return AWAY
    return None if found == wanted else NOT_MIGRATED


def migrate_up() -> None:
    """Bring the database up to date."""
    upgrade()


def start_over() -> None:
    """Throw everything away: an SQLite file is deleted, also one that cannot be read, any other is emptied."""
    engine = current_app.extensions["migrate"].db.engine
    if engine.dialect.name == "sqlite":
        engine.dispose()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{engine.url.database}{suffix}").unlink(missing_ok=True)
    else:
        downgrade(revision="base")


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Alembic logs two lines whenever it looks; a refusal is one line."""
    logger = logging.getLogger("alembic.runtime.migration")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
