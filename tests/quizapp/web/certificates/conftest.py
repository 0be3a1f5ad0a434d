"""Holders of certificates on both engines, and a clock that a test can move."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.holders import Holders, open_holders
from tests.support.databases import Databases


@pytest.fixture
def holders(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Holders]:
    with open_holders(databases) as holders:
        monkeypatch.setattr(clock, "now", lambda: holders.now)
        yield holders
