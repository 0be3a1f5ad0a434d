"""Getting in and out, on both engines."""

from datetime import timedelta

import pytest

from quizapp.services.people.accounts import WRONG_DETAILS
from tests.builders import PASSWORD
from tests.pages import PageClient
from tests.quizapp.web.account.conftest import ASHA, CARA, SAM, Entrance

COOKIE = "session"
NEW_PASSWORD = "anchor violin meadow"


def token_of(pages: PageClient) -> str | None:
    with pages.client.session_transaction() as session:
        token = session.get("_user_id")
    return token if isinstance(token, str) else None


def test_somebody_with_learning_only_goes_straight_to_it(entrance: Entrance) -> None:
    assert entrance.sign_in(entrance.browser(), f"  {ASHA.upper()} ").heading == "My learning"


def test_who_is_several_things_has_one_start_page_with_each(entrance: Entrance) -> None:
    page = entrance.sign_in(entrance.browser(), CARA)
    assert page.path == "/home"
    places = page.all_words("main h2")
    assert places[0] == "My learning"
    assert places[-1] == "Change password"


def test_signing_in_leads_to_where_one_was_going(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = pages.get("/password", follow=True)
    assert pages.submit(page, {"email": ASHA, "password": PASSWORD}).path == "/password"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_no_address_leads_out_of_the_service(entrance: Entrance, target: str) -> None:
    pages = entrance.browser()
    page = pages.get(f"/sign-in?next={target}")
    assert page.soup.select("input[name=next]") == []
    token = str(page.one("main input[name=csrf_token]")["value"])
    values = {"email": ASHA, "password": PASSWORD, "next": target, "csrf_token": token}
    assert pages.post("/sign-in", values).location == "/learning"


def test_wrong_details_do_not_tell_which_part_was_wrong(entrance: Entrance) -> None:
    wrong_word = entrance.sign_in(entrance.browser(), ASHA, "not the password")
    nobody = entrance.sign_in(entrance.browser(), "zsha@fernbrook.example", "not the password")
    assert wrong_word.all_words(".nhsuk-error-summary li") == nobody.all_words(".nhsuk-error-summary li")
    assert wrong_word.all_words(".nhsuk-error-summary li") == [WRONG_DETAILS]
    assert wrong_word.status == nobody.status
    assert wrong_word.one("#password").get("value") is None


def test_an_empty_form_asks_for_both(entrance: Entrance) -> None:
    page = entrance.sign_in(entrance.browser(), "", "")
    assert page.all_words(".nhsuk-error-summary a") == ["Enter your e-mail address", "Enter your password"]


def test_an_address_with_odd_characters_is_no_crash(entrance: Entrance) -> None:
    assert WRONG_DETAILS in entrance.sign_in(entrance.browser(), "a\x00b\x7f@trust.example", "x\x00").text


def test_guessing_is_slowed_down_and_waiting_opens_the_door_again(entrance: Entrance) -> None:
    pages = entrance.browser()
    for _ in range(5):
        entrance.sign_in(pages, ASHA, "guess guess guess")
    page = entrance.sign_in(pages, ASHA)
    assert "There have been too many tries. Wait 1 minute, then try again." in page.text
    entrance.now += timedelta(minutes=1)
    assert entrance.sign_in(pages, ASHA).heading == "My learning"


def test_what_the_browser_had_before_signing_in_is_worth_nothing_after(entrance: Entrance) -> None:
    pages, thief = entrance.browser(), entrance.browser()
    entrance.sign_in(pages, ASHA)
    before = token_of(pages)
    thief.client.set_cookie(COOKIE, pages.client.get_cookie(COOKIE).value)  # type: ignore[union-attr]
    assert thief.get("/password").status == 200
    page = PageClient(pages.client).get("/home", follow=True)
    pages.submit(page, form="header form")
    entrance.sign_in(pages, ASHA)
    assert token_of(pages) not in (None, before)
    assert (thief.get("/password").location or "").startswith("/sign-in")


def test_signing_in_again_ends_the_session_before(entrance: Entrance) -> None:
    pages, other = entrance.browser(), entrance.browser()
    open_page = pages.get("/sign-in")
    pages.submit(open_page, {"email": ASHA, "password": PASSWORD})
    other.client.set_cookie(COOKIE, pages.client.get_cookie(COOKIE).value)  # type: ignore[union-attr]
    link = entrance.link(CARA)
    pages.submit(pages.get(f"/welcome/{link}/password"), {"new": NEW_PASSWORD})
    assert (other.get("/password").location or "").startswith("/sign-in")


def test_who_is_signed_in_already_is_sent_on(entrance: Entrance) -> None:
    pages = entrance.browser()
    entrance.sign_in(pages, ASHA)
    assert pages.get("/sign-in").location == "/home"
    assert pages.get("/sign-in?next=/password").location == "/password"


def test_with_two_accounts_the_organisation_is_asked_and_the_password_is_not(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = entrance.sign_in(pages, SAM, address="/sign-in?next=/password")
    assert page.heading == "Which organisation do you want to sign in to?"
    assert page.all_words("main label") == ["Fernbrook Trust", "Other Trust"]
    assert token_of(pages) is None
    assert pages.submit(page).words(".nhsuk-error-summary a") == "Select an organisation"
    chosen = str(page.soup.select("main input[type=radio]")[1]["value"])
    inside = pages.submit(page, {"account": chosen})
    assert (inside.path, inside.words(".nhsuk-header__organisation-name")) == ("/password", "Other Trust")


def test_the_choice_is_open_for_five_minutes(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = entrance.sign_in(pages, SAM)
    chosen = str(page.soup.select("main input[type=radio]")[0]["value"])
    entrance.now += timedelta(minutes=5, seconds=1)
    late = pages.submit(page, {"account": chosen})
    assert (late.heading, token_of(pages)) == ("Sign in", None)
    assert "That took more than 5 minutes." in late.words(".nhsuk-notification-banner__content")


def test_only_an_account_the_password_opened_can_be_chosen(entrance: Entrance) -> None:
    pages = entrance.browser()
    page = entrance.sign_in(pages, SAM)
    token = str(page.one("main input[name=csrf_token]")["value"])
    for account in ("3", "999", "", "x"):
        assert pages.post("/sign-in/organisation", {"account": account, "csrf_token": token}).status == 200
    assert token_of(pages) is None
    assert (entrance.browser().get("/sign-in/organisation").location or "") == "/sign-in"


def test_signing_out_ends_it_on_the_server_and_in_the_browser(entrance: Entrance) -> None:
    pages, thief = entrance.browser(), entrance.browser()
    home = entrance.sign_in(pages, ASHA)
    thief.client.set_cookie(COOKIE, pages.client.get_cookie(COOKIE).value)  # type: ignore[union-attr]
    answer = pages.submit(home, form="header form", follow=False)
    assert answer.response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert pages.get(str(answer.location)).heading == "You have signed out"
    assert (thief.get("/learning").location or "").startswith("/sign-in?ended=1")
    assert pages.get("/sign-out").status == 405


def test_a_session_that_sat_idle_says_so_and_goes_on_where_it_was(entrance: Entrance) -> None:
    pages = entrance.browser()
    entrance.sign_in(pages, ASHA)
    entrance.now += timedelta(minutes=61)
    page = pages.get("/password", follow=True)
    assert "You have been signed out" in page.text
    assert "What you sent just now" not in page.text
    assert pages.submit(page, {"email": ASHA, "password": PASSWORD}).path == "/password"
