"""The demo, loaded as on a fixed day."""

from datetime import UTC, datetime

from quizapp.cli.demo.load import load_demo
from quizapp.cli.demo.story import read_demo
from quizapp.storage.db import db
from tests.support.app import make_app, migrate

LOADED_AT = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)


def fill(url: str) -> None:
    """Migrate an empty database and load the demo as on a fixed day."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        load_demo(read_demo(), now=LOADED_AT, say=lambda _line: None)
        db.session.remove()
        db.engine.dispose()
