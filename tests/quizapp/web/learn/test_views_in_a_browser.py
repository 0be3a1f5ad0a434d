"""A learner's way in a real browser: accessible in every state, by keyboard alone, without scripts, on a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from quizapp import clock
from tests.builders import NOW, PASSWORD
from tests.quizapp.web.learn.school import ASHA, School, open_school
from tests.support.browser import NARROW, assert_accessible, live_server
from tests.support.databases import SqliteDatabases

pytestmark = pytest.mark.browser

Contexts = Callable[..., BrowserContext]
PHONE = {"width": NARROW, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
MOST_TABS = 60
ANSWERS = "main [name=answer], main select"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with open_school(SqliteDatabases(tmp_path)) as school:
        yield school


@pytest.fixture
def address(school: School) -> Iterator[str]:
    with live_server(school.app) as address:
        yield address


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail address").fill(ASHA)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def controls_for(page: Page, school: School) -> list[tuple[Locator, str | None]]:
    """The controls that answer the question rightly; for a list also what to choose."""
    selects = page.locator("main select").all()
    if selects:
        tokens = selects[0].locator("option").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
        pairs = school.keys[frozenset(tokens)][1]
        lefts = [page.locator(f"label[for={one.get_attribute('id')}]").inner_text() for one in selects]
        return [(one, pairs[left]) for one, left in zip(selects, lefts, strict=True)]
    tokens = page.locator("main input[name=answer]").evaluate_all("all => all.map(one => one.value)")
    return [(page.locator(f"input[value='{token}']"), None) for token in school.keys[frozenset(tokens)][0]]


def answer(page: Page, school: School, *, right: bool = True) -> None:
    for control, token in controls_for(page, school):
        if token is not None:
            control.select_option(token if right else None, index=None if right else 1)
        elif right:
            control.check()
    if not right and not page.locator("main select").count():
        wanted = 2 if page.locator("main input[type=checkbox]").count() else 1
        for number in range(wanted):
            page.locator("main input[name=answer]").nth(number).check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".app-verdict")).to_be_visible()


def go_on(page: Page) -> None:
    page.locator("main a.nhsuk-button").click()
    expect(page.locator(".app-verdict")).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_on_the_way_to_the_certificate(
    school: School, address: str, new_context: Contexts, size: dict[str, int]
) -> None:
    page = new_context(viewport=size).new_page()
    page.goto(f"{address}/sign-in")
    assert_accessible(page)
    sign_in(page, address)
    expect(heading(page)).to_have_text("My learning")
    assert_accessible(page)
    page.get_by_role("button", name="Start").click()
    expect(heading(page)).to_have_text("Our values")
    assert_accessible(page)
    page.get_by_role("button", name="Start the quiz").click()
    looked_at: set[str] = set()
    for number in range(1, 9):
        page.get_by_role("button", name="Check answer").click()
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
        look_once(page, page.locator("main fieldset [name]").first.evaluate("one => one.type"), looked_at)
        answer(page, school, right=number % 2 == 0)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        look_once(page, f"{heading(page).inner_text()} {page.locator('.app-options__label').count()}", looked_at)
        go_on(page)
    expect(heading(page)).to_have_text("You have not passed yet")
    assert_accessible(page)
    page.get_by_role("button", name="missed").click()
    expect(heading(page)).to_have_text("Look again at what you missed")
    assert_accessible(page)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    pass_from_here(page, school, address)


def look_once(page: Page, state: str, looked_at: set[str]) -> None:
    if state not in looked_at:
        assert_accessible(page)
    looked_at.add(state)


def pass_from_here(page: Page, school: School, address: str) -> None:
    first = page.url
    while "/questions/" in page.url:
        answer(page, school)
        expect(heading(page)).to_have_text("That is right")
        go_on(page)
    expect(heading(page)).to_have_text("You passed")
    assert_accessible(page)
    page.get_by_role("button", name="certificate").click()
    expect(heading(page)).to_have_text("Certificate: Our values")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert_accessible(page)
    for path in ("/learning", f"/learning/quizzes/{school.assignment()}"):
        page.goto(address + path)
        assert_accessible(page)
    page.goto(first)
    expect(page.locator(ANSWERS)).to_have_count(0)


def test_a_notice_is_accessible_too(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    page.goto(page.url.replace("/questions/1", "/questions/4"))
    expect(page.get_by_role("region", name="Important")).to_contain_text("You have not come to that question yet.")
    assert_accessible(page)


def press_until(page: Page, control: Locator) -> None:
    """Move the focus on, key by key, until it is there."""
    for _ in range(MOST_TABS):
        if control.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(control).to_be_focused()


def choose(page: Page, control: Locator, token: str | None) -> None:
    """Answer with the keys a keyboard has: blank for a box, arrows for round buttons, letters for a list."""
    if token is not None:
        press_until(page, control)
        page.keyboard.type(control.locator(f"option[value='{token}']").inner_text())
        return
    if control.get_attribute("type") == "checkbox":
        press_until(page, control)
        page.keyboard.press("Space")
        return
    press_until(page, page.locator("main input[name=answer]").first)
    page.keyboard.press("Space")
    for _ in range(page.locator("main input[name=answer]").count()):
        if control.is_checked():
            return
        page.keyboard.press("ArrowDown")
    expect(control).to_be_checked()


def test_the_whole_way_by_keyboard_alone(school: School, address: str, page: Page) -> None:
    page.goto(f"{address}/sign-in")
    for label, text in (("E-mail address", ASHA), ("Password", PASSWORD)):
        press_until(page, page.get_by_label(label, exact=True))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    press_until(page, page.get_by_role("button", name="Start"))
    page.keyboard.press("Enter")
    press_until(page, page.get_by_role("button", name="Start the quiz"))
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    while "/questions/" in page.url:
        for control, token in controls_for(page, school):
            choose(page, control, token)
        press_until(page, page.get_by_role("button", name="Check answer"))
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text("That is right")
        press_until(page, page.locator("main a.nhsuk-button"))
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        expect(heading(page)).not_to_have_text("That is right")
    expect(heading(page)).to_have_text("You passed")
    press_until(page, page.get_by_role("button", name="certificate"))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Certificate: Our values")


def test_the_whole_way_without_scripts_on_a_small_phone(school: School, address: str, new_context: Contexts) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Select an answer")
    while "/questions/" in page.url:
        answer(page, school)
        expect(heading(page)).to_have_text("That is right")
        go_on(page)
    go_on(page)
    expect(heading(page)).to_have_text("Certificate: Our values")


def test_a_double_press_is_one_answer_and_a_dead_phone_loses_nothing(
    school: School, address: str, new_context: Contexts
) -> None:
    page = new_context().new_page()
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").dblclick()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    for control, _ in controls_for(page, school):
        control.check()
    page.get_by_role("button", name="Check answer").dblclick()
    expect(heading(page)).to_have_text("That is right")
    page.context.close()
    other = new_context().new_page()
    sign_in(other, address)
    other.get_by_role("button", name="Carry on").click()
    expect(other.locator("#progress")).to_have_text("Question 2 of 8")


def test_the_back_button_never_gives_a_second_answer(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    answer(page, school, right=False)
    verdict = heading(page).inner_text()
    go_on(page)
    expect(page.locator("#progress")).to_have_text("Question 2 of 8")
    for _ in range(2):
        page.go_back()
        if "/questions/1" in page.url:
            expect(heading(page)).to_have_text(verdict)
            expect(page.locator(ANSWERS)).to_have_count(0)


def test_only_the_certificate_is_printed(school: School, address: str, page: Page) -> None:
    sign_in(page, address)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator("#progress")).to_have_text("Question 1 of 8")
    while "/questions/" in page.url:
        answer(page, school)
        go_on(page)
    go_on(page)
    page.emulate_media(media="print")
    expect(page.locator(".app-certificate")).to_be_visible()
    for frame in ("header", "footer", "main details", ".nhsuk-back-link"):
        expect(page.locator(frame)).to_be_hidden()
