"""A manager's other pages in a real browser: accessible on a phone and a desktop, a ward's report on one sheet."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from quizapp import clock
from quizapp.access.roles import Role
from quizapp.services.managing.sharing import share_team
from tests.builders import NOW, actor_of
from tests.quizapp.web.manager.test_views import PAGE, publish
from tests.quizapp.web.scenes.trust import BEN
from tests.quizapp.web.scenes.trust_browser import DESKTOP, PHONE, Contexts, Visit, assert_accessible_unfolded, visit
from tests.quizapp.web.team.test_views_budget import add_many

pytestmark = pytest.mark.browser

VAL = "val.stone@fernbrook.example"
PAGES = ("/team/dates", "/team/discussion", "/team/print", "/team/sharing")


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A manager who shares the view of a ward, in an organisation with a real values page."""
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        publish(trust.trust, PAGE.read_text())
        with trust.trust.app.app_context():
            ben = actor_of(trust.trust.operator, BEN, Role.MANAGER)
            share_team(ben, email=VAL, last_day=date(2026, 7, 10), now=NOW)
        yield trust


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_axe_finds_nothing_on_a_phone(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=PHONE), BEN)
    for path in PAGES:
        assert_accessible_unfolded(trust.open(page, path))
    page.get_by_role("button", name="Share my view").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the e-mail address")
    assert_accessible_unfolded(page)


def test_axe_finds_nothing_on_a_desktop_for_a_deputy(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=DESKTOP), VAL)
    for path in ("/team/dates", "/team/sharing"):
        assert_accessible_unfolded(trust.open(page, path))


def test_a_share_is_made_and_ended_without_a_script(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(java_script_enabled=False, viewport=PHONE), BEN)
    trust.open(page, "/team/sharing")
    page.get_by_label("E-mail address of the person").fill("gus.lindqvist@fernbrook.example")
    for label, typed in (("Day", "5"), ("Month", "7"), ("Year", "2026")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Share my view").click()
    expect(page.get_by_text("Gus Lindqvist can see your teams from now")).to_be_visible()
    page.get_by_role("button", name="End now for Gus Lindqvist").click()
    expect(page.get_by_text("Gus Lindqvist can no longer see your teams.")).to_be_visible()


def test_the_report_of_a_ward_of_41_is_printed_on_one_a4_page(trust: Visit, new_context: Contexts) -> None:
    add_many(trust.trust, 29)
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), BEN), "/team/print")
    expect(page.get_by_role("rowheader")).to_have_count(41)
    (sheet,) = printed(page).pages
    assert [round(float(side)) for side in (sheet.mediabox.width, sheet.mediabox.height)] == [595, 842]
    text = sheet.extract_text()
    assert "34 of 41 people need something." in text
    assert "As at 10am on 30 June 2026. For Ben Okafor" in text
    for left_out in ("Sign out", "Share my view", "To print this page", "Accessibility statement"):
        assert left_out not in text


def test_a_table_that_is_longer_than_a_sheet_begins_on_the_first(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), BEN), "/team/print")
    for _ in range(3):
        page.evaluate("document.querySelectorAll('tbody tr').forEach(row => row.after(row.cloneNode(true)))")
    first, second, *_ = printed(page).pages
    assert "Asha Rahman" in first.extract_text()
    assert "Reason" in second.extract_text()
