"""The trust on both engines, with what needs somebody's eye."""

from collections.abc import Iterator

import pytest

from tests.quizapp.web.oversight.overseen import open_overseen
from tests.quizapp.web.trust import Trust
from tests.support.databases import Databases


@pytest.fixture
def overseen(databases: Databases) -> Iterator[Trust]:
    with open_overseen(databases) as trust, trust.app.app_context():
        yield trust
