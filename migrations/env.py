"""How Alembic reaches the application's database and models."""

from alembic import context
from flask import current_app

from quizapp.storage.models import registry  # noqa: F401 - so that every table is known

database = current_app.extensions["migrate"].db


def run() -> None:
    """Migrate over one connection, in one transaction."""
    with database.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations: give a database; SQL scripts are not written")
run()
