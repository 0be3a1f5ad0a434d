import pytest

from quizapp.web.shell.sessions import next_path
from tests.quizapp.web.scenes.shell_app import STAFF, client_of

TRICKS = [
    *("/.//evil.example", "/..//evil.example", "/a//b", "/a/../b", "/a/./b"),
    *("//evil.example", "///evil.example", "////evil.example/x", "//evil.example/learn", "//", "///"),
    *("/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "/learn\\@evil.example"),
    *("https://evil.example", "http:evil.example", "https:/evil.example", "HTTPS://evil.example", "//evil%2eexample"),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "mailto:a@b", "file:///etc"),
    *("/%09/evil.example", "/%2f/evil.example", "/%5cevil.example", "/%2F%2Fevil.example", "/%0d%0aLocation:x"),
    *("/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "\t//evil.example", " //evil.example", "/ /x"),
    *("/@evil.example", "/learn@evil.example", "user@evil.example", "https://localhost@evil.example", "/:80"),
    *("/learn#//evil.example", "#", "?next=x", "", " ", "learn", "./learn", "../learn", "evil.example", "*"),
    *("/learn?x=https://evil.example", "/learn?x=<script>", '/learn?x="', "/learn?x='", "/learn?a b", "/learn??"),
    *("/é", "/ｅvil", "/\u2028x", "/\u00a0", "/\ufeff", "/xn--\u0131", "/。example", "/learn\x00", "\x00/learn"),
    *("/learn;x", "/learn|x", "/learn{x}", "/learn[x]", "/learn^x", "/learn`x`", "/learn$x", "/learn!", "/(x)"),
    *(
        "/learn?x=[1]",
        "/learn?x=a:b",
        "/learn?@evil.example",
        "/learn?\\evil",
        "/learn?x=\t",
        "/learn:8000",
        "/learn,x",
    ),
    *(
        "ws://evil.example",
        "//evil.example:443",
        "//[::1]/",
        "/[::1]",
        "//user:word@evil.example",
        "blob:x",
        "about:blank",
    ),
    *("/" + "a" * 500, "/learn?x=" + "y" * 500, "/,", "/*", "/'", '/"', "/<", "/>", "/%", "/%00", "/%2e%2e", "/%ff"),
    *("/=", "/+", "/&", "/learn?x=%\n", "//localhost", "http://localhost/learn", "//127.0.0.1", "/\x0b/evil.example"),
]


@pytest.mark.parametrize("address", ["/", "/learn", "/learn/12", "/learn?from=mail&x=1", "/a/b-c_d.e~f", "/x?y=%20"])
def test_a_page_of_ours_can_be_gone_back_to(address: str) -> None:
    assert next_path(address) == address


def test_over_a_hundred_tricks_are_tried() -> None:
    assert len(set(TRICKS)) >= 100


@pytest.mark.parametrize("trick", [None, *TRICKS])
def test_anything_else_is_not_followed(trick: str | None) -> None:
    assert next_path(trick) is None


@pytest.mark.parametrize("trick", TRICKS)
def test_no_address_sends_a_stranger_elsewhere(trick: str) -> None:
    answer = client_of().get("/learn/x", query_string={"next": trick})
    assert answer.status_code == 303
    assert answer.location.startswith("/account/sign-in?next=%2Flearn%2Fx")


def test_the_cookie_holds_a_token_and_the_forms_secret_and_nothing_else() -> None:
    client = client_of(STAFF)
    client.get("/account")
    with client.session_transaction() as session:
        assert sorted(session) == ["_user_id", "csrf_token"]
        assert session["_user_id"] == STAFF.token


def test_signing_out_takes_everything_from_the_browser() -> None:
    client = client_of(STAFF)
    with client.session_transaction() as session:
        session["left"] = "over"
    token = client.get("/account").text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/account/sign-out", data={"csrf_token": token})
    with client.session_transaction() as session:
        assert dict(session) == {}


def test_a_token_that_opens_nothing_signs_nobody_in_or_out() -> None:
    client = client_of(STAFF)
    token = client.get("/account").text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post("/account/sign-in/no-such-token", data={"csrf_token": token})
    assert answer.status_code == 403
    assert client.get("/account").status_code == 200


def test_a_cookie_to_stay_signed_in_is_not_looked_at() -> None:
    client = client_of(None)
    client.set_cookie("remember_token", "a|é")
    assert client.get("/help").status_code == 200
