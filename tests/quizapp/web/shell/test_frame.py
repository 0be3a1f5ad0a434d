import re

import pytest

from quizapp.services.people.accounts import Visitor
from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, client_of, shell_app


def menu_of(page: str) -> list[str]:
    return re.findall(r'<a class="nhsuk-header__navigation-link" href="([^"]+)"', page)


@pytest.mark.parametrize(
    ("visitor", "menu"),
    [(None, []), (STAFF, ["/learn"]), (EVERYTHING, ["/learn", "/team"])],
    ids=["nobody", "staff", "everything"],
)
def test_the_menu_holds_what_one_may_open_and_what_is_there(visitor: Visitor | None, menu: list[str]) -> None:
    assert menu_of(client_of(visitor).get("/help").text) == menu


@pytest.mark.parametrize(("address", "current"), [("/learn", "page"), ("/learn/2", "true"), ("/help", None)])
def test_the_menu_shows_where_one_is(address: str, current: str | None) -> None:
    marks = re.findall(r'aria-current="([^"]+)"', client_of(STAFF).get(address).text)
    assert marks == ([current] if current else [])


def test_the_header_names_the_organisation_and_the_person_in_letters() -> None:
    page = client_of(EVERYTHING).get("/account").text
    assert '<span class="nhsuk-header__organisation-name">NHS Testshire</span>' in page
    assert "Cara O&#39;Neill" in page


def test_the_title_never_names_a_person() -> None:
    page = client_of(STAFF).get("/account").text
    assert "<title>Start page – Induction quiz</title>" in page


def test_signing_out_is_a_form_with_a_token() -> None:
    page = client_of(STAFF).get("/account").text
    form = re.search(r'<form class="nhsuk-header__account-form".*?</form>', page, flags=re.DOTALL)
    assert form is not None
    assert 'action="/account/sign-out" method="post"' in form[0]
    assert 'name="csrf_token"' in form[0]


def test_a_stranger_is_offered_nothing_to_sign_out_of() -> None:
    page = client_of().get("/help").text
    assert "Sign out" not in page
    assert "<form" not in page


def test_below_a_prefix_every_address_carries_it() -> None:
    page = client_of(STAFF).get("/learn", environ_overrides={"SCRIPT_NAME": "/quiz"}).text
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert len(addresses) > 9
    assert [address for address in addresses if not address.startswith("/quiz/")] == []


def test_nobody_is_looked_up_for_files_or_the_health_check() -> None:
    app = shell_app()
    for address in ("/health", f"/static/{app.extensions['quizapp.assets'].fingerprint}/css/app.css"):
        answer = client_of(STAFF).get(address)
        assert answer.status_code == 200
        assert "Cookie" not in answer.headers.get("Vary", "")
