"""The twenty people of the worked example as a database of its own, and the moments at which their months freeze."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from flask import Flask

from quizapp.access.policy import Actor, console
from quizapp.storage.db import db
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import set_the_scene
from tests.quizapp.services.reports.test_worked_example import store, twenty_people
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
IN_JULY = datetime(2026, 7, 8, 3, tzinfo=UTC)
"""The first day on which June is frozen."""
IN_AUGUST = datetime(2026, 8, 8, 3, tzinfo=UTC)


def build(url: str) -> None:
    """The worked example, nothing frozen."""
    migrate(url)
    with make_app(url).app_context():
        scene = set_the_scene()
        with transaction():
            blueprint_id = list_quizzes(scene.operator.organisation_id)[0][1].id
            for row in twenty_people():
                store(scene, row, blueprint_id)
        db.session.remove()
        db.engine.dispose()


@contextmanager
def twenty(databases: Databases) -> Iterator[Flask]:
    """The application on a copy, inside its context."""
    with migrated_app(databases, name="twenty", build=build) as app, app.app_context():
        yield app


def operator(job: str = "month freeze") -> Actor:
    """The console command of the organisation."""
    return console(1, job)
