"""A manager's page in a real browser: accessible in every state, whole without scripts, and readable on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.scenes.trust import BEN, CARA
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

STATES = ("/team", "/team?day=2026-05-31", "/team?on-day=31&on-month=6")


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        yield trust


def test_axe_finds_nothing_in_any_state(trust: Visit, new_context: Contexts) -> None:
    context = new_context(viewport=DESKTOP)
    page = trust.sign_in(context, BEN)
    assert_accessible_at_both_widths(trust.open(page, STATES[0]))
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))
    assert_accessible_unfolded(trust.open(trust.sign_in(context, CARA), "/team"))


def test_filters_and_order_need_no_script(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(java_script_enabled=False, viewport=PHONE), BEN), "/team")
    page.get_by_text("Filters, or another day").click()
    page.get_by_label("Status").select_option(label="Passed (3)")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Showing 3 of 12 people")).to_be_visible()
    page.get_by_role("link", name="Start").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Start")
    expect(page.get_by_role("rowheader").first).to_contain_text("Eve Adeyemi")


def test_a_phone_shows_every_fact_and_leaves_blanks_out(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), BEN), "/team")
    first = page.locator("tbody tr").first
    expect(first.get_by_role("rowheader")).to_contain_text("Asha Rahman")
    for words in ("Status Overdue", "Reason Overdue by 32 days", "Due 29 May 2026"):
        expect(first.get_by_text(words, exact=True)).to_be_visible()
    expect(first.locator("td").filter(has_text="Score")).to_be_hidden()
    expect(page.get_by_role("link", name="Due", exact=True)).to_be_visible()


def test_a_status_has_a_shape_beside_its_words(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), BEN), "/team?sort=name")
    shape = """one => {
        const style = getComputedStyle(one, "::before");
        const fill = style.backgroundImage + (style.backgroundColor === "rgba(0, 0, 0, 0)");
        return [style.clipPath, style.borderRadius, fill].join();
    }"""
    shapes = {
        colour: page.locator(f".nhsuk-tag--{colour}").first.evaluate(shape)
        for colour in ("red", "yellow", "green", "blue", "grey")
    }
    assert len(set(shapes.values())) == 5


def test_the_file_is_taken_away_under_its_name(trust: Visit, new_context: Contexts, tmp_path: Path) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), BEN), "/team")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV file of this list").click()
    assert download.value.suggested_filename == "my-team-2026-06-30.csv"


def test_boxes_stay_as_they_were_ticked_when_the_order_changes(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), BEN), "/team")
    page.get_by_role("checkbox", name="Asha Rahman").uncheck()
    page.get_by_role("region", name="People who need something").get_by_role("link", name="Name").click()
    expect(page).to_have_url(re.compile("sort=name"))
    expect(page.get_by_role("checkbox", name="Asha Rahman")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Tia Mensah")).to_be_checked()


def test_the_page_is_printed_without_what_can_be_done(trust: Visit, new_context: Contexts) -> None:
    text = assert_printed_whole(trust.open(trust.sign_in(new_context(viewport=PHONE), BEN), "/team"))
    assert "Asha Rahman" in text
    assert "7 others: " in text
    for left_out in ("Tell us why", "Send a reminder", "Review dates", "Filters"):
        assert left_out not in text
