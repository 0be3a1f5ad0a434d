"""A learner in a real browser: signing in, answering rightly or wrongly, going on."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.builders import PASSWORD
from tests.quizapp.web.learn.school import ASHA, School
from tests.support.browser import NARROW

Contexts = Callable[..., BrowserContext]
PHONE = {"width": NARROW, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
ANSWERS = "main [name=answer], main select"


def sign_in(page: Page, address: str, email: str = ASHA) -> None:
    page.goto(f"{address}/sign-in")
    sign_in_here(page, email)


def sign_in_here(page: Page, email: str = ASHA) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def controls_for(page: Page, school: School, *, right: bool = True) -> list[tuple[Locator, str | None]]:
    """The controls that answer the question, wholly right or wholly wrong; for a list also what to choose."""
    selects = page.locator("main select").all()
    if selects:
        tokens = selects[0].locator("option").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
        pairs = school.keys[frozenset(tokens)][1]
        lefts = [page.locator(f"label[for={one.get_attribute('id')}]").inner_text() for one in selects]
        return [
            (one, pairs[left] if right else next(token for token in tokens if token != pairs[left]))
            for one, left in zip(selects, lefts, strict=True)
        ]
    tokens = page.locator("main input[name=answer]").evaluate_all("all => all.map(one => one.value)")
    keys = school.keys[frozenset(tokens)][0]
    chosen = keys if right else [token for token in tokens if token not in keys][: len(keys)]
    return [(page.locator(f"input[value='{token}']"), None) for token in chosen]


def fill(page: Page, school: School, *, right: bool = True) -> None:
    """Choose an answer, and leave it at that."""
    for control, token in controls_for(page, school, right=right):
        if token is None:
            control.check()
        else:
            control.select_option(token)


def answer(page: Page, school: School, *, right: bool = True) -> None:
    fill(page, school, right=right)
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".app-verdict")).to_be_visible()


def go_on(page: Page) -> None:
    page.locator("main a.nhsuk-button").click()
    expect(page.locator(".app-verdict")).to_have_count(0)
