"""What else may happen to a parked answer: another person, another device, a lost reply, a form of another kind."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
import sqlalchemy as sa

from quizapp.access.policy import console
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.people import endings
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.person import WebSession
from quizapp.web.learn.presenters.questions import NO_LONGER_ASKED, SAVED_ALREADY
from tests.builders import NOW, add_staff, give_password
from tests.journeys.parked.steps import (
    BANNER,
    IDLE,
    KEPT,
    OFFER,
    TWICE,
    Moment,
    chosen_on,
    count,
    has_parked,
    press_on,
    sign_in,
    sign_out,
)
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import ASHA, BEN, School


def give_ben_a_password(school: School) -> None:
    with school.app.app_context():
        give_password(console(1, "tests"), BEN)


def test_another_person_on_the_same_computer_gets_nothing_that_is_parked(
    school: School, pages: PageClient, moment: Moment
) -> None:
    give_ben_a_password(school)
    first = school.start(pages)
    moment.pass_by(minutes=61)
    page = sign_in(pages, pages.submit(first, school.answer(first)), BEN)
    assert (page.path, page.soup.select(BANNER), has_parked(pages)) == ("/learning", [], False)
    assert first.path not in [one.request.path for one in page.response.history]
    assert pages.get(first.path).status == 404
    moment.pass_by(minutes=1)
    sign_out(pages)
    assert chosen_on(sign_in(pages, pages.get(first.path, follow=True))) == {}


def test_negative_control_without_the_look_at_who_it_is_another_person_would_take_over_what_is_parked(
    school: School, pages: PageClient, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endings, "is_same_person", lambda *_: True)
    give_ben_a_password(school)
    first = school.start(pages)
    moment.pass_by(minutes=61)
    page = sign_in(pages, pages.submit(first, school.answer(first)), BEN)
    assert first.path in [one.request.path for one in page.response.history]


def test_a_parked_answer_of_nobody_known_opens_to_its_owner_alone(
    school: School, pages: PageClient, moment: Moment
) -> None:
    give_ben_a_password(school)
    first = school.start(pages)
    sign_out(pages)
    page = sign_in(pages, pages.submit(first, school.answer(first)), BEN)
    assert (page.path, first.heading in page.html, has_parked(pages)) == ("/learning", False, False)
    assert not any(token in page.html for tokens in school.answer(first).values() for token in tokens)
    sign_in(pages, _after_idling(pages, moment))
    assert (has_parked(pages), chosen_on(pages.get(first.path))) == (False, {})


def _after_idling(pages: PageClient, moment: Moment) -> Page:
    moment.pass_by(minutes=61)
    return pages.get("/learning", follow=True)


def test_what_another_site_sent_is_not_parked(school: School, pages: PageClient, moment: Moment) -> None:
    first = school.start(pages)
    values = {**school.answer(first), "token": press_on(first)}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        stranger = school.app.test_client()
        answer = stranger.post(first.path, data=values, headers=headers)
        assert (answer.status_code, answer.headers.get("Set-Cookie")) == (303, None)
    forged = pages.client.post(first.path, data=values, headers={"Sec-Fetch-Site": "cross-site"})
    assert (forged.status_code, has_parked(pages), chosen_on(pages.get(first.path))) == (400, False, {})


def test_a_parked_answer_survives_the_choice_of_an_organisation(
    school: School, pages: PageClient, moment: Moment
) -> None:
    with school.app.app_context():
        other = console(2, "tests")
        add_staff(other, f"Asha Rahman,{ASHA},Ward 1,,2026-06-01,permanent")
        give_password(other, ASHA)
    first = school.start(pages)
    moment.pass_by(minutes=61)
    choice = sign_in(pages, pages.submit(first, school.answer(first)))
    account = next(
        str(tag["value"]) for tag in choice.soup.select("main input[type=radio]") if "Fernbrook" in str(tag.parent)
    )
    offered = pages.submit(choice, {"account": account})
    assert (offered.words(BANNER), chosen_on(offered)) == (OFFER, school.answer(first))


def test_a_reply_that_is_dropped_after_the_answer_was_kept_leaves_one_row_and_says_so(
    school: School, pages: PageClient, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = school.start(pages)
    with monkeypatch.context() as line:
        line.setattr(school.app, "wsgi_app", drop_replies(school.app.wsgi_app))
        with pytest.raises(ConnectionResetError):
            pages.submit(first, school.answer(first))
    assert count(school) == 1
    again = pages.submit(first, school.answer(first))
    assert (again.heading, again.words(BANNER), count(school)) == ("That is right", TWICE, 1)


def test_negative_control_another_press_in_its_place_is_not_taken_for_the_dropped_one(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    pages.submit(first, school.answer(first))
    again = pages.submit(first, {**school.answer(first), "token": "a-press-of-its-own"})
    assert (again.soup.select(BANNER), count(school)) == ([], 1)


def test_an_answer_that_was_kept_and_is_parked_on_its_second_way_is_said_to_be_saved(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    pages.submit(first, school.answer(first), follow=False)
    moment.pass_by(minutes=61)
    page = sign_in(pages, pages.submit(first, school.answer(first)))
    assert (page.heading, page.words(BANNER)) == ("That is right", SAVED_ALREADY)
    assert (count(school), has_parked(pages), pages.get(first.path).soup.select(BANNER)) == (1, False, [])


def test_a_parked_answer_to_what_was_answered_elsewhere_is_not_offered(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    phone = PageClient(school.app.test_client())
    asked = sign_in(phone, phone.get(first.path, follow=True))
    phone.submit(asked, school.answer(asked, right=False))
    page = sign_in(pages, refused)
    assert (page.heading, page.words(BANNER)) == ("Not quite", NO_LONGER_ASKED)
    assert (count(school), has_parked(pages)) == (1, False)


def test_a_parked_answer_of_a_test_replaces_none_that_came_from_elsewhere_unseen(
    school: School, pages: PageClient, moment: Moment
) -> None:
    with school.app.app_context():
        recipe = QuizBlueprint(mode=Mode.TEST)
        quizzes.publish_quiz(console(1, "tests"), "Our values", document_title="Our values", recipe=recipe, now=NOW)
    first = school.start(pages)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    phone = PageClient(school.app.test_client())
    asked = sign_in(phone, phone.get(first.path, follow=True))
    phone.submit(asked, school.answer(asked, right=False))
    offered = sign_in(pages, refused)
    assert (offered.words(BANNER), chosen_on(offered)) == (
        OFFER.replace("Check answer", "Save and continue"),
        school.answer(first),
    )
    both = pages.submit(offered)
    assert (both.status, "You changed this answer somewhere else" in both.text) == (409, True)
    assert (count(school), has_parked(pages)) == (1, False)


def test_an_empty_answer_is_not_offered_again(school: School, pages: PageClient, moment: Moment) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    page = sign_in(pages, pages.submit(first))
    assert (page.path, page.soup.select(BANNER), has_parked(pages)) == (first.path, [], False)


def test_other_forms_are_not_parked_and_lead_back_to_their_page(
    school: School, pages: PageClient, moment: Moment
) -> None:
    before = pages.get(f"/learning/quizzes/{school.assignment()}")
    review = pages.get(school.sit(pages, pages.submit(before), wrong=8).path.replace("/result", "/review"))
    for page in (before, review):
        moment.pass_by(minutes=61)
        refused = pages.submit(page)
        assert f"{IDLE} Your answers are saved. What you sent just now was not saved" in refused.text
        assert (has_parked(pages), sign_in(pages, refused).path) == (False, page.path)
    assert count(school, Attempt) == 1
    assert pages.submit(pages.get(review.path)).words(".app-progress") == "Question 1 of 8"


def test_handing_in_after_the_session_ended_leads_back_to_the_answers_and_is_not_parked(
    school: School, pages: PageClient, moment: Moment
) -> None:
    with school.app.app_context():
        recipe = QuizBlueprint(mode=Mode.TEST)
        quizzes.publish_quiz(console(1, "tests"), "Our values", document_title="Our values", recipe=recipe, now=NOW)
    first = school.start(pages)
    pages.submit(first, school.answer(first))
    answers = pages.get(first.path.replace("/questions/1", "/answers"))
    moment.pass_by(minutes=61)
    back = sign_in(pages, pages.submit(answers))
    assert (back.path, back.heading, count(school)) == (answers.path, answers.heading, 1)
    assert pages.submit(back).path.endswith("/result")


def test_looking_at_the_sign_in_page_with_an_answer_parked_writes_nothing(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    address = pages.submit(first, school.answer(first), follow=False).location
    before = sessions_of(school)
    assert KEPT in pages.get(str(address)).text
    assert sessions_of(school) == before


def sessions_of(school: School) -> list[tuple[object, ...]]:
    with school.app.app_context():
        rows = db.session.execute(sa.select(WebSession.id, WebSession.seen_at, WebSession.ended_at)).all()
        db.session.remove()
    return [tuple(row) for row in rows]


def drop_replies(answer: WSGIApplication) -> WSGIApplication:
    """A line that breaks once the service has done its part."""

    def break_off(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        list(answer(environ, start_response))
        raise ConnectionResetError

    return break_off
