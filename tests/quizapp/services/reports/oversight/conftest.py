"""The trust on both engines, with what needs somebody's eye: one to change, and one for tests that change nothing."""

from collections.abc import Iterator

import pytest

from quizapp.storage.db import db
from tests.quizapp.web.reports.oversight.overseen import open_overseen
from tests.quizapp.web.scenes.trust import Trust
from tests.support.databases import Databases


@pytest.fixture
def overseen(databases: Databases) -> Iterator[Trust]:
    with open_overseen(databases) as trust, trust.app.app_context():
        yield trust


@pytest.fixture(scope="module")
def shared(databases: Databases) -> Iterator[Trust]:
    with open_overseen(databases) as trust:
        yield trust


@pytest.fixture
def looked_at(shared: Trust) -> Iterator[Trust]:
    """The one that no test may change."""
    with shared.app.app_context():
        yield shared
        db.session.remove()
