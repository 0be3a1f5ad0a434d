"""The trust with frozen months on both engines, at a moment that stands still."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.quizapp.web.reports.months.frozen_trust import LATER, FrozenTrust, open_frozen
from tests.support.databases import Databases


@pytest.fixture
def trust(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[FrozenTrust]:
    monkeypatch.setattr(clock, "now", lambda: LATER)
    with open_frozen(databases) as trust:
        yield trust
