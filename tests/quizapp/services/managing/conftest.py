"""The trust on both engines, for services."""

from collections.abc import Iterator

import pytest

from quizapp.storage.db import db
from tests.quizapp.web.scenes.trust import Trust, open_trust
from tests.support.databases import Databases


@pytest.fixture
def trust(databases: Databases) -> Iterator[Trust]:
    with open_trust(databases) as trust, trust.app.app_context():
        yield trust
        db.session.remove()
