import pytest

from quizapp.access.permissions import Permission
from quizapp.services.errors import NotAllowed
from quizapp.web.shell.guard import check_permission, current_actor, permission_of, requires
from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, VISITORS, client_of, shell_app


def test_a_view_keeps_its_own_self_and_gains_a_permission() -> None:
    def view() -> str:
        return "page"

    declared = requires(Permission.SEE_TEAM)(view)
    assert declared is view
    assert getattr(declared, "permission", None) is Permission.SEE_TEAM


def test_every_endpoint_of_the_service_itself_declares_its_permission() -> None:
    app = shell_app()
    silent = [endpoint for endpoint in sorted(app.view_functions) if permission_of(app, endpoint) is None]
    assert silent == ["team.undeclared"]


def test_what_nobody_declared_is_refused_to_everybody() -> None:
    for visitor in (None, STAFF, EVERYTHING):
        answer = client_of(visitor).get("/undeclared")
        assert answer.status_code == 403
        assert "nobody said" not in answer.text


def test_a_public_page_is_open_to_all() -> None:
    for visitor in (None, STAFF):
        assert client_of(visitor).get("/help").status_code == 200


def test_who_is_not_signed_in_goes_to_the_sign_in_page_and_back() -> None:
    answer = client_of().get("/learn/2?from=mail")
    assert (answer.status_code, answer.location) == (303, "/account/sign-in?next=%2Flearn%2F2%3Ffrom%3Dmail")


def test_a_form_is_not_an_address_to_come_back_to() -> None:
    answer = client_of().post("/account/sign-out")
    assert (answer.status_code, answer.location) == (303, "/account/sign-in?unsent=1")


def test_whose_session_has_ended_is_told_so() -> None:
    client = client_of(STAFF)
    with client.session_transaction() as session:
        session["_user_id"] = "ended-on-the-server"
    assert client.get("/learn").location == "/account/sign-in?ended=1&next=%2Flearn"
    assert client.post("/account/sign-out").location == "/account/sign-in?ended=1&unsent=1"


def test_a_role_that_does_not_reach_the_page_is_refused() -> None:
    assert client_of(STAFF).get("/team").status_code == 403
    assert client_of(EVERYTHING).get("/team").status_code == 200


def test_a_session_that_ends_on_the_server_ends_at_the_next_request(monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(STAFF)
    assert client.get("/learn").status_code == 200
    monkeypatch.delitem(VISITORS, STAFF.token)
    assert client.get("/learn").status_code == 303


def test_the_actor_is_the_person_behind_the_request() -> None:
    app = shell_app()
    with app.test_request_context(), pytest.raises(NotAllowed):
        current_actor()
    cookie = client_of(STAFF).get("/account").headers["Set-Cookie"]
    with app.test_request_context("/account", headers={"Cookie": cookie}):
        assert current_actor() == STAFF.actor


def test_an_address_that_is_not_there_needs_no_permission() -> None:
    with shell_app().test_request_context("/no/such/page"):
        assert check_permission() is None
