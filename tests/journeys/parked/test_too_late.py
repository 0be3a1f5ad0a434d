"""An answer that came too late for its session: parked, offered again to the same person, and saved once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.access.policy import console
from quizapp.app import create_app
from quizapp.storage.db import db
from quizapp.web.learn import views
from tests.builders import add_staff
from tests.journeys.parked.steps import (
    BANNER,
    IDLE,
    KEPT,
    OFFER,
    TOO_LONG,
    TWICE,
    Moment,
    chosen_on,
    count,
    has_parked,
    press_on,
    sign_in,
    sign_out,
)
from tests.pages import PageClient
from tests.quizapp.web.learn.school import ASHA, School, next_address


def rotate_secret(school: School, pages: PageClient, *, keep_old: bool) -> PageClient:
    """The same browser before the service put up again with a new secret key, and perhaps the old one beside it."""
    config = school.app.extensions["quizapp.config"]
    old = (config.secret_key,) if keep_old else ()
    app = create_app(replace(config, secret_key="another key for tests, 9876543210", secret_key_fallbacks=old))
    client = app.test_client()
    cookie = pages.client.get_cookie("session")
    assert cookie is not None
    client.set_cookie("session", cookie.value)
    return PageClient(client)


def forget_engine(pages: PageClient) -> None:
    with pages.client.application.app_context():
        db.engine.dispose()


def steady_use(pages: PageClient, moment: Moment, *, hours: int) -> None:
    """Something every three quarters of an hour."""
    end = moment.now + timedelta(hours=hours)
    while moment.now < end:
        moment.pass_by(minutes=45)
        assert pages.get("/learning").status == 200


def give_a_team(email: str) -> None:
    """Make somebody a manager, who is signed out sooner."""
    add_staff(console(1, "tests"), f"Zed Hall,zed@fernbrook.example,Ward 9,{email},2026-06-01,permanent")


def test_an_answer_after_59_minutes_is_saved_and_nothing_is_parked(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=59)
    assert pages.submit(first, school.answer(first)).heading == "That is right"
    assert (count(school), has_parked(pages)) == (1, False)


def test_an_answer_after_61_minutes_is_parked_offered_and_saved_once(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    assert f"{IDLE} {KEPT}" in refused.words("main .nhsuk-inset-text")
    assert (refused.heading, count(school), has_parked(pages)) == ("Sign in", 0, True)
    offered = sign_in(pages, refused)
    assert (offered.path, offered.words(BANNER), offered.heading) == (first.path, OFFER, first.heading)
    assert (chosen_on(offered), press_on(offered)) == (school.answer(first), press_on(first))
    assert chosen_on(pages.get(first.path)) == school.answer(first)
    assert pages.submit(offered).heading == "That is right"
    assert (count(school), has_parked(pages)) == (1, False)
    assert pages.submit(offered).words(BANNER) == TWICE
    assert (count(school), pages.get(first.path).soup.select(BANNER)) == (1, [])


def test_every_kind_of_answer_is_parked_and_filled_in_again(school: School, pages: PageClient, moment: Moment) -> None:
    page, kinds = school.start(pages), set()
    while "/questions/" in page.path:
        answer = school.answer(page, right=False)
        moment.pass_by(minutes=61)
        offered = sign_in(pages, pages.submit(page, answer))
        assert (chosen_on(offered), len(offered.response.data) <= 14 * 1024) == (answer, True)
        kinds.add(str(offered.soup.select("main fieldset input, main fieldset select")[0].get("type")))
        page = pages.get(next_address(pages.submit(offered)))
    assert (kinds, count(school)) == ({"radio", "checkbox", "None"}, 8)


def test_an_answer_is_parked_after_nine_hours_of_steady_use_and_one_of_none(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    steady_use(pages, moment, hours=9)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    assert IDLE in refused.text
    assert pages.submit(sign_in(pages, refused)).heading == "That is right"
    assert count(school) == 1


def test_an_answer_is_parked_after_twelve_hours_in_all(school: School, pages: PageClient, moment: Moment) -> None:
    first = school.start(pages)
    steady_use(pages, moment, hours=12)
    moment.pass_by(minutes=1)
    refused = pages.submit(first, school.answer(first))
    assert f"{TOO_LONG} {KEPT}" in refused.text
    assert pages.submit(sign_in(pages, refused)).heading == "That is right"
    assert count(school) == 1


@pytest.mark.parametrize(("minutes", "parked"), [(29, False), (31, True)])
def test_a_managers_answer_is_parked_after_half_an_hour(
    school: School, pages: PageClient, moment: Moment, minutes: int, parked: bool
) -> None:
    with school.app.app_context():
        give_a_team(ASHA)
    first = school.start(pages)
    moment.pass_by(minutes=minutes)
    page = pages.submit(first, school.answer(first))
    assert ("nothing happened for 30 minutes." in page.text, count(school) == 0) == (parked, parked)
    assert has_parked(pages) is parked


@pytest.mark.parametrize(("minutes", "offered"), [(29, True), (31, False)])
def test_a_parked_answer_is_offered_for_half_an_hour(
    school: School, pages: PageClient, moment: Moment, minutes: int, offered: bool
) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    moment.pass_by(minutes=minutes)
    page = sign_in(pages, refused)
    assert page.path == first.path
    assert (chosen_on(page) == school.answer(first), page.soup.select(BANNER) != []) == (offered, offered)
    assert (KEPT in pages.get("/sign-in").text, count(school)) == (False, 0)


def test_negative_control_a_page_that_does_not_park_loses_the_answer(
    school: School, pages: PageClient, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views.question, "parks", False)
    first = school.start(pages)
    moment.pass_by(minutes=61)
    refused = pages.submit(first, school.answer(first))
    assert "What you sent just now was not saved" in refused.text
    assert (chosen_on(sign_in(pages, refused)), count(school)) == ({}, 0)


def test_a_new_secret_in_mid_quiz_parks_the_answer(school: School, pages: PageClient, moment: Moment) -> None:
    first = school.start(pages)
    after = rotate_secret(school, pages, keep_old=False)
    refused = after.submit(first, school.answer(first))
    assert f"You are not signed in any more. {KEPT}" in refused.text
    offered = sign_in(after, refused)
    assert (offered.words(BANNER), chosen_on(offered)) == (OFFER, school.answer(first))
    assert (after.submit(offered).heading, count(school)) == ("That is right", 1)
    forget_engine(after)


def test_a_new_secret_beside_the_old_one_parks_the_answer_without_signing_in(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    after = rotate_secret(school, pages, keep_old=True)
    offered = after.submit(first, school.answer(first))
    assert (offered.path, offered.words(BANNER), press_on(offered)) == (first.path, OFFER, press_on(first))
    assert (after.submit(offered).heading, count(school)) == ("That is right", 1)
    forget_engine(after)


def test_an_answer_from_before_signing_out_in_another_tab_is_parked(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    sign_out(pages)
    refused = pages.submit(first, school.answer(first))
    assert f"You are not signed in any more. {KEPT}" in refused.text
    offered = sign_in(pages, refused)
    assert (offered.words(BANNER), pages.submit(offered).heading, count(school)) == (OFFER, "That is right", 1)


def test_an_answer_from_before_signing_in_again_in_another_tab_is_parked(
    school: School, pages: PageClient, moment: Moment
) -> None:
    first = school.start(pages)
    sign_out(pages)
    sign_in(pages, pages.get("/sign-in"))
    offered = pages.submit(first, school.answer(first))
    assert (offered.path, offered.words(BANNER), chosen_on(offered)) == (first.path, OFFER, school.answer(first))
    assert (pages.submit(offered).heading, count(school)) == ("That is right", 1)


def test_signing_out_drops_a_parked_answer(school: School, pages: PageClient, moment: Moment) -> None:
    first = school.start(pages)
    moment.pass_by(minutes=61)
    sign_in(pages, pages.submit(first, school.answer(first)))
    sign_out(pages)
    assert chosen_on(sign_in(pages, pages.get(first.path, follow=True))) == {}
