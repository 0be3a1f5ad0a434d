"""The pages of oversight in a real browser: accessible with all laid open, whole without scripts, fit for a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import open_overseen
from tests.quizapp.web.scenes.trust import BEN, CARA
from tests.quizapp.web.scenes.trust_browser import DESKTOP, PHONE, Contexts, Visit, assert_accessible_unfolded
from tests.support.browser import live_server
from tests.support.databases import SqliteDatabases

pytestmark = pytest.mark.browser

STATES = (
    "/organisation/exceptions",
    "/organisation/exceptions/people?list=never-signed-in",
    "/organisation/learning",
    "/organisation/learning/questions",
    "/organisation/esr",
    "/organisation/settings",
)
EXTRACT = f"NI Number,E-mail,Name,Date achieved\nQQ,{BEN},Ben Okafor,2026-04-01\nQQ,x@y.example,Not Known,2026-06-01\n"


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    databases = SqliteDatabases(tmp_path_factory.mktemp("overseen"))
    with pytest.MonkeyPatch.context() as patch, open_overseen(databases) as trust, live_server(trust.app) as address:
        patch.setattr(clock, "now", lambda: NOW)
        yield Visit(trust, address)


def compare(trust: Visit, page: Page, folder: Path) -> None:
    extract = folder / "esr.csv"
    extract.write_text(EXTRACT, encoding="utf-8")
    trust.open(page, "/organisation/esr/compare").get_by_label("File from ESR").set_input_files(extract)
    page.get_by_role("button", name="Show the differences").click()
    expect(page.locator(".app-lead")).to_contain_text("people in post hold a valid pass here")


def test_axe_finds_nothing_on_any_of_them(trust: Visit, new_context: Contexts, tmp_path: Path) -> None:
    page = trust.sign_in(new_context(viewport=DESKTOP), CARA)
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))
    compare(trust, page, tmp_path)
    assert_accessible_unfolded(page)


def test_a_phone_without_scripts_changes_the_settings_and_compares_a_file(
    trust: Visit, new_context: Contexts, tmp_path: Path
) -> None:
    page = trust.sign_in(new_context(viewport=PHONE, java_script_enabled=False), CARA)
    trust.open(page, "/organisation/settings").get_by_label("Target").fill("0")
    page.get_by_role("button", name="Save these settings").click()
    page.get_by_role("link", name="Target: give a whole number from 1 to 100.").click()
    expect(page.get_by_label("Target")).to_be_visible()
    page.get_by_label("Name in ESR").fill("0007|Our values")
    page.get_by_label("Target").fill("85")
    page.get_by_role("button", name="Save these settings").click()
    expect(page.get_by_role("alert")).to_contain_text("The settings are saved.")
    compare(trust, page, tmp_path)
    page.get_by_text("In the file, and unknown here: 1 person").first.click()
    expect(page.get_by_text("x@y.example")).to_be_visible()
