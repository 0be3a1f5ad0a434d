import re

import pytest

from tests.quizapp.web.scenes.shell_app import EVERYTHING, client_of

# One address for each status a page of the frame can have, signed in or not.
ADDRESSES = {
    "/help": 200,
    "/health": 200,
    "/account": 200,
    "/learn": 200,
    "/": 302,
    "/refuse/invalid": 400,
    "/refuse/not-allowed": 403,
    "/undeclared": 403,
    "/no/such/page": 404,
    "/refuse/not-found": 404,
    "/account/sign-out": 405,
    "/refuse/conflict": 409,
    "/abort/413": 413,
    "/abort/429": 429,
    "/refuse/defect": 500,
    "/abort/503": 503,
}


@pytest.mark.parametrize(("address", "status"), ADDRESSES.items())
def test_every_answer_carries_every_header_and_is_not_kept(address: str, status: int) -> None:
    answer = client_of(EVERYTHING).get(address)
    assert answer.status_code == status
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    for directive in ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert directive in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_redirect_to_the_sign_in_page_is_not_kept_either() -> None:
    answer = client_of().get("/learn")
    assert answer.status_code == 303
    assert answer.headers["Cache-Control"] == "no-store"
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]


def test_the_one_inline_script_is_allowed_by_a_word_that_is_new_every_time() -> None:
    client = client_of()
    words = set()
    for _ in range(2):
        answer = client.get("/help")
        (word,) = re.findall(r'<script nonce="([^"]+)">', answer.text)
        assert f"script-src 'self' 'nonce-{word}';" in answer.headers["Content-Security-Policy"]
        words.add(word)
    assert len(words) == 2


def test_no_page_has_a_second_inline_script_or_any_inline_style() -> None:
    for address in ADDRESSES:
        page = client_of(EVERYTHING).get(address).text
        assert page.count("<script nonce=") <= 1
        assert not re.search(r"<script>|<style|\sstyle=|\son[a-z]+=|javascript:", page)


@pytest.mark.parametrize("secure", [True, False])
def test_https_alone_is_asked_for_only_where_cookies_need_it(secure: bool) -> None:
    answer = client_of(cookie_secure=secure).get("/help")
    assert ("Strict-Transport-Security" in answer.headers) is secure


@pytest.mark.parametrize(("secure", "name"), [(True, "__Host-session"), (False, "session")])
def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(secure: bool, name: str) -> None:
    (cookie,) = client_of(EVERYTHING, cookie_secure=secure).get("/account").headers.getlist("Set-Cookie")
    assert cookie.startswith(f"{name}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert ("Secure" in cookie) is secure
