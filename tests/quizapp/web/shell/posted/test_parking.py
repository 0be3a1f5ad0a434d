"""What is kept of a form that was refused, by whom it can be had again, and for how long."""

import json
from base64 import b85encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256

import pytest
from flask import session
from werkzeug.datastructures import MultiDict

from quizapp import clock
from quizapp.web.shell.posted import parking
from quizapp.web.shell.posted.parking import MOST_LETTERS, PARKED, drop_parked, find_parked, park_form, parked_path
from tests.builders import NOW
from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, client_of, shell_app

PAGE = "/learn/2/questions/1"
FORM = {"answer": ["a", "b"], "token": "press", "csrf_token": "secret"}
FROM_ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "null"},
]
FROM_HERE = [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://localhost"}]


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@contextmanager
def asked_for(path: str = PAGE, **request: object) -> Iterator[None]:
    """Inside a request to the frame's pages."""
    with shell_app().test_request_context(path, **request):
        yield


@contextmanager
def parked(at: str = PAGE) -> Iterator[None]:
    """Inside a request that finds something parked for one page."""
    with asked_for():
        session[PARKED] = {"path": at, "fields": {"answer": ["a", "b"]}, "until": (NOW + parking.LIFE).timestamp()}
        yield


def test_a_parked_form_has_every_value_and_not_the_secret_of_forms() -> None:
    with asked_for(method="POST", data=FORM):
        assert park_form(now=NOW)
        assert find_parked(now=NOW) == MultiDict([("answer", "a"), ("answer", "b"), ("token", "press")])
        assert parked_path(now=NOW) == PAGE


@pytest.mark.parametrize(("path", "method"), [(PAGE, "GET"), ("/account/sign-out", "POST"), ("/nowhere", "POST")])
def test_only_a_form_of_a_page_that_asks_for_it_is_parked(path: str, method: str) -> None:
    with asked_for(path, method=method, data=FORM):
        assert not park_form(now=NOW)
        assert PARKED not in session


@pytest.mark.parametrize("headers", FROM_HERE)
def test_a_form_of_our_own_is_parked(headers: dict[str, str]) -> None:
    client = client_of()
    assert client.post(PAGE, data=FORM, headers=headers).status_code == 303
    with client.session_transaction() as kept:
        assert kept[PARKED]["path"] == PAGE


@pytest.mark.parametrize("headers", FROM_ELSEWHERE)
def test_what_another_site_sent_is_never_parked_and_takes_no_cookies_place(headers: dict[str, str]) -> None:
    answer = client_of().post(PAGE, data=FORM, headers=headers)
    assert (answer.status_code, answer.headers.get("Set-Cookie")) == (303, None)


@pytest.mark.parametrize("headers", FROM_ELSEWHERE)
def test_negative_control_without_the_look_at_where_it_came_from_it_would_be_parked(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parking, "is_own_form", lambda: True)
    assert "session=" in client_of().post(PAGE, data=FORM, headers=headers).headers["Set-Cookie"]


@pytest.mark.parametrize(("minutes", "good"), [(0, True), (29, True), (30, True), (31, False)])
def test_a_parked_form_is_offered_for_half_an_hour(minutes: int, good: bool) -> None:
    moment = NOW + timedelta(minutes=minutes)
    with parked():
        assert (find_parked(now=moment) is not None, parked_path(now=moment) is not None) == (good, good)


def test_a_parked_form_is_for_its_own_page() -> None:
    with parked(at="/learn/2/questions/2"):
        assert find_parked(now=NOW) is None
        drop_parked()
        assert parked_path(now=NOW) == "/learn/2/questions/2"
    with parked():
        drop_parked()
        assert (find_parked(now=NOW), parked_path(now=NOW)) == (None, None)


def test_the_form_sent_last_is_the_one_that_stays_parked() -> None:
    client = client_of()
    for number in (1, 2):
        client.post(f"/learn/2/questions/{number}", data=FORM)
    with client.session_transaction() as kept:
        assert kept[PARKED]["path"] == "/learn/2/questions/2"


def test_what_would_not_go_into_a_cookie_is_not_parked() -> None:
    with asked_for(method="POST", data={"answer": "x" * MOST_LETTERS}):
        assert not park_form(now=NOW)


def test_the_largest_form_that_is_parked_goes_into_a_cookie_with_all_else() -> None:
    noise = b85encode(b"".join(sha256(bytes([number])).digest() for number in range(60))).decode()
    largest = next(
        noise[:size] for size in range(MOST_LETTERS, 0, -1) if len(json.dumps({"a": [noise[:size]]})) <= MOST_LETTERS
    )
    client = client_of()
    with client.session_transaction() as kept:
        kept.update({"_user_id": "t" * 43, "csrf_token": "c" * 40, "pending": {"accounts": ["p" * 60] * 5}})
    cookie = client.post(PAGE, data={"a": largest}).headers["Set-Cookie"]
    assert len(cookie) < 4093
    with client.session_transaction() as kept:
        assert kept[PARKED]["fields"] == {"a": [largest]}


@pytest.mark.parametrize(("came_back", "stays"), [(True, True), (False, False)])
def test_only_who_came_back_finds_what_was_parked(came_back: bool, stays: bool) -> None:
    client = client_of(EVERYTHING)
    client.application.config["WTF_CSRF_ENABLED"] = False
    try:
        with client.session_transaction() as kept:
            kept.update({PARKED: {"path": PAGE}, "left": "over"})
        client.post(f"/account/sign-in/{STAFF.token}", query_string={"came_back": "1"} if came_back else {})
    finally:
        client.application.config["WTF_CSRF_ENABLED"] = True
    with client.session_transaction() as kept:
        assert (kept["_user_id"], PARKED in kept, "left" in kept) == (STAFF.token, stays, False)


def test_an_old_form_of_somebody_signed_in_is_parked_and_leads_to_its_page() -> None:
    client = client_of(STAFF)
    answer = client.post(PAGE, data=FORM)
    assert (answer.status_code, answer.location) == (303, PAGE)
    with client.session_transaction() as kept:
        assert (kept["_user_id"], kept[PARKED]["fields"]["answer"]) == (STAFF.token, ["a", "b"])


def test_another_sites_form_is_not_parked_for_somebody_signed_in() -> None:
    client = client_of(STAFF)
    answer = client.post(PAGE, data=FORM, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    with client.session_transaction() as kept:
        assert PARKED not in kept


def test_an_old_form_of_a_page_that_parks_nothing_is_explained() -> None:
    assert client_of(STAFF).post("/account/sign-out").status_code == 400


def test_signing_out_drops_what_is_parked() -> None:
    client = client_of(STAFF)
    client.post(PAGE, data=FORM)
    token = client.get("/account").text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/account/sign-out", data={"csrf_token": token})
    with client.session_transaction() as kept:
        assert dict(kept) == {}
