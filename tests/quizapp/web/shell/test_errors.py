import re

import pytest

from quizapp.web.shell.errors import PAGES, answer_unavailable
from tests.pages import PageClient
from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, client_of, shell_app


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL).split())


@pytest.mark.parametrize("code", sorted(PAGES))
def test_every_status_has_a_calm_page_with_a_number_to_quote(code: int) -> None:
    page = PageClient(client_of(STAFF)).get(f"/abort/{code}")
    assert page.status == code
    assert page.title == f"{page.heading} – Induction quiz"
    assert re.search(r"reference number: [2-9A-Z]{4}-[2-9A-Z]{4} \.", page.text)


@pytest.mark.parametrize(("code", "page"), [(401, "400"), (415, "400"), (418, "400"), (501, "500"), (502, "500")])
def test_a_rare_status_keeps_its_number_and_borrows_a_page(code: int, page: str) -> None:
    answer = client_of().get(f"/abort/{code}")
    model = client_of().get(f"/abort/{page}")
    assert answer.status_code == code
    assert words_of(answer.text)[:40] == words_of(model.text)[:40]


@pytest.mark.parametrize(
    ("what", "code", "words"),
    [
        ("not-found", 404, "There is no such quiz."),
        ("not-allowed", 403, "Your role does not include this."),
        ("conflict", 409, "You carried on somewhere else."),
        ("invalid", 400, "That is no date."),
    ],
)
def test_a_refusal_of_a_service_is_said_in_its_own_words(what: str, code: int, words: str) -> None:
    answer = client_of(STAFF).get(f"/refuse/{what}")
    assert answer.status_code == code
    assert words in answer.text


def test_a_defect_shows_no_trace_of_its_inside() -> None:
    answer = client_of(STAFF).get("/refuse/defect")
    assert answer.status_code == 500
    for inside in ("Traceback", "ZeroDivision", "scored 3", ".py", "quizapp"):
        assert inside not in answer.text


def test_a_wrong_method_says_which_are_right() -> None:
    answer = client_of(STAFF).get("/account/sign-out")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_wait_says_how_long() -> None:
    answer = client_of().get("/refuse/too-many")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


def test_a_database_that_is_away_is_said_without_asking_it() -> None:
    app = shell_app()
    cookie = client_of(EVERYTHING).get("/account").headers["Set-Cookie"]
    with app.test_request_context("/learn", headers={"Cookie": cookie}):
        page, code, headers = answer_unavailable(OSError())
    assert (code, headers) == (503, {"Retry-After": "30"})
    assert "Anything you sent just now was not" in page
    assert "Cara" not in page


def test_a_signed_in_person_keeps_the_menu_on_a_page_that_is_not_there() -> None:
    page = client_of(STAFF).get("/no/such/page").text
    assert "Asha Patel" in page
    assert 'href="/learn"' in page


def test_a_body_beyond_the_limit_is_not_read() -> None:
    answer = client_of().post("/account/sign-in/x", data={"password": "x" * 300_000})
    assert answer.status_code == 413
    assert "larger than this page can take" in answer.text
