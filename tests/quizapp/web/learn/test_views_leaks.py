"""Before the answer a page says nothing about what is right, neither in words nor in its make-up."""

import re
from collections.abc import Iterator

import pytest

from question_bank.model import Proof
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import LINE_MARK, WHY_MARK, School, next_address

TELLS = (WHY_MARK, LINE_MARK, "The page says so", "The page lists this", "page's words for", *Proof)
# What differs between two options by right: the token, the number in the id, the words.
ALLOWED = re.compile(r'(?:value|id|for)="[^"]*"|>[^<]*<')


@pytest.fixture
def pages(school: School) -> PageClient:
    return school.pages()


def questions(school: School, pages: PageClient) -> Iterator[tuple[Page, Page]]:
    """Each question of an attempt, and its explanation."""
    page = school.start(pages)
    while "/questions/" in page.path:
        explained = pages.submit(page, school.answer(page))
        yield page, explained
        page = pages.get(next_address(explained))


def leaks(page: Page) -> list[str]:
    """Marks that may be nowhere in a response: body, headers, cookies."""
    whole = f"{page.html}\n{page.response.headers}".lower()
    return [tell for tell in TELLS if tell.lower() in whole]


def make_up(page: Page) -> set[str]:
    """The markup of each option without what may differ."""
    rows = page.soup.select("main .nhsuk-radios__item, main .nhsuk-checkboxes__item, main option[value]")
    return {ALLOWED.sub("", str(row)) for row in rows if "Choose an answer" not in str(row)}


def test_no_question_holds_a_reason_a_proof_or_a_line(school: School, pages: PageClient) -> None:
    for asked, _ in questions(school, pages):
        assert leaks(asked) == []


def test_a_mark_is_seen_once_the_answer_is_in(school: School, pages: PageClient) -> None:
    assert all(leaks(explained) for _, explained in questions(school, pages))


def test_a_refused_answer_tells_no_more_than_the_question(school: School, pages: PageClient) -> None:
    refused = pages.submit(school.start(pages))
    assert refused.title.startswith("Error")
    assert leaks(refused) == []


def test_all_options_of_a_question_have_the_same_markup(school: School, pages: PageClient) -> None:
    for asked, _ in questions(school, pages):
        assert len(make_up(asked)) == 1


def test_tokens_say_nothing(school: School, pages: PageClient) -> None:
    for asked, _ in questions(school, pages):
        tokens = [str(tag["value"]) for tag in asked.soup.select("main input[name=answer], main option[value]")]
        assert all(re.fullmatch(r"[0-9a-f]{8}|", token) for token in tokens)


def test_a_question_of_an_open_attempt_is_explained_nowhere_else(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    attempt = first.path.removesuffix("/questions/1")
    for rest in ("", "/result", "/review", "/questions/2", "/questions/8"):
        page = pages.get(attempt + rest, follow=True)
        assert (page.path, leaks(page)) == (first.path, [])
