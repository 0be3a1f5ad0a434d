"""The outbox in a real browser: accessible, and never wider than a phone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from quizapp import clock
from quizapp.config import Environment
from tests.builders import NOW
from tests.quizapp.web.scenes.trust import CARA
from tests.quizapp.web.scenes.trust_browser import PHONE, Contexts, Visit, visit
from tests.support.browser import assert_accessible

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        settings = trust.trust.app.extensions["quizapp.config"]
        trust.trust.app.extensions["quizapp.config"] = replace(settings, environment=Environment.DEMO)
        yield trust


def test_a_newcomer_sends_what_is_due_and_reads_a_message_on_a_phone(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), CARA), "/organisation/messages")
    assert_accessible(page)
    page.get_by_role("button", name="Send what is due now").click()
    expect(page.get_by_text("9 messages sent.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Overdue to Asha Rahman").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("was due on Friday 29 May")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
