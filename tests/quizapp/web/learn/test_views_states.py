"""My learning, the page before the start and the result, in every state a quiz can have for its owner."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from quizapp import clock
from quizapp.access.policy import console
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.people import absences, people
from quizapp.services.quizzes import assignments, quizzes, withdrawals
from tests.builders import NOW
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import ASHA, School, next_address

OPERATOR = console(1, "tests")
Change = Callable[[int], None]


def change(school: School, what: Change, email: str = ASHA) -> None:
    """Let an administrator change something about somebody."""
    with school.app.app_context():
        what(people.find_by_email(OPERATOR, email).id)


def leave(person_id: int) -> None:
    people.end_post(OPERATOR, person_id, last_day=date(2026, 6, 29), now=NOW)


def be_away(person_id: int) -> None:
    kind = AbsenceKind.PARENTAL
    absences.record_absence(OPERATOR, person_id, kind=kind, from_date=date(2026, 6, 15), returns_on=None, now=NOW)


def publish(recipe: QuizBlueprint, title: str = "Our values") -> Change:
    def publish_for(person_id: int) -> None:
        published = quizzes.publish_quiz(OPERATOR, title, document_title="Our values", recipe=recipe, now=NOW)
        audience = assignments.Audience(emails=(ASHA,))
        assignments.assign_quiz(OPERATOR, published.quiz.id, audience=audience, now=NOW)

    return publish_for


def withdraw(_person_id: int) -> None:
    withdrawals.withdraw_quiz(OPERATOR, 1, now=NOW)


def start_page(school: School, pages: PageClient) -> Page:
    return pages.get(f"/learning/quizzes/{school.assignment()}")


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_several_quizzes_stand_one_below_the_other(school: School) -> None:
    change(school, publish(QuizBlueprint(length=4), "Our promise"))
    page = school.pages().get("/learning")
    assert page.all_words("main h2") == ["Our values", "Our promise"]
    assert page.all_words("main a.nhsuk-button") == ["Start : Our values", "Start : Our promise"]


def test_who_has_left_has_no_quiz_and_keeps_the_certificate(school: School) -> None:
    pages = school.pages()
    school.sit(pages, school.start(pages))
    before = start_page(school, pages).path
    change(school, leave)
    home = pages.get("/learning")
    assert "Your last working day here has passed, so you have no quiz to do." in home.text
    assert home.all_words("main h2") == ["Your certificates"]
    assert home.all_words("main li") == ["Our values , passed on 30 June 2026"]
    assert pages.get(str(home.one("main li a")["href"])).status == 200
    start = pages.get(before)
    assert "Your certificates stay under My learning." in start.text
    assert start.soup.select("main form") == []


def test_who_has_left_in_the_middle_cannot_begin_again(school: School) -> None:
    pages = school.pages()
    page = start_page(school, pages)
    change(school, leave)
    refused = pages.submit(page)
    assert "You have left the organisation, so there is no quiz to do." in refused.text
    assert refused.soup.select("main form") == []


def test_nobody_away_is_asked_for_anything(school: School) -> None:
    change(school, be_away)
    pages = school.pages()
    for page in (pages.get("/learning"), start_page(school, pages)):
        assert "You do not need to do this while you are away." in page.text
        assert "ue by" not in page.text
    assert pages.submit(start_page(school, pages)).words("#progress") == "Question 1 of 8"


def test_nobody_is_asked_for_anything_before_the_first_day(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    before = datetime(2026, 5, 29, 9, tzinfo=UTC)
    at(monkeypatch, before)
    pages = school.pages(now=before)
    for page in (pages.get("/learning"), start_page(school, pages)):
        assert "You do not need to do this before you start on Monday 1 June 2026." in page.text


def test_a_pass_with_an_end_says_until_when_and_is_renewed_in_time(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(school, publish(QuizBlueprint(valid_months=6)))
    pages = school.pages()
    result = school.sit(pages, school.start(pages))
    assert "It is valid until 30 December 2026." in result.text
    page = start_page(school, pages)
    assert "You can take the quiz again from 1 October 2026." in page.text
    assert page.soup.select("main form") == []
    later = NOW + timedelta(days=120)
    at(monkeypatch, later)
    pages = school.pages(now=later)
    home = pages.get("/learning")
    assert home.all_words("main .nhsuk-tag") == ["Expiring"]
    assert home.words("main a.nhsuk-button") == "Take the quiz again : Our values"
    again = pages.submit(pages.get(str(home.one("main a.nhsuk-button")["href"])))
    assert again.words("#progress") == "Question 1 of 8"
    assert pages.get("/learning").all_words("main .nhsuk-tag") == ["In progress"]
    school.sit(pages, again)
    renewed = pages.get("/learning")
    assert renewed.all_words("main .nhsuk-tag") == ["Passed"]
    assert "Your pass is valid until 28 April 2027." in renewed.text
    assert renewed.all_words("main h2") == ["Our values", "Your earlier certificates"]


def test_the_day_of_a_pass_is_the_organisations_own_on_every_page(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight in British summer
    at(monkeypatch, late)
    pages = school.pages(now=late)
    result = school.sit(pages, school.start(pages))
    certificate = pages.get(str(result.one("main a.nhsuk-button")["href"]))
    for page in (pages.get("/learning"), start_page(school, pages), certificate):
        assert "1 July 2026" in page.text
        assert "30 June" not in page.text


def test_a_test_reads_as_a_test_from_the_start_to_the_explanations(school: School) -> None:
    change(school, publish(QuizBlueprint(mode=Mode.TEST)))
    pages = school.pages()
    start = start_page(school, pages)
    assert "You can change your answers until you hand them in." in start.text
    assert "first answer counts" not in start.text
    page = pages.submit(start)
    for number in range(1, 9):
        assert page.words("main button") == "Save and continue"
        page = pages.submit(page, school.answer(page, right=number > 2))
    assert page.heading == "Check your answers"
    result = pages.submit(page)
    assert result.heading == "You have not passed yet"
    link = next(one for one in result.soup.select("main a") if one.get_text().startswith("See all 8 questions"))
    page = pages.get(str(link["href"]))
    headings = [page.heading]
    while "/questions/" in (onward := next_address(page)):
        page = pages.get(onward)
        headings.append(page.heading)
    assert headings == ["Not quite"] * 2 + ["That is right"] * 6
    assert pages.get(onward).heading == "You have not passed yet"


def test_an_earlier_try_says_that_it_is_one(school: School) -> None:
    pages = school.pages()
    first = school.sit(pages, school.start(pages), wrong=8)
    review = pages.get(str(first.one("main a.nhsuk-button")["href"]))
    school.sit(pages, pages.submit(review))
    earlier = pages.get(first.path)
    assert (earlier.heading, earlier.soup.select("main a.nhsuk-button")) == ("An earlier try", [])
    assert pages.get(review.path).soup.select("main form") == []


def test_the_third_review_offers_something_to_talk_about(school: School) -> None:
    pages = school.pages()
    page, offered = school.start(pages), []
    for _ in range(3):
        result = school.sit(pages, page, wrong=2)
        review = pages.get(str(result.one("main a.nhsuk-button")["href"]))
        offered.append("Talk it through" in review.all_words("main h2"))
        page = pages.submit(review)
    assert offered == [False, False, True]


def test_a_page_without_values_still_leads_to_the_questions(school: School) -> None:
    pages = school.pages()
    page = pages.get(f"/learning/quizzes/{school.assignment()}/values")
    assert "This page has no vision and no list of values" in page.text
    assert page.one("main a[rel=external]")["href"] == "https://values.example/page"
    assert pages.submit(page).words("#progress") == "Question 1 of 8"


def test_what_is_open_of_a_withdrawn_quiz_is_gone_on_with_and_earns_its_certificate(school: School) -> None:
    pages = school.pages()
    first = school.start(pages)
    change(school, withdraw)
    home = pages.get("/learning")
    assert "This quiz has been withdrawn. You can finish what you have begun." in home.text
    assert [words[:8] for words in home.all_words("main a.nhsuk-button")] == ["Carry on"]
    result = school.sit(pages, first)
    assert result.heading == "You passed"
    assert "The quiz has been withdrawn since you began; your certificate stays." in result.text
    assert pages.get("/learning").all_words("main h2") == ["Your certificates"]


def test_a_try_at_a_withdrawn_quiz_that_did_not_pass_is_the_last(school: School) -> None:
    pages = school.pages()
    first = school.start(pages)
    change(school, withdraw)
    result = school.sit(pages, first, wrong=5)
    assert "so there is no next try, and nothing more to do." in result.text
    review = pages.get(result.path.replace("/result", "/review"))
    assert (review.status, review.soup.select("main form")) == (200, [])


def test_the_start_of_a_withdrawn_quiz_is_refused_with_the_reason(school: School) -> None:
    pages = school.pages()
    start = pages.get(f"/learning/quizzes/{school.assignment()}")
    change(school, withdraw)
    refused = pages.submit(start)
    assert refused.status == 404
    assert "You do not have this quiz, or it has been withdrawn." in refused.text
    assert "You have no quiz at the moment." in pages.get("/learning").text
