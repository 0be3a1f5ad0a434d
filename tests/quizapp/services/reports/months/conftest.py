"""The worked example on both engines."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.quizapp.services.reports.months.scene import twenty
from tests.support.databases import Databases


@pytest.fixture
def example(databases: Databases) -> Iterator[Flask]:
    with twenty(databases) as app:
        yield app
