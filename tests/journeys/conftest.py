"""The school on both engines, and a clock that is moved by hand."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.journeys.parked.steps import Moment
from tests.pages import PageClient
from tests.quizapp.web.learn.school import School, open_school
from tests.support.browser import live_server
from tests.support.databases import Databases


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Moment:
    moment = Moment()
    monkeypatch.setattr(clock, "now", lambda: moment.now)
    return moment


@pytest.fixture
def school(databases: Databases, moment: Moment) -> Iterator[School]:
    with open_school(databases) as school:
        yield school


@pytest.fixture
def pages(school: School) -> PageClient:
    """A learner who reads pages without a browser."""
    return school.pages()


@pytest.fixture
def address(school: School) -> Iterator[str]:
    with live_server(school.app) as address:
        yield address
