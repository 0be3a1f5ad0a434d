"""The marked quiz on both engines, with a clock that is moved by hand."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.journeys.canary.aviary import build
from tests.journeys.canary.walk import Walk
from tests.journeys.parked.steps import Moment
from tests.quizapp.web.learn.school import School
from tests.support.app import migrated_app
from tests.support.databases import Databases


@pytest.fixture
def walk(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    moment = Moment()
    monkeypatch.setattr(clock, "now", lambda: moment.now)
    with migrated_app(databases, name="canary", build=build) as app:
        walk = Walk(School(app), moment)
        walk.sign_everybody_in()
        yield walk
