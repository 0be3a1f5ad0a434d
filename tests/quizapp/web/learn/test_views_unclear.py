"""Calling a question unclear from its explanation."""

import sqlalchemy as sa

from quizapp.access.policy import console
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.assessment.remarks import RemarkReason
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.item import Remark
from tests.builders import NOW
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import BEN, School, next_address

FORM = "main details form"
THANKS = "Thank you. The people who write the questions will look at it."
ALREADY = "You have told us about this question already."


def explained(school: School, pages: PageClient) -> Page:
    first = school.start(pages)
    return pages.submit(first, school.answer(first))


def kept(school: School) -> list[RemarkReason]:
    with school.app.app_context(), db.engine.connect() as connection:
        return list(connection.execute(sa.select(Remark.reason)).scalars())


def test_the_form_is_folded_below_the_way_on(school: School) -> None:
    page = explained(school, school.pages())
    assert page.all_words("summary")[-1] == "Is this question unclear?"
    assert not page.soup.select("details[open]")
    assert page.html.index("Next question") < page.html.index("Is this question unclear?")
    assert len(page.soup.select(f"{FORM} input[type=radio]")) == 4
    assert not page.soup.select(f"{FORM} textarea, {FORM} input[type=text]")
    assert len(page.html.encode()) < 14 * 1024


def test_it_is_said_once_and_thanked_for(school: School) -> None:
    pages = school.pages()
    page = explained(school, pages)
    done = pages.submit(page, {"unclear": "words"}, form=FORM)
    assert (done.status, done.path) == (200, page.path)
    assert done.words(".nhsuk-notification-banner--success p") == THANKS
    again = pages.submit(done, {"unclear": "explanation"}, form=FORM)
    assert ALREADY in again.text
    assert kept(school) == [RemarkReason.WORDS]
    assert pages.get(next_address(again)).status == 200


def test_without_a_reason_it_is_asked_for(school: School) -> None:
    pages = school.pages()
    page = explained(school, pages)
    asked = pages.submit(page, form=FORM)
    assert asked.title.startswith("Error: ")
    assert asked.all_words(".nhsuk-error-summary li") == ["Select what is unclear"]
    assert (
        asked.one(".nhsuk-error-summary li a")["href"] == f"#{asked.soup.select(f'{FORM} input[type=radio]')[0]['id']}"
    )
    assert len(asked.soup.select("details[open] form")) == 1
    assert pages.post(f"{page.path}/remark", {"unclear": "ugly"}).status in (200, 400)
    assert kept(school) == []


def test_a_question_that_is_not_answered_or_somebody_elses_is_not_found(school: School) -> None:
    pages = school.pages()
    page = explained(school, pages)
    token = str(page.one(f"{FORM} input[name=csrf_token]")["value"])
    sent = {"unclear": "words", "csrf_token": token}
    ahead = next_address(page)
    assert pages.post(f"{ahead}/remark", sent).status == 404
    assert pages.post(f"{ahead}/remark", {"csrf_token": token}).location == ahead
    ben = school.pages(BEN)
    theirs = str(ben.get("/learning").one("header form input[name=csrf_token]")["value"])
    assert ben.post(f"{page.path}/remark", {"unclear": "words", "csrf_token": theirs}).status == 404
    assert kept(school) == []


def test_a_test_explains_nothing_and_asks_nothing_before_it_is_sent_in(school: School) -> None:
    with school.app.app_context():
        operator, recipe = console(1, "tests"), QuizBlueprint(mode=Mode.TEST)
        quizzes.publish_quiz(operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
        db.session.remove()
    pages = school.pages()
    first = school.start(pages)
    pages.submit(first, school.answer(first))
    assert not pages.get(first.path).soup.select("main details")
    token = str(first.one("main form input[name=csrf_token]")["value"])
    assert pages.post(f"{first.path}/remark", {"unclear": "words", "csrf_token": token}).status == 404
    assert kept(school) == []
