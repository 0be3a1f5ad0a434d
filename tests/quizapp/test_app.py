from dataclasses import replace
from typing import Any

import pytest
from flask import Flask, request
from sqlalchemy.exc import OperationalError

from quizapp.app import create_app
from quizapp.config import Environment
from quizapp.storage.db import db
from quizapp.web.register import PAGES
from quizapp.web.site.views import bp as site
from tests.quizapp.web.scenes.shell_app import CONFIG, STAFF, VISITORS, account, client_of, learn, shell_app


def test_the_real_service_wires_up_from_its_settings_alone() -> None:
    app = create_app(CONFIG)
    assert {bp.name for bp in PAGES} <= set(app.blueprints)
    assert app.extensions["quizapp.config"] is CONFIG
    assert app.test_client().get("/health").text == "ok\n"


def test_only_a_configured_proxy_may_say_where_a_request_came_from() -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
    seen: dict[int, tuple[str | None, str, str]] = {}
    for hops in (0, 1):
        app = create_app(replace(CONFIG, proxy_hops=hops), pages=[site, account, learn], load_session=VISITORS.get)

        def note(hops: int = hops) -> None:
            seen[hops] = (request.remote_addr, request.scheme, request.host)

        app.before_request(note)
        app.test_client().get("/help", headers=forged)
    assert seen == {0: ("127.0.0.1", "http", "localhost"), 1: ("203.0.113.9", "https", "evil.example")}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("quiz.example.nhs.uk", 200),
        ("localhost", 200),
        ("evil.example", 400),
        ("quiz.example.nhs.uk.evil.example", 400),
    ],
)
def test_a_host_that_is_not_ours_is_refused_with_a_plain_page(host: str, status: int) -> None:
    client = client_of(trusted_hosts=("quiz.example.nhs.uk", "localhost"))
    answer = client.get("/help", base_url=f"http://{host}")
    assert answer.status_code == status
    assert host not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_earlier_key_still_opens_cookies() -> None:
    cookie = client_of(STAFF).get("/account").headers["Set-Cookie"].partition(";")[0]
    new_key = "z" + CONFIG.secret_key
    for fallbacks, status in (((CONFIG.secret_key,), 200), ((), 303)):
        app = shell_app(secret_key=new_key, secret_key_fallbacks=fallbacks)
        assert app.test_client(use_cookies=False).get("/account", headers={"Cookie": cookie}).status_code == status


def engine_options(**changes: Any) -> dict[str, Any]:
    options: dict[str, Any] = shell_app(**changes).config["SQLALCHEMY_ENGINE_OPTIONS"]
    return options


def test_the_database_never_quotes_values_in_its_errors() -> None:
    app = shell_app()
    with app.app_context():
        assert db.engine.hide_parameters


def test_behind_a_pooler_statements_are_not_prepared() -> None:
    url = "postgresql+psycopg://quiz@localhost/quiz"
    assert "connect_args" not in engine_options(database_url=url)
    assert engine_options(database_url=url)["pool_pre_ping"]
    assert engine_options(database_url=url, database_prepare=False)["connect_args"] == {"prepare_threshold": None}


def broken_app() -> Flask:
    def load(_token: str) -> None:
        raise OperationalError("SELECT 1", {}, OSError("database is locked"))

    return create_app(CONFIG, pages=[site, account, learn], load_session=load)


def test_a_database_that_is_away_is_an_honest_page_and_not_a_sign_out(capsys: pytest.CaptureFixture[str]) -> None:
    client = broken_app().test_client()
    with client.session_transaction() as session:
        session["_user_id"] = STAFF.token
    answer = client.get("/learn")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert "Set-Cookie" not in answer.headers
    assert client.get("/learn").status_code == 503
    assert '"event": "database away"' in capsys.readouterr().err


def test_pages_without_a_person_work_while_the_database_is_away() -> None:
    client = broken_app().test_client()
    assert client.get("/help").status_code == 200
    assert client.get("/health").status_code == 200


def test_the_environment_of_tests_is_the_only_one_that_passes_errors_on() -> None:
    for environment in Environment:
        app = create_app(replace(CONFIG, environment=environment))
        assert app.testing is (environment is Environment.TEST)
        assert not app.debug


def test_every_address_of_the_service_answers_a_stranger_with_all_headers_and_changes_nothing() -> None:
    app = create_app(CONFIG)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        values: dict[str, Any] = {**dict.fromkeys(rule.arguments, 1), **(rule.defaults or {})}
        for method in ("GET", "POST", "DELETE"):
            with app.test_request_context():
                address = app.url_for(rule.endpoint, **values)
            answer = client.open(address, method=method)
            assert answer.status_code < 500 or answer.status_code == 503, f"{method} {address}"
            assert answer.status_code in (303, 400, 405) or method == "GET", f"{method} {address}"
            for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"):
                assert name in answer.headers, f"{method} {address} lacks {name}"
            stored = rule.endpoint == "assets.file" and answer.status_code == 200
            assert stored or answer.headers["Cache-Control"] == "no-store", f"{method} {address}"
