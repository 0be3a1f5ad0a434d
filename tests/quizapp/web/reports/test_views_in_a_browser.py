"""The organisation's report in a real browser: accessible, whole without scripts, and never wider than a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.scenes.trust import CARA
from tests.quizapp.web.scenes.trust_browser import (
    DESKTOP,
    PHONE,
    Contexts,
    Visit,
    assert_accessible_unfolded,
    assert_printed_whole,
    visit,
)
from tests.support.browser import assert_accessible_at_both_widths

pytestmark = pytest.mark.browser

STATES = (
    "/organisation",
    "/organisation?sort=share&order=desc",
    "/organisation/people?group=everybody",
    "/organisation/people?group=absent&team=0",
    "/organisation/people?group=overdue&part=7",
    "/organisation/people?group=nonsense",
)


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        yield trust


def test_axe_finds_nothing_in_any_state(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=DESKTOP), CARA)
    assert_accessible_at_both_widths(trust.open(page, STATES[0]))
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_wide_table_scrolls_inside_itself_by_keyboard(trust: Visit, new_context: Contexts, script: bool) -> None:
    page = trust.sign_in(new_context(viewport=PHONE, java_script_enabled=script), CARA)
    region = trust.open(page, "/organisation").get_by_role("region", name="Teams")
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_number_leads_to_its_people_and_back(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), CARA), "/organisation")
    page.get_by_role("link", name="3 overdue, All teams").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overdue")
    expect(page.get_by_role("rowheader")).to_have_count(3)
    page.get_by_role("navigation", name="Back").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisation report")


def test_a_report_is_printed_without_addresses_and_as_a_table(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=PHONE), CARA)
    for path in ("/organisation", "/organisation/board", "/organisation/exceptions", "/organisation/esr"):
        assert "Starters" not in assert_printed_whole(trust.open(page, path))
        page.set_viewport_size(PHONE)
    assert_printed_whole(trust.open(page, STATES[2]))
    page.emulate_media(media="print")
    expect(page.locator("tbody tr").first).to_have_css("display", "table-row")
    expect(page.get_by_role("columnheader", name="Status")).to_be_visible()
