"""The pages of trends in a real browser: accessible, one drawing for each size, never wider than a phone."""

from collections.abc import Iterator

import pytest

from quizapp import clock
from tests.builders import NOW
from tests.quizapp.web.scenes.trust import CARA
from tests.quizapp.web.scenes.trust_browser import DESKTOP, PHONE, Contexts, Visit, assert_accessible_unfolded, visit
from tests.support.browser import NARROW

pytestmark = pytest.mark.browser

STATES = (
    "/organisation/trend",
    "/organisation/trend/people?group=due&month=2026-05-01",
    "/organisation/starters",
    "/organisation/starters/people?group=all&from=2026-04-01&months=3",
    "/organisation/board",
)


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with pytest.MonkeyPatch.context() as patch, visit(tmp_path_factory.mktemp("trust")) as trust:
        patch.setattr(clock, "now", lambda: NOW)
        yield trust


def test_axe_finds_nothing_and_each_chart_is_drawn_once(trust: Visit, new_context: Contexts) -> None:
    page = trust.sign_in(new_context(viewport=DESKTOP), CARA)
    for path in STATES:
        assert_accessible_unfolded(trust.open(page, path))
        for width in (NARROW, DESKTOP["width"]):
            page.set_viewport_size({"width": width, "height": DESKTOP["height"]})
            drawn = [box for one in page.locator("main svg[role=img]").all() if (box := one.bounding_box())]
            assert len(drawn) == (0 if "people" in path else 1)
            assert all(box["width"] <= width for box in drawn)


def test_a_phone_shows_the_words_of_a_chart_at_their_size(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=PHONE), CARA), STATES[0])
    drawn = page.locator(".app-chart__narrow svg")
    box = drawn.bounding_box()
    assert box is not None
    scale = box["width"] / float(str(drawn.get_attribute("width")))
    assert 13 * scale >= 12.5
    assert box["x"] + box["width"] <= NARROW


def test_on_paper_the_board_page_is_one_page(trust: Visit, new_context: Contexts) -> None:
    page = trust.open(trust.sign_in(new_context(viewport=DESKTOP), CARA), "/organisation/board")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
