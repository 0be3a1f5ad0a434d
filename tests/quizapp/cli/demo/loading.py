"""The demo, loaded as on a fixed day."""

from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask

from quizapp.app import create_app
from quizapp.cli.demo.load import load_demo
from quizapp.cli.demo.story import Demo, Story, read_demo
from quizapp.config import Config, Environment
from quizapp.storage.db import db
from tests.support.app import migrate

LOADED_AT = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)


def without_crowds(demo: Demo) -> Demo:
    """The demo with its written people alone, which loads in a few seconds."""
    return replace(demo, stories=tuple(replace(one, crowd=None) for one in demo.stories))


def thin_out(story: Story) -> Story:
    """The same story with the starters of its first two months and its last four, and reminders of the last two."""
    if story.crowd is None:
        return story
    places = range(len(story.crowd.due))
    kept = {*places[:2], *places[-4:]}
    due, late = (
        tuple(number if place in kept else 0 for place, number in enumerate(numbers))
        for numbers in (story.crowd.due, story.crowd.late)
    )
    return replace(story, reminded_months=2, crowd=replace(story.crowd, due=due, late=late, veterans=4))


def make_demo() -> Demo:
    """One organisation with a small crowd, one without."""
    somerset, mersey_care = read_demo().stories
    return Demo(read_demo().password, (replace(somerset, crowd=None), thin_out(mersey_care)))


DEMO = make_demo()


def demo_app(url: str) -> Flask:
    """The application as the demo runs it, whose letters are taken and go nowhere."""
    return create_app(
        Config(environment=Environment.DEMO, secret_key="a key for tests alone, 0123456789", database_url=url)
    )


def fill(url: str) -> None:
    """Migrate an empty database and load the demo as on a fixed day."""
    migrate(url)
    app = demo_app(url)
    with app.app_context():
        load_demo(DEMO, now=LOADED_AT, say=lambda _line: None)
        db.session.remove()
        db.engine.dispose()
