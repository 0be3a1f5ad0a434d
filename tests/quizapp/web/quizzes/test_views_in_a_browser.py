"""The quiz pages in a real browser: accessible in every state, and settings are changed without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from quizapp import clock
from tests.builders import NOW
from tests.page_editions import add_edition
from tests.quizapp.web.scenes.trust import CARA
from tests.quizapp.web.scenes.trust_browser import DESKTOP, PHONE, Contexts, Visit, visit
from tests.support.browser import assert_accessible_at_both_widths

pytestmark = pytest.mark.browser

SETTINGS = "/quizzes/1/settings"


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        with trust.trust.app.app_context():
            add_edition(trust.trust.operator, 1)
        yield trust


def test_axe_finds_nothing_in_any_state(trust: Visit, new_context: Contexts) -> None:
    context = new_context(viewport=DESKTOP)
    page, other = trust.sign_in(context, CARA), trust.sign_in(context, CARA)
    for path in ("/quizzes", SETTINGS, "/quizzes/1/withdraw"):
        assert_accessible_at_both_widths(trust.open(page, path))
    save, days = page.get_by_role("button", name="Save these settings"), page.get_by_label("Days until it is due")
    trust.open(page, SETTINGS)
    page.get_by_label("Number of questions").fill("0")
    save.click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert_accessible_at_both_widths(page)
    trust.open(other, SETTINGS)
    trust.open(page, SETTINGS)
    days.fill("40")
    page.get_by_label("Number of questions").fill("50")
    save.click()
    expect(page.get_by_text("is in force: 20 questions")).to_be_visible()
    assert_accessible_at_both_widths(page)
    other.get_by_label("Test", exact=True).check()
    other.get_by_role("button", name="Save these settings").click()
    expect(other.get_by_role("table", name="Settings in force, and yours")).to_be_visible()
    assert_accessible_at_both_widths(other)


def test_settings_are_changed_and_the_quiz_withdrawn_without_a_script(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=PHONE, java_script_enabled=False), CARA)
    trust.open(page, "/quizzes").get_by_role("link", name="Our values settings").click()
    page.get_by_label("Test", exact=True).check()
    page.get_by_label("For a number of months").check()
    page.get_by_role("textbox", name="Number of months").fill("24")
    page.get_by_label("Edition 2, from 3 July 2026").check()
    page.get_by_role("button", name="Save these settings").click()
    expect(page.get_by_text("is in force: ")).to_be_visible()
    expect(page.get_by_text("It asks about edition 2 of “Our values”.")).to_be_visible()
    page.get_by_role("link", name="Withdraw this quiz").click()
    page.get_by_role("button", name="Withdraw this quiz").click()
    expect(page.get_by_text("The quiz is withdrawn.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Our values settings").click()
    expect(page.get_by_text("Nobody can start it any more.")).to_be_visible()
