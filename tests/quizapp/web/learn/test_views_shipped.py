"""The values to read, and the review between tries, with the two pages that are shipped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import clock
from tests.builders import NOW
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import MERSEY_CARE, SOMERSET, School, open_shipped
from tests.support.databases import SqliteDatabases

BYTES = 14 * 1024


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    folder: Path = tmp_path_factory.mktemp("shipped")
    return SqliteDatabases(folder)


@pytest.fixture
def shipped(
    copies: SqliteDatabases, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[School]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with open_shipped(copies, request.param) as school:
        yield school


def values_page(school: School, pages: PageClient) -> Page:
    return pages.get(f"/learning/quizzes/{school.assignment()}/values")


def review_after(school: School, pages: PageClient, *, wrong: int) -> Page:
    result = school.sit(pages, school.start(pages), wrong=wrong)
    return pages.get(str(result.one("main a.nhsuk-button")["href"]))


@pytest.mark.parametrize("shipped", [SOMERSET], indirect=True)
def test_the_page_of_nhs_somerset_is_read_in_its_own_words(shipped: School) -> None:
    page = values_page(shipped, shipped.pages())
    assert page.heading == "Our values in 2 minutes"
    assert page.all_words("main h2, main h3") == [
        "Our vision",
        "Our values",
        "Quality Improvement",
        "Integrated Working",
        "Personal Integrity",
        "More of what we do",
        "Self Awareness",
    ]
    assert "are honest and transparent and are not afraid to say if we have made a mistake" in page.all_words("main li")
    assert page.one("main a[rel=external]")["href"] == "https://values.example/page"


@pytest.mark.parametrize("shipped", [MERSEY_CARE], indirect=True)
def test_the_page_of_mersey_care_is_read_with_its_definitions(shipped: School) -> None:
    page = values_page(shipped, shipped.pages())
    assert page.all_words("main h3") == [
        "Continuous improvement",
        "Accountability",
        "Respect",
        "Enthusiasm",
        "Support",
    ]
    assert "how we treat others in an inclusive and supportive way" in page.all_words("main p")


@pytest.mark.parametrize("shipped", [SOMERSET, MERSEY_CARE], indirect=True)
def test_the_values_can_be_skipped_and_lead_on_to_the_questions(shipped: School) -> None:
    pages = shipped.pages()
    start = pages.get(f"/learning/quizzes/{shipped.assignment()}")
    link = next(one for one in start.soup.select("main a") if one.get_text() == "Read our values first, in 2 minutes")
    page = pages.get(str(link["href"]))
    assert page.all_words("main button") == ["Skip to the questions", "Start the quiz"]
    for number in range(2):
        assert pages.submit(page, form=f"main form:nth-of-type({number + 1})").words("#progress") == "Question 1 of 8"
    assert values_page(shipped, pages).all_words("main button") == [
        "Go back to the questions",
        "Carry on with the quiz",
    ]


@pytest.mark.parametrize("shipped", [SOMERSET, MERSEY_CARE], indirect=True)
def test_a_review_of_everything_says_what_the_page_says_of_each_value_and_stays_light(shipped: School) -> None:
    pages = shipped.pages()
    review = review_after(shipped, pages, wrong=8)
    values = values_page(shipped, pages)
    named = [name for name in values.all_words("main h3") if name != "More of what we do"]
    assert review.all_words("main h2")[: len(named)] == named
    assert len(review.soup.select("main .app-options")) == 8
    assert review.all_words("main button") == ["Try again"]
    assert values.soup.select("main form") == []
    assert max(len(page.response.data) for page in (review, values)) <= BYTES


@pytest.mark.parametrize("shipped", [SOMERSET], indirect=True)
def test_the_result_leads_to_the_part_of_the_review(shipped: School) -> None:
    pages = shipped.pages()
    result = shipped.sit(pages, shipped.start(pages), wrong=3)
    links = [str(one["href"]) for one in result.soup.select("main ul a")]
    assert links
    for link in links:
        address, _, anchor = link.partition("#")
        assert pages.get(address).soup.find(id=anchor) is not None
