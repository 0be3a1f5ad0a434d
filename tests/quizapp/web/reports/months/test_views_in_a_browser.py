"""Frozen months in a real browser: accessible, whole without scripts, and never wider than a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ViewportSize, expect

from quizapp import clock
from tests.quizapp.web.reports.months.frozen_trust import HOME, JUNE, LATER, open_frozen
from tests.quizapp.web.scenes.trust import CARA
from tests.quizapp.web.scenes.trust_browser import (
    DESKTOP,
    PHONE,
    Contexts,
    Visit,
    assert_accessible_unfolded,
    assert_printed_whole,
)
from tests.support.browser import live_server
from tests.support.databases import SqliteDatabases

pytestmark = pytest.mark.browser

STATES = (
    HOME,
    JUNE,
    f"{JUNE}/1/due?group=due",
    f"{JUNE}/1/changes",
    f"{JUNE}/reopen",
)


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    databases = SqliteDatabases(tmp_path_factory.mktemp("months"))
    with pytest.MonkeyPatch.context() as patch, open_frozen(databases) as trust, live_server(trust.app) as address:
        patch.setattr(clock, "now", lambda: LATER)
        yield Visit(trust, address)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_any_state(trust: Visit, new_context: Contexts, size: ViewportSize) -> None:
    page = trust.sign_in(new_context(viewport=size), CARA)
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))


def test_every_column_is_on_paper_and_no_address(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=PHONE), CARA)
    for path in STATES[:4]:
        text = assert_printed_whole(trust.open(page, path))
        page.set_viewport_size(PHONE)
        assert "Board page" not in text
    text = assert_printed_whole(trust.open(page, JUNE))
    for heading in ("In post", "Passed of due", "Overdue", "Away", "Due in June", "On time"):
        assert heading in text


def test_a_month_is_reopened_without_a_script(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE, java_script_enabled=False), CARA), JUNE)
    page.get_by_role("link", name="4", exact=True).first.click()
    expect(page.get_by_role("rowheader")).to_have_count(4)
    page.get_by_role("link", name="June 2026", exact=True).click()
    page.get_by_role("link", name="Re-open this month").click()
    page.get_by_role("button", name="Count the month anew").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why the month is re-opened.")
    page.get_by_role("textbox").fill("Ward 1 sent a leaver late")
    page.get_by_role("button", name="Count the month anew").click()
    expect(page.get_by_text("was counted anew. This is edition 2.")).to_be_visible()
