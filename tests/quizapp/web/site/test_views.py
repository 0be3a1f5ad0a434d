import re

import pytest

from tests.pages import PageClient
from tests.quizapp.web.scenes.shell_app import STAFF, client_of, shell_app

FOREIGN = re.compile(r"""https?:|["'(]//|frutiger|NHS England|class="nhsuk-header__logo|M200 0v80""", re.IGNORECASE)
PAGES = ("/help", "/accessibility", "/privacy")


def words_of(page: str) -> str:
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", "<main" + main).split())


def test_the_address_of_the_service_leads_a_stranger_to_the_sign_in_page() -> None:
    assert client_of().get("/").location == "/account/sign-in"


def test_the_address_of_the_service_leads_home_who_is_signed_in() -> None:
    assert client_of(STAFF).get("/").location == "/account"


@pytest.mark.parametrize("address", PAGES)
def test_the_contact_is_the_organisation_where_it_is_known(address: str) -> None:
    assert "your learning and development team" in words_of(client_of().get(address).text)
    assert "the learning and development team at NHS Testshire" in words_of(client_of(STAFF).get(address).text)


@pytest.mark.parametrize("address", [*PAGES, "/", "/no/such/page", "/account", "/learn"])
def test_a_page_weighs_at_most_fourteen_kilobytes(address: str) -> None:
    assert len(client_of(STAFF).get(address).data) <= 14 * 1024


@pytest.mark.parametrize("address", [*PAGES, "/account"])
def test_a_first_visit_weighs_at_most_a_hundred_kilobytes(address: str) -> None:
    client = client_of(STAFF)
    page = client.get(address)
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
    sent = sum(len(client.get(file, headers={"Accept-Encoding": "gzip"}).data) for file in files)
    assert 30_000 < len(page.data) + sent <= 100 * 1024


def test_the_accessibility_statement_has_what_the_regulations_ask_for() -> None:
    words = words_of(client_of().get("/accessibility").text)
    for part in (
        "Feedback and contact information",
        "Enforcement procedure",
        "Equality and Human Rights Commission",
        "Accessibility Regulations 2018",
        "Compliance status",
        "version 2.2 AA",
        "Non-accessible content",
        "This statement was prepared on",
        "last tested on",
    ):
        assert part in words


def test_the_privacy_notice_says_who_sees_what() -> None:
    words = words_of(client_of().get("/privacy").text)
    assert "They cannot see your answers, or the scores of other tries." in words
    assert "The service uses one cookie." in words


def test_one_visit_gets_one_cookie_as_the_privacy_notice_says() -> None:
    client = client_of(STAFF)
    given = [
        cookie
        for address in (*PAGES, "/account", "/learn")
        for cookie in client.get(address).headers.getlist("Set-Cookie")
    ]
    assert {cookie.partition("=")[0] for cookie in given} == {"session"}
    assert not any("Max-Age" in cookie or "Expires" in cookie for cookie in given)


def test_the_health_check_is_plain_and_asks_no_database() -> None:
    answer = client_of().get("/health")  # the test application has no database at all
    assert (answer.status_code, answer.mimetype, answer.text) == (200, "text/plain", "ok\n")


def test_no_page_template_or_style_asks_another_host_or_shows_the_logo_or_the_font() -> None:
    app = shell_app()
    sources = [app.jinja_env.loader.get_source(app.jinja_env, name)[0] for name in _own_templates()]  # type: ignore[union-attr]
    files = [content.decode() for content in app.extensions["quizapp.assets"].files.values()]
    for text in (*sources, *files):
        plain = text.replace('xmlns="http://www.w3.org/2000/svg"', "")
        plain = re.sub(r'<a href="https://[^"]+" rel="external">', "", plain)  # a place to go to, not to load from
        assert not FOREIGN.search(plain)


def test_every_page_is_a_good_page() -> None:
    for visitor in (None, STAFF):
        pages = PageClient(client_of(visitor))
        for address in (*PAGES, "/no/such/page", "/refuse/conflict", "/refuse/defect"):
            assert pages.get(address).heading


def _own_templates() -> list[str]:
    return [name for name in shell_app().jinja_env.list_templates() if not name.startswith("nhsuk/")]
