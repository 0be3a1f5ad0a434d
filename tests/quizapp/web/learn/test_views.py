"""From My learning to the certificate, as a learner reads the pages."""

import pytest

from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import ASHA, BEN, CYD, DEE, School, next_address


@pytest.fixture
def pages(school: School) -> PageClient:
    return school.pages()


def test_my_learning_leads_to_the_quiz(pages: PageClient) -> None:
    page = pages.get("/learning")
    assert page.heading == "My learning"
    assert page.all_words("main .nhsuk-tag") == ["Not started"]
    assert "Due by Tuesday 28 July 2026." in page.text
    assert pages.get(str(page.one("main a.nhsuk-button")["href"])).heading == "Our values"


def test_somebody_without_a_quiz_is_told_so(school: School) -> None:
    assert "You have no quiz at the moment" in school.pages(DEE).get("/learning").text


def test_the_whole_way_to_the_certificate(school: School, pages: PageClient) -> None:
    result = school.sit(pages, school.start(pages), wrong=1)
    assert (result.heading, result.words(".nhsuk-panel__body")) == ("You passed", "You got 7 of 8")
    certificate = pages.get(str(result.one("main a.nhsuk-button")["href"]))
    assert certificate.words(".app-certificate__person") == "Asha Rahman"
    assert "Asha" not in certificate.title
    assert "30 June 2026" in certificate.text
    assert "7 of 8" not in certificate.text
    home = pages.get("/learning")
    assert home.all_words("main .nhsuk-tag") == ["Passed"]
    assert "You passed on 30 June 2026." in home.text


def test_who_has_passed_is_told_the_day_and_cannot_start(school: School, pages: PageClient) -> None:
    school.sit(pages, school.start(pages))
    page = pages.get(f"/learning/quizzes/{school.assignment()}")
    assert "You passed this quiz on 30 June 2026. You do not need to do it again." in page.text
    assert page.soup.select("main form") == []
    assert page.words("main a.nhsuk-button") == "See your certificate"


def test_an_answer_is_explained_before_the_next_question(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    wrong = pages.submit(first, school.answer(first, right=False))
    assert (wrong.heading, wrong.words(".app-progress")) == ("Not quite", "Question 1 of 8")
    assert wrong.path == first.path
    assert "You chose this. It is not right. The page lists this elsewhere" in wrong.text
    assert "Line 20 of “Our values”" in wrong.text
    assert wrong.one("main a[rel=external]")["href"] == "https://values.example/page"
    second = pages.get(next_address(wrong))
    assert pages.submit(second, school.answer(second)).heading == "That is right"


def test_every_kind_of_question_says_what_it_wants_and_what_came_of_it(school: School, pages: PageClient) -> None:
    page = school.start(pages)
    hints, parts = set(), set()
    while "/questions/" in page.path:
        hints |= set(page.all_words("#answer-hint"))
        answer = school.answer(page)
        last = list(answer)[-1]
        spoilt = {**answer, last: [*answer[last][:-1], school.answer(page, right=False)[last][-1]]}
        page = pages.submit(page, spoilt)
        parts.add(page.heading)
        page = pages.get(next_address(page))
    assert hints == {"Select the words that fill the gap.", "Choose one answer for every line."}
    assert parts == {"Partly right", "Not quite"}
    assert "You got 0 of 8 and need 7." in page.text


def test_a_gap_is_heard_as_well_as_seen(school: School, pages: PageClient) -> None:
    page = school.start(pages)
    while not page.soup.select(".app-gap"):
        page = pages.get(next_address(pages.submit(page, school.answer(page))))
    assert "we gap it today" in page.heading
    assert "____" not in page.html


@pytest.mark.parametrize("wrong", [2, 8])
def test_not_passing_leads_to_a_review_and_another_try(school: School, pages: PageClient, wrong: int) -> None:
    result = school.sit(pages, school.start(pages), wrong=wrong)
    assert result.heading == "You have not passed yet"
    assert f"You got {8 - wrong} of 8 and need 7." in result.text
    review = pages.get(str(result.one("main a.nhsuk-button")["href"]))
    assert len(review.soup.select(".app-missed .app-options")) == wrong
    again = pages.submit(review)
    assert again.words(".app-progress") == "Question 1 of 8"
    assert again.path != result.path
    assert pages.get("/learning").all_words("main .nhsuk-tag") == ["In progress"]


def test_each_time_is_met_with_other_words(school: School, pages: PageClient) -> None:
    page, said = school.start(pages), []
    for _ in range(3):
        page = school.sit(pages, page, wrong=2)
        said.append(page.all_words("main p"))
        page = pages.submit(pages.get(str(page.one("main a.nhsuk-button")["href"])))
    assert len({tuple(words) for words in said}) == 3
    assert any("Lots of people find these questions tricky" in words for words in said[2])


def test_the_start_page_says_where_one_is(school: School, pages: PageClient) -> None:
    address = f"/learning/quizzes/{school.assignment()}"
    assert pages.get(address).words("main button") == "Start the quiz"
    first = school.start(pages)
    assert pages.get(address).words("main button") == "Carry on"
    school.sit(pages, first, wrong=8)
    page = pages.get(address)
    assert page.words("main a.nhsuk-button") == "Look again at what you missed"
    assert page.soup.select("main button") == []
    assert "Last time you got 0 of 8." in page.text


def test_only_the_last_question_leads_to_the_result(school: School, pages: PageClient) -> None:
    result = school.sit(pages, school.start(pages))
    attempt = result.path.removesuffix("/result")
    texts = [pages.get(f"{attempt}/questions/{number}").words("main a.nhsuk-button") for number in range(1, 9)]
    assert texts == ["Next question"] * 7 + ["See your result"]


def test_somebody_elses_attempt_is_not_found(school: School, pages: PageClient) -> None:
    attempt = school.sit(pages, school.start(pages)).path.removesuffix("/result")
    for other in (school.pages(BEN), school.pages(CYD, organisation_id=2)):
        for rest in ("", "/questions/1", "/questions/9", "/result", "/review"):
            assert other.get(attempt + rest).status == 404


def test_somebody_elses_quiz_answer_and_certificate_are_not_found(school: School, pages: PageClient) -> None:
    first = school.start(pages)
    ben = school.pages(BEN)
    token = ben.get("/learning").one("header input[name=csrf_token]")["value"]
    assert ben.post(first.path, {**school.answer(first), "csrf_token": str(token)}).status == 404
    assert ben.get(f"/learning/quizzes/{school.assignment(ASHA)}").status == 404
    certificate = str(school.sit(pages, first).one("main a.nhsuk-button")["href"])
    assert pages.get(certificate.lower()).status == 200
    assert ben.get(certificate).status == 404


@pytest.mark.parametrize(
    "address",
    [
        "/learning/attempts/999999",
        "/learning/attempts/99999999999999999999",
        "/learning/attempts/1/questions/0",
        "/learning/quizzes/99999999999999999999",
        "/learning/certificates/AAAA-BBBB-CCCC",
        "/learning/certificates/%00",
        "/learning/certificates/x",
    ],
)
def test_an_address_that_leads_nowhere_is_not_found(pages: PageClient, address: str) -> None:
    assert pages.get(address).status == 404


def test_a_page_belongs_to_no_address_before_signing_in(school: School) -> None:
    page: Page = PageClient(school.app.test_client()).get("/learning/attempts/1/questions/1")
    assert page.location == "/sign-in?next=%2Flearning%2Fattempts%2F1%2Fquestions%2F1"


def test_asking_for_the_head_of_a_page_starts_nothing(school: School, pages: PageClient) -> None:
    assert pages.client.head(f"/learning/quizzes/{school.assignment()}").status_code == 200
    assert pages.get("/learning").all_words("main .nhsuk-tag") == ["Not started"]
