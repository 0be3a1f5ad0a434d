"""The main job, end to end, in a real browser: a new starter passes, and the manager sees it at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from quizapp import clock
from quizapp.cli.demo.load import load_demo
from quizapp.cli.demo.story import read_demo
from quizapp.storage.db import db
from quizapp.storage.models.item import ItemVersion
from tests.quizapp.cli.demo.loading import without_crowds
from tests.support.app import make_app, migrate
from tests.support.browser import live_server
from tests.support.databases import Databases

pytestmark = pytest.mark.browser

STARTERS = {
    "NHS Somerset": ("Priya Nair", "priya.nair@somerset.example", "kwame.boateng-reid@somerset.example"),
    "Mersey Care": ("Ama Darko", "ama.darko@merseycare.example", "marcus.adeyemi@merseycare.example"),
}


def fill(url: str, *, organisation: str) -> None:
    """Migrate an empty database and let the demo's history of one organisation happen in it."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        demo = without_crowds(read_demo())
        stories = tuple(story for story in demo.stories if story.name == organisation)
        load_demo(replace(demo, stories=stories), now=clock.now() - timedelta(minutes=1), say=lambda _line: None)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def demo(databases: Databases, organisation: str) -> Iterator[Flask]:
    url = databases.copy_of(f"demo of {organisation}", partial(fill, organisation=organisation))
    app = make_app(url)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)


@pytest.fixture
def address(demo: Flask) -> Iterator[str]:
    with live_server(demo) as address:
        yield address


def right_answers(app: Flask) -> dict[frozenset[str], tuple[list[str], dict[str, str]]]:
    """Per item, found by its option tokens: the right tokens, and the right token of each left side."""
    with app.app_context():
        words = db.session.scalars(sa.select(ItemVersion)).all()
        found = {
            frozenset(option["token"] for option in one.options): (
                [option["token"] for option in one.options if option["correct"]],
                {pair["left"]: pair["token"] for pair in one.pairs or ()},
            )
            for one in words
        }
        db.session.remove()
    return found


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(read_demo().password)
    page.get_by_role("button", name="Sign in").click()


def answer(page: Page, answers: dict[frozenset[str], tuple[list[str], dict[str, str]]]) -> None:
    """Give the right answer to whatever kind of question is on the page."""
    selects = page.locator("main select").all()
    if selects:
        tokens = frozenset(filter(None, selects[0].locator("option").evaluate_all("all => all.map(o => o.value)")))
        for select in selects:
            left = page.locator(f"label[for={select.get_attribute('id')}]").inner_text()
            select.select_option(answers[tokens][1][left])
    else:
        inputs = page.locator("main input[name=answer]")
        tokens = frozenset(inputs.evaluate_all("all => all.map(i => i.value)"))
        for token in answers[tokens][0]:
            page.locator(f"main input[value='{token}']").check()
    page.get_by_role("button", name="Check answer").click()


@pytest.mark.parametrize(
    ("databases", "organisation"),
    [("sqlite", "NHS Somerset"), ("postgresql", "Mersey Care")],
    indirect=["databases"],
)
def test_a_new_starter_passes_and_the_manager_sees_it(
    demo: Flask, address: str, new_context: Callable[[], BrowserContext], organisation: str
) -> None:
    name, email, manager = STARTERS[organisation]
    page = new_context().new_page()
    take_the_quiz(page, address, email, right_answers(demo))
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, address, manager)
    page.goto(f"{address}/team?status=passed")
    expect(page.get_by_role("row", name=name)).to_contain_text("8 of 8")


def take_the_quiz(
    page: Page, address: str, email: str, answers: dict[frozenset[str], tuple[list[str], dict[str, str]]]
) -> None:
    sign_in(page, address, email)
    expect(page.get_by_role("heading", level=1)).to_have_text("My learning")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    for number in range(1, 9):
        expect(page.locator("#progress")).to_have_text(f"Question {number} of 8")
        answer(page, answers)
        expect(page.get_by_role("heading", level=1)).to_contain_text("That is right")
        page.get_by_role("button", name="Next question" if number < 8 else "result").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You passed")
    page.get_by_role("button", name="certificate").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ertificate")
    page.goto(f"{address}/learning")
