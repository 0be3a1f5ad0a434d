"""The demo, loaded once; each test has a copy of its own."""

from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.storage.db import db
from tests.quizapp.cli.demo.loading import fill
from tests.support.app import make_app
from tests.support.databases import SqliteDatabases


@pytest.fixture
def loaded(sqlite: SqliteDatabases) -> Iterator[Flask]:
    """The application with the demo in it, inside its context."""
    url = sqlite.copy_of("demo", fill)
    app = make_app(url)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    sqlite.drop(url)
