"""The trust on both engines, at a moment that stands still."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.databases import Databases


@pytest.fixture
def trust(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trust]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with open_trust(databases) as trust:
        yield trust
