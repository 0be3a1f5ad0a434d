"""The demo, loaded as on a fixed day."""

from dataclasses import replace
from datetime import UTC, datetime

from quizapp.cli.demo.load import load_demo
from quizapp.cli.demo.story import Demo, read_demo
from quizapp.storage.db import db
from tests.support.app import make_app, migrate

LOADED_AT = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)


def without_crowds(demo: Demo, *, but: str = "") -> Demo:
    """The demo with its written people alone, which loads in a few seconds; one organisation may keep its crowd."""
    stories = (one if one.slug == but else replace(one, crowd=None) for one in demo.stories)
    return replace(demo, stories=tuple(stories))


DEMO = without_crowds(read_demo(), but="mersey-care")


def fill(url: str) -> None:
    """Migrate an empty database and load the demo as on a fixed day."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        load_demo(DEMO, now=LOADED_AT, say=lambda _line: None)
        db.session.remove()
        db.engine.dispose()
