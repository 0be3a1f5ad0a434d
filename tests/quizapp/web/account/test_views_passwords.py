"""Choosing a password with a link, and changing it, on both engines."""

from datetime import timedelta

from tests.builders import PASSWORD
from tests.quizapp.web.account.conftest import ASHA, Entrance

NEW_PASSWORD = "anchor violin meadow"


def test_a_link_asks_who_one_is_and_looking_does_not_use_it_up(entrance: Entrance) -> None:
    address = f"/welcome/{entrance.link(ASHA)}"
    for _ in range(3):
        pages = entrance.browser()
        page = pages.get(address)
    assert page.heading == "Is this you?"
    assert page.all_words("main dd") == ["Asha Rahman", "Fernbrook Trust", ASHA]
    assert "Asha" not in page.title
    assert pages.submit(page).words(".nhsuk-error-summary a") == "Enter a password"


def test_a_link_sets_the_password_and_signs_in_once(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get(f"/welcome/{entrance.link(ASHA)}")
    assert pages.submit(page, {"new": NEW_PASSWORD}).heading == "My learning"
    assert entrance.sign_in(entrance.browser(), ASHA, NEW_PASSWORD).heading == "My learning"
    used = entrance.browser().get(page.path)
    assert (used.status, used.heading) == (404, "You cannot use this link")
    assert "This link has been used or is more than 7 days old." in used.text


def test_a_link_is_good_for_seven_days(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get(f"/welcome/{entrance.link(ASHA)}")
    entrance.now += timedelta(days=7)
    assert pages.submit(page, {"new": NEW_PASSWORD}).heading == "You cannot use this link"
    assert pages.get("/welcome/nobody-has-this").status == 404


def test_a_weak_password_leaves_the_link_unused(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get(f"/welcome/{entrance.link(ASHA)}")
    for weak, why in (
        ("short", "12 characters or more"),
        ("welcome welcome", "used by many"),
        ("rahman violin x", "name"),
    ):
        refused = pages.submit(page, {"new": weak})
        assert why in refused.words(".nhsuk-error-summary a")
        assert weak not in refused.html
    assert pages.submit(refused, {"new": NEW_PASSWORD}).heading == "My learning"


def test_changing_the_password_signs_every_other_browser_out(entrance: Entrance) -> None:
    here, there = entrance.browser(), entrance.browser()
    entrance.sign_in(here, ASHA)
    entrance.sign_in(there, ASHA)
    page = here.submit(here.get("/password"), {"current": PASSWORD, "new": NEW_PASSWORD})
    assert (page.heading, page.words(".nhsuk-notification-banner__title")) == ("My learning", "Success")
    assert "Your password has been changed." in page.text
    assert here.get("/password").status == 200
    assert (there.get("/password").location or "").startswith("/sign-in?ended=1")
    assert entrance.sign_in(entrance.browser(), ASHA, NEW_PASSWORD).heading == "My learning"


def test_without_the_current_password_nothing_changes(entrance: Entrance) -> None:
    pages = entrance.browser()
    entrance.sign_in(pages, ASHA)
    page = pages.submit(pages.get("/password"), {"current": "not this one", "new": NEW_PASSWORD})
    assert page.one(".nhsuk-error-summary a")["href"] == "#current"
    empty = pages.submit(page)
    assert empty.all_words(".nhsuk-error-summary a") == ["Enter your current password", "Enter a new password"]
    assert entrance.sign_in(entrance.browser(), ASHA, PASSWORD).heading == "My learning"
