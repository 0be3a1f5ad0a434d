"""Choosing a password with a link, and changing it, on both engines."""

from datetime import date, timedelta

from quizapp.access.policy import console
from quizapp.services.people import people
from tests.builders import PASSWORD
from tests.quizapp.web.account.conftest import ASHA, Entrance

NEW_PASSWORD = "anchor violin meadow"


def test_a_link_asks_who_one_is_and_looking_does_not_use_it_up(entrance: Entrance) -> None:
    address = f"/welcome/{entrance.link(ASHA)}"
    for _ in range(3):
        pages = entrance.browser()
        page = pages.get(address)
    assert page.heading == "Is this you?"
    assert page.words(".nhsuk-lede-text") == "Asha at Fernbrook Trust"
    assert "Asha" not in page.title
    assert "Rahman" not in page.html
    assert ASHA not in page.html


def test_who_says_yes_chooses_a_password_and_who_says_no_is_told_what_to_do(entrance: Entrance) -> None:
    pages = entrance.browser()
    yes, no = pages.get(f"/welcome/{entrance.link(ASHA)}").soup.select("main a.nhsuk-button")
    chosen = pages.get(str(yes["href"]))
    assert (chosen.heading, ASHA in chosen.text) == ("Choose a password", True)
    assert pages.submit(chosen).words(".nhsuk-error-summary a") == "Enter a password"
    other = pages.get(str(no["href"]))
    assert other.heading == "This link is for somebody else"
    assert "Do not choose a password with it." in other.text
    assert pages.submit(chosen, {"new": NEW_PASSWORD}).heading == "My learning"


def test_a_link_sets_the_password_and_signs_in_once(entrance: Entrance) -> None:
    pages, link = entrance.browser(), f"/welcome/{entrance.link(ASHA)}"
    page = pages.get(f"{link}/password")
    assert pages.submit(page, {"new": NEW_PASSWORD}).heading == "My learning"
    assert entrance.sign_in(entrance.browser(), ASHA, NEW_PASSWORD).heading == "My learning"
    for address in (link, page.path):
        used = entrance.browser().get(address, follow=True)
        assert (used.status, used.heading) == (404, "You cannot use this link")
        assert "This link has been used" in used.text


def test_a_link_is_good_for_seven_days(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get(f"/welcome/{entrance.link(ASHA)}/password")
    entrance.now += timedelta(days=7)
    old = pages.submit(page, {"new": NEW_PASSWORD})
    assert (old.heading, "This link is more than 7 days old." in old.text) == ("You cannot use this link", True)
    unknown = pages.get("/welcome/nobody-has-this")
    assert (unknown.status, "We do not know this link." in unknown.text) == (404, True)


def test_who_has_left_is_told_what_the_link_is_still_good_for(entrance: Entrance) -> None:
    pages, link = entrance.browser(), entrance.link(ASHA)
    assert "Your last working day" not in pages.get(f"/welcome/{link}").text
    with entrance.app.app_context():
        operator = console(1, "tests")
        person = people.find_by_email(operator, ASHA)
        people.end_post(operator, person.id, last_day=date(2026, 6, 29), now=entrance.now)
    page = pages.get(f"/welcome/{link}")
    assert "Your last working day here has passed, so you have no quiz to do." in page.text
    assert pages.submit(pages.get(f"/welcome/{link}/password"), {"new": NEW_PASSWORD}).heading == "My learning"


def test_a_weak_password_leaves_the_link_unused(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get(f"/welcome/{entrance.link(ASHA)}/password")
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
