"""The trust on both engines at a moment that stands still, as it is and with what needs somebody's eye."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import open_overseen
from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.databases import Databases


@pytest.fixture(autouse=True)
def stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def trust(databases: Databases) -> Iterator[Trust]:
    with open_trust(databases) as trust:
        yield trust


@pytest.fixture(scope="module")
def looked_at(databases: Databases) -> Iterator[Trust]:
    """For tests that change nothing, and in which nobody but Cara signs in."""
    with open_overseen(databases) as trust:
        yield trust
