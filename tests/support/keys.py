"""Going through pages with the keys alone, and seeing at every stop where one is."""

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 60
STOP = """wanted => {
  const here = document.activeElement
  const drawn = here.labels?.length && ["radio", "checkbox"].includes(here.type)
    ? getComputedStyle(here.labels[0], "::before") : getComputedStyle(here)
  const seen = drawn.boxShadow !== "none" || (drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) > 0)
  return { arrived: here === wanted, unseen: here.matches("body, main") || seen ? "" : here.outerHTML }
}"""
"""Whether the focus is on an element, and what has it without showing that; a round button is drawn before its label.
The page as a whole, where a page and its skip link begin, needs no mark."""


def move_to(page: Page, control: Locator) -> None:
    """Press Tab until the focus is on a control; wherever it comes by, it is seen."""
    for _ in range(MOST_STOPS):
        stop = control.evaluate(STOP)
        assert not stop["unseen"], f"{page.url}: nothing shows the focus on {stop['unseen']}"
        if stop["arrived"]:
            return
        page.keyboard.press("Tab")
    expect(control).to_be_focused()


def press_enter_on(page: Page, control: Locator) -> None:
    move_to(page, control)
    page.keyboard.press("Enter")


def choose(page: Page, control: Locator, token: str | None) -> None:
    """Answer with the keys a keyboard has: blank for a box, arrows for round buttons, letters for a list."""
    if token is not None:
        move_to(page, control)
        page.keyboard.type(control.locator(f"option[value='{token}']").inner_text())
        return
    if control.get_attribute("type") == "checkbox":
        move_to(page, control)
        page.keyboard.press("Space")
        return
    choices = page.locator("main input[type=radio]")
    move_to(page, choices.first)
    page.keyboard.press("Space")
    for _ in range(choices.count()):
        if control.is_checked():
            move_to(page, control)  # it has the focus already, which has to be seen
            return
        page.keyboard.press("ArrowDown")
    expect(control).to_be_checked()
