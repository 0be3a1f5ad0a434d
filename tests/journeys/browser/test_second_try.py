"""Somebody who does not pass reads what was missed, and passes on a fresh paper that asks about it first."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Page, expect

from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem
from quizapp.storage.models.item import ItemVersion
from tests.builders import add_person, give_password, set_the_scene
from tests.journeys.browser.rows import read_rows
from tests.journeys.browser.steps import COUNT, position, progress
from tests.journeys.parked.steps import Moment
from tests.quizapp.web.learn.browsing import answer, go_on, heading, sign_in
from tests.quizapp.web.learn.school import ASHA, ORGANISATION, School
from tests.support.app import make_app, migrate, migrated_app
from tests.support.browser import live_server
from tests.support.databases import Databases, on_sqlite

pytestmark = [pytest.mark.browser, on_sqlite]


def build_large(url: str) -> None:
    """One learner, and a bank with enough questions on every value for two papers."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        scene = set_the_scene(ORGANISATION)
        add_person(scene, "Asha Rahman")
        give_password(scene.operator, ASHA)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def school(databases: Databases, moment: Moment) -> Iterator[School]:
    with migrated_app(databases, name="large", build=build_large) as app:
        yield School(app)


@pytest.fixture
def address(school: School) -> Iterator[str]:
    with live_server(school.app) as address:
        yield address


def paper(school: School, number: int) -> list[tuple[str, set[str]]]:
    """The stems of a try in their order, each with the values it asks about."""
    with school.app.app_context():
        rows = db.session.execute(
            sa.select(ItemVersion.stem, ItemVersion.value_names)
            .join(PaperItem, PaperItem.item_version_id == ItemVersion.id)
            .join(Attempt, Attempt.id == PaperItem.attempt_id)
            .where(Attempt.number == number)
            .order_by(PaperItem.position)
        ).all()
        db.session.remove()
    return [(stem, set(names)) for stem, names in rows]


def sit(page: Page, school: School, *, missed: set[str], values: list[set[str]]) -> None:
    """Answer every question that does not ask about what is missed."""
    for number in range(1, COUNT + 1):
        expect(progress(page)).to_have_text(f"Question {number} of {COUNT}")
        answer(page, school, right=missed.isdisjoint(values[position(page) - 1]))
        go_on(page)


def test_journey_not_passed_read_again_and_passed_on_a_fresh_paper(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(progress(page)).to_have_text(f"Question 1 of {COUNT}")
    first = paper(school, 1)
    values = [names for _, names in first]
    missed = set().union(*[names for names in values if len(names) == 1][-2:])
    wrong = [stem for stem, names in first if names & missed]
    sit(page, school, missed=missed, values=values)
    expect(heading(page)).to_have_text("You have not passed yet")
    page.get_by_role("button", name="Look again").click()
    read_what_was_missed(page, missed, wrong)
    page.get_by_role("button", name="Try again").click()
    expect(progress(page)).to_have_text(f"Question 1 of {COUNT}")
    second = paper(school, 2)
    assert not {stem for stem, _ in first} & {stem for stem, _ in second}
    are_missed = [bool(names & missed) for _, names in second]
    assert are_missed == sorted(are_missed, reverse=True)
    assert missed <= set().union(*[names for _, names in second[: are_missed.count(True)]])
    sit(page, school, missed=set(), values=[names for _, names in second])
    expect(heading(page)).to_have_text("You passed")
    rows = read_rows(school)
    right = COUNT - len(wrong)
    assert rows.attempts == ((1, "submitted", "learn", 8, 7, right), (2, "submitted", "learn", 8, 7, COUNT))
    assert (len(rows.responses), rows.completions) == (2 * COUNT, ((2, 1, None, None),))


def read_what_was_missed(page: Page, missed: set[str], wrong: list[str]) -> None:
    """Each value stands once with what the page says about it, and with every question that went wrong."""
    expect(heading(page)).to_have_text("Look again at what you missed")
    parts = page.locator("main .app-missed")
    assert set(parts.locator("h2").all_inner_texts()) == missed
    for part in parts.all():
        expect(part.get_by_text("the page's words for").first).to_be_visible()
    expect(page.locator("main a[rel=external]")).to_contain_text("“Our values”")
    words = page.locator("main").inner_text()
    assert [stem for stem in wrong if stem not in words] == []
