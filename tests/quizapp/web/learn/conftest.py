"""The school on both engines, at a moment that stands still."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.learn.school import School, open_school
from tests.support.databases import Databases


@pytest.fixture
def school(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with open_school(databases) as school:
        yield school
