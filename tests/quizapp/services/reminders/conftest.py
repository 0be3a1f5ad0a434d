"""The trust with its people in many statuses, and crowds who are all to be written to."""

from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask

from tests.quizapp.services.reminders.post import build_crowd
from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.app import migrated_app
from tests.support.databases import Databases


@pytest.fixture
def trust(databases: Databases) -> Iterator[Trust]:
    """Two wards and a night team on 30 June, inside an application context."""
    with open_trust(databases) as trust, trust.app.app_context():
        yield trust


@pytest.fixture
def few(databases: Databases) -> Iterator[Flask]:
    """Five people, each with a message waiting."""
    with migrated_app(databases, name="few", build=partial(build_crowd, people=5)) as app, app.app_context():
        yield app


@pytest.fixture
def crowd(databases: Databases) -> Iterator[Flask]:
    """Two hundred."""
    with migrated_app(databases, name="crowd", build=partial(build_crowd, people=200)) as app:
        yield app


@pytest.fixture
def thousand(databases: Databases) -> Iterator[Flask]:
    """A thousand, for the long programme."""
    with migrated_app(databases, name="thousand", build=partial(build_crowd, people=1000)) as app:
        yield app
