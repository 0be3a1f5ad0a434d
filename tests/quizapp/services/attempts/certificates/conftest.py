"""Holders of certificates on both engines, for services."""

from collections.abc import Iterator

import pytest

from tests.holders import Holders, open_holders
from tests.support.databases import Databases


@pytest.fixture
def holders(databases: Databases) -> Iterator[Holders]:
    with open_holders(databases) as holders, holders.app.app_context():
        yield holders
