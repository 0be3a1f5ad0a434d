"""A learner with a browser, from the sign-in page to the certificate, who presses what the pages offer."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin

from bench.journey.counting import STATEMENTS
from bench.journey.served import ADDRESS, HOST

SIGN_IN_PAGE, SIGN_IN, ABOUT, START = "sign-in page", "sign in, My learning", "before you start", "start, question 1"
ANSWER, LAST_ANSWER, QUESTION = "answer 1 to 7, explanation", "answer 8, explanation", "questions 2 to 8"
RESULT, CERTIFICATE = "result", "certificate"
QUESTIONS = 8
STEPS = (SIGN_IN_PAGE, SIGN_IN, ABOUT, START, ANSWER, QUESTION, LAST_ANSWER, RESULT, CERTIFICATE)
SAVES = (ANSWER, LAST_ANSWER)

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
LINE = re.compile(r'<select[^>]* name="([^"]+)"')
MOST_REDIRECTS = 5
Fields = Sequence[tuple[str, str]]
Answers = Mapping[int, tuple[str, ...]]
"""The right choices by place, for matching in the order of the lines."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One request and what came back; statements are 0 where the server does not count them."""

    method: str
    path: str
    status: int
    length: int
    is_page: bool
    statements: int


@dataclass(frozen=True, slots=True)
class Page:
    """Where a browser has arrived, and what it shows."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs in, and the network address they do it from."""

    email: str
    password: str
    address: str


class Browser:
    """One person's browser behind the proxy: keeps cookies and its connection, follows redirects, notes requests."""

    def __init__(self, port: int, *, address: str) -> None:
        self.hits: list[Hit] = []
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._address = address
        self._cookies: dict[str, str] = {}

    def open(self, path: str, form: Fields | None = None) -> Page:
        """Fetch a page, or send a form, and go where that leads; anything but a page in the end is an error."""
        method = "GET" if form is None else "POST"
        for _ in range(MOST_REDIRECTS):
            status, location, text = self._request(method, path, form)
            if status == 200:
                return Page(path, text)
            if status not in (302, 303) or location is None:
                break
            method, form = "GET", None
            path = urljoin(f"{ADDRESS}{path}", location).removeprefix(ADDRESS)
        raise RuntimeError(f"{method} {path} was answered {status}")

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _request(self, method: str, path: str, form: Fields | None) -> tuple[int, str | None, str]:
        headers = {
            "Host": HOST,
            "Accept": "text/html",
            "Accept-Language": "en-GB",
            "Sec-Fetch-Site": "same-origin",
            "User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile",
            "X-Forwarded-For": self._address,
            "X-Forwarded-Host": HOST,
            "X-Forwarded-Proto": "https",
        }
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, None if form is None else urlencode(form), headers)
        response = self._connection.getresponse()
        body = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: part.value for name, part in SimpleCookie(cookie).items()}
        statements = int(response.headers.get(STATEMENTS, "0"))
        is_page = response.status == 200 and response.headers.get_content_type() == "text/html"
        self.hits.append(Hit(method, path, response.status, len(body), is_page, statements))
        return response.status, response.headers.get("Location"), body.decode()


def walk(
    browser: Browser, person: Person, *, answers: Callable[[int], Answers], note: Callable[[str | None], None]
) -> None:
    """The whole journey; `note` hears of every step when it is over, and of None after what is no part of it."""
    page = browser.open("/sign-in")
    note(SIGN_IN_PAGE)
    page = browser.open(
        "/sign-in",
        [*hidden_fields(page.text, action="/sign-in"), ("email", person.email), ("password", person.password)],
    )
    note(SIGN_IN)
    page = browser.open(find_link(page.text, r"/learning/quizzes/\d+"))
    note(ABOUT)
    page = browser.open(page.path, hidden_fields(page.text, action=page.path))
    note(START)
    right = answers(int(page.path.split("/")[3]))
    assert len(right) == QUESTIONS, right
    note(None)
    for place in range(1, QUESTIONS + 1):
        page = browser.open(page.path, fill_in(page, right[place]))
        note(ANSWER if place < QUESTIONS else LAST_ANSWER)
        if place < QUESTIONS:
            page = browser.open(find_link(page.text, rf"/learning/attempts/\d+/questions/{place + 1}"))
            note(QUESTION)
    page = browser.open(find_link(page.text, r"/learning/attempts/\d+/result"))
    note(RESULT)
    browser.open(find_link(page.text, r"/learning/certificates/[^\"]+"))
    note(CERTIFICATE)


def hidden_fields(page: str, *, action: str) -> list[tuple[str, str]]:
    """What the page's form to an address carries along."""
    form = re.search(rf'<form [^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)
    if form is None:
        raise RuntimeError(f"there is no form to {action} on the page")
    return [(name, html.unescape(value)) for name, value in HIDDEN.findall(form.group())]


def fill_in(page: Page, chosen: Sequence[str]) -> list[tuple[str, str]]:
    """The form of a question with these choices made, in lists where it has lists."""
    names = LINE.findall(page.text) or ["answer"] * len(chosen)
    return [*hidden_fields(page.text, action=page.path), *zip(names, chosen, strict=True)]


def find_link(page: str, path: str) -> str:
    """The first link of a page to such a path."""
    found = re.search(rf'href="({path})"', page)
    if found is None:
        raise RuntimeError(f"there is no link to {path} on the page")
    return found.group(1)
