import re

import pytest
from flask.testing import FlaskClient

from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, client_of

FRIENDLY = "Open the page again"


def token_on(client: FlaskClient, page: str = "/account") -> str:
    (token,) = re.findall(r'name="csrf_token" value="([^"]+)"', client.get(page).text)
    return str(token)


def signed_out(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 303


def test_a_form_with_its_token_is_taken() -> None:
    client = client_of(STAFF)
    assert client.post("/account/sign-out", data={"csrf_token": token_on(client)}).status_code == 200
    assert signed_out(client)


@pytest.mark.parametrize("data", [{}, {"csrf_token": ""}, {"csrf_token": "made-up"}])
def test_a_form_without_a_good_token_changes_nothing_and_says_what_to_do(data: dict[str, str]) -> None:
    client = client_of(STAFF)
    answer = client.post("/account/sign-out", data=data)
    assert answer.status_code == 400
    assert FRIENDLY in answer.text
    assert not signed_out(client)


def test_a_token_of_another_person_is_refused() -> None:
    client, other = client_of(STAFF), client_of(EVERYTHING)
    token_on(client)
    assert client.post("/account/sign-out", data={"csrf_token": token_on(other)}).status_code == 400
    assert not signed_out(client)


def test_a_public_form_is_guarded_too() -> None:
    client = client_of()
    assert client.post("/account/sign-in/token-of-asha").status_code == 400


def test_a_token_outlives_a_long_lunch() -> None:
    client = client_of(STAFF)
    assert client.application.config["WTF_CSRF_TIME_LIMIT"] is None


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 400), ("same-site", 400), ("same-origin", 200), ("none", 200)]
)
def test_a_form_another_site_sent_is_refused_even_with_a_token(site: str, status: int) -> None:
    client = client_of(STAFF)
    data = {"csrf_token": token_on(client)}
    answer = client.post("/account/sign-out", data=data, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == status
    assert signed_out(client) is (status == 200)


def test_a_link_on_another_site_still_opens_a_page() -> None:
    assert client_of(STAFF).get("/learn", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_proxy_that_strips_the_referer_locks_nobody_out() -> None:
    client = client_of(STAFF, cookie_secure=True)
    page = client.get("/account", base_url="https://localhost")
    (token,) = re.findall(r'name="csrf_token" value="([^"]+)"', page.text)
    answer = client.post("/account/sign-out", data={"csrf_token": token}, base_url="https://localhost")
    assert answer.status_code == 200


def test_signing_in_begins_a_session_that_shares_nothing_with_the_one_before() -> None:
    client = client_of(STAFF)
    before = token_on(client)
    client.post("/account/sign-in/token-of-cara", data={"csrf_token": before})
    assert client.post("/account/sign-out", data={"csrf_token": before}).status_code == 400
