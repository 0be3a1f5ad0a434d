"""The author's pages in a real browser: accessible in every state, and a question is decided without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.items.unclear import call_unclear
from tests.quizapp.web.scenes.trust import ASHA, CARA
from tests.quizapp.web.scenes.trust_browser import DESKTOP, PHONE, Contexts, Visit, assert_accessible_unfolded, visit
from tests.support.browser import assert_accessible_at_both_widths

pytestmark = pytest.mark.browser

STATES = (
    "/bank",
    "/bank?value=Thrift",
    "/bank?status=draft",
    "/bank?status=unclear",
    "/bank/5",
    "/bank/5/remarks",
    "/bank/2/retire",
)


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        call_unclear(trust.trust, ASHA, 5)
        yield trust


def test_axe_finds_nothing_in_any_state(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=DESKTOP), CARA)
    assert_accessible_at_both_widths(trust.open(page, "/bank?value=Candour"))
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))
    page.get_by_role("button", name="Retire this question").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why this question is retired.")
    assert_accessible_unfolded(page)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_question_is_retired_and_approved_again(trust: Visit, new_context: Contexts, script: bool) -> None:
    page = trust.sign_in(new_context(viewport=PHONE, java_script_enabled=script), CARA)
    trust.open(page, "/bank?value=Candour").get_by_role("link", name="Retire Question 1", exact=True).click()
    page.get_by_label("Why is it retired?").fill("The page has changed.")
    page.get_by_role("button", name="Retire this question").click()
    expect(page.get_by_text("Question 1 is retired.")).to_be_visible()
    assert_no_overflow = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(assert_no_overflow)
    trust.open(page, "/bank/1").get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Question 1 is approved.")).to_be_visible()


def test_what_is_unclear_is_found_and_settled_without_a_script(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=PHONE, java_script_enabled=False), CARA)
    trust.open(page, "/bank").get_by_role("link", name="Show what learners find unclear").click()
    page.get_by_role("link", name="Settle what is unclear about Question 5").click()
    page.get_by_label("What did you decide?").fill("Kept as it is, because the page says it.")
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_text("1 remark settled, edition 1 of its words")).to_be_visible()


def test_a_line_is_shown_where_its_question_points(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), CARA), "/bank")
    page.locator("article").last.get_by_role("link", name="Line 7").click()
    expect(page.locator("#line-7 mark")).to_be_in_viewport()
