"""A booster as whoever holds its link reads it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp import clock
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.people import people
from quizapp.storage.db import db
from tests.builders import actor_of
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.boosted import OPERATOR, SENT, anybody, link_of, open_boosted, signed_in
from tests.quizapp.web.learn.school import ASHA, BEN, DEE, School
from tests.quizapp.web.learn.test_views_leaks import leaks, make_up
from tests.support.databases import Databases

STOP = "main form[action$='/stop']"
QUESTION = "main form[action*='/questions/']"
BYTES = 14 * 1024


class Day:
    """The moment it is; a test moves it on."""

    now: datetime = SENT


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Day:
    day = Day()
    monkeypatch.setattr(clock, "now", lambda: day.now)
    return day


@pytest.fixture
def school(databases: Databases, day: Day) -> Iterator[School]:
    with open_boosted(databases) as school:
        yield school


@pytest.fixture
def pages(school: School) -> PageClient:
    return anybody(school)


@pytest.fixture
def link(school: School) -> str:
    return link_of(school)


def count_rows(school: School, table: str) -> int:
    with school.app.app_context(), db.engine.connect() as connection:
        return int(connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) or 0)


def begin(pages: PageClient, link: str) -> Page:
    """The first question, by the button of the page that asks who one is."""
    return pages.get(str(pages.get(link).one("main a.nhsuk-button")["href"]))


def answer(school: School, pages: PageClient, asked: Page, *, right: bool = True) -> Page:
    return pages.submit(asked, school.answer(asked, right=right), form=QUESTION)


def go_on(pages: PageClient, page: Page) -> Page:
    return pages.get(str(page.one("main a.nhsuk-button")["href"]))


def test_a_shared_mailbox_learns_a_first_name_and_the_organisation_alone(pages: PageClient, link: str) -> None:
    page = pages.get(link)
    assert (page.heading, page.words(".nhsuk-lede-text")) == ("Is this you?", "Asha at Fernbrook Trust")
    assert "Rahman" not in page.html
    assert "asha.rahman" not in page.html


def test_two_questions_are_answered_explained_and_that_is_all(school: School, pages: PageClient, link: str) -> None:
    first = begin(pages, link)
    assert first.words(".app-progress") == "Question 1 of 2"
    wrong = answer(school, pages, first, right=False)
    assert (wrong.heading, wrong.path) == ("Not quite", f"{link}/questions/1")
    assert "Line 20 of “Our values”" in wrong.text
    second = go_on(pages, wrong)
    assert second.words(".app-progress") == "Question 2 of 2"
    done = go_on(pages, answer(school, pages, second))
    assert done.heading == "That is all"
    assert "You have answered both questions. The next ones come around 22 September 2026." in done.text
    assert pages.get(link, follow=True).heading == "That is all"
    assert pages.get(f"{link}/questions/1").heading == "Not quite"


def test_one_is_brought_back_to_the_question_one_left(school: School, pages: PageClient, link: str) -> None:
    answer(school, pages, begin(pages, link))
    assert begin(anybody(school), link).words(".app-progress") == "Question 2 of 2"


def test_nothing_is_selected_and_the_page_says_so(pages: PageClient, link: str) -> None:
    refused = pages.submit(begin(pages, link), form=QUESTION)
    assert refused.title.startswith("Error")
    assert refused.words(".nhsuk-error-summary a") == "Select an answer."


def test_the_first_answer_stays_and_a_double_press_is_no_second_one(
    school: School, pages: PageClient, link: str
) -> None:
    asked = begin(pages, link)
    wrong, right = (school.answer(asked, right=flag) for flag in (False, True))
    pages.submit(asked, wrong, form=QUESTION)
    again = pages.submit(asked, wrong, form=QUESTION)
    assert (again.heading, "We saved it once" in again.text) == ("Not quite", True)
    other = pages.submit(asked, right, form=QUESTION)
    assert (other.heading, "Your first answer stays." in other.text) == ("Not quite", True)
    assert count_rows(school, "booster_response") == 1


def test_canary_nothing_tells_the_key_before_the_answer(school: School, pages: PageClient, link: str) -> None:
    page = pages.get(link)
    assert leaks(page) == []
    for _ in range(2):
        page = go_on(pages, page)
        refused = pages.submit(page, form=QUESTION)
        for asked in (page, refused, *(pages.get(f"{link}{rest}", follow=True) for rest in ("", "/done", "/stopped"))):
            assert leaks(asked) == []
        assert len(make_up(page)) == 1
        page = answer(school, pages, page)
    assert leaks(page) != []


def test_canary_negative_control_an_explanation_holds_the_marks(school: School, pages: PageClient, link: str) -> None:
    assert leaks(answer(school, pages, begin(pages, link)))


def test_the_second_question_is_not_there_before_the_first_is_answered(pages: PageClient, link: str) -> None:
    for rest in ("/questions/2", "/questions/3", "/questions/0", "/done", "/stopped"):
        assert pages.get(f"{link}{rest}", follow=True).heading == "Is this you?"


def test_one_press_ends_them_for_good(school: School, pages: PageClient, link: str) -> None:
    stopped = pages.submit(pages.get(link), form=STOP)
    assert stopped.heading == "You get no more short questions"
    assert pages.submit(begin(pages, link_of(school, place=1)), form=STOP).heading == stopped.heading
    for rest in ("", "/questions/1", "/done"):
        assert pages.get(f"{link}{rest}", follow=True).heading == stopped.heading
    assert count_rows(school, "booster_refusal") == 2
    with school.app.app_context():
        assert issue_boosters(OPERATOR, now=SENT + timedelta(days=56)) == []
        db.session.remove()


def test_every_page_offers_to_stop_and_pressing_twice_is_harmless(school: School, pages: PageClient, link: str) -> None:
    asked = begin(pages, link)
    explained = answer(school, pages, asked)
    done = go_on(pages, answer(school, pages, go_on(pages, explained)))
    for page in (asked, explained, done):
        assert page.words(f"{STOP} button") == "Stop these questions"
    for _ in range(2):
        assert pages.submit(done, form=STOP).heading == "You get no more short questions"
    assert count_rows(school, "booster_refusal") == 1


def test_a_link_works_for_28_days_and_still_ends_them_afterwards(pages: PageClient, link: str, day: Day) -> None:
    day.now = SENT + timedelta(days=28)
    asked = begin(pages, link)
    assert asked.words(".app-progress") == "Question 1 of 2"
    day.now = SENT + timedelta(days=29)
    for page in (pages.submit(asked, form=QUESTION), pages.get(link)):
        assert (page.status, page.heading) == (404, "You cannot use this link")
        assert "This link worked for 28 days" in page.text
    assert pages.submit(pages.get(link), form=STOP).heading == "You get no more short questions"


@pytest.mark.parametrize("token", ["AAAAAAAAAAAAAAAAAAAAAA", "short", "%00%00%00%00%00%00%00%00%00", "x" * 200])
def test_an_address_that_was_never_sent_is_met_with_kind_words(pages: PageClient, token: str) -> None:
    page = pages.get(f"/boosters/{token}")
    assert (page.status, page.heading) == (404, "You cannot use this link")
    assert "There are no questions at this address." in page.text
    assert page.soup.select(STOP) == []
    assert pages.get(f"/boosters/{token}/questions/1", follow=True).status == 404
    assert pages.get(f"/boosters/{token}/done").status == 404


def test_whoever_has_left_since_cannot_use_the_link(school: School, pages: PageClient, link: str) -> None:
    with school.app.app_context():
        asha = actor_of(OPERATOR, ASHA)
        last_day = (SENT - timedelta(days=1)).date()
        people.end_post(OPERATOR, asha.person_id or 0, last_day=last_day, now=SENT)
        db.session.remove()
    assert pages.get(link).status == 404


def test_another_persons_link_takes_answers_for_that_person_alone(school: School, link: str) -> None:
    pages = signed_in(school, BEN)
    answer(school, pages, begin(pages, link))
    assert begin(pages, link_of(school, place=1)).words(".app-progress") == "Question 1 of 2"
    with school.app.app_context():
        (bens,) = booster_links.list_my_boosters(actor_of(OPERATOR, BEN), now=SENT)
        (ashas,) = booster_links.list_my_boosters(actor_of(OPERATOR, ASHA), now=SENT)
        db.session.remove()
    assert (bens.next_position, ashas.next_position) == (1, 2)


def test_looking_at_any_page_changes_nothing(school: School, pages: PageClient, link: str) -> None:
    tables = ("booster", "booster_response", "booster_refusal", "audit_entry", "response")
    before = [count_rows(school, table) for table in tables]
    for rest in ("", "/questions/1", "/questions/2", "/done", "/stopped", "/stop"):
        pages.get(f"{link}{rest}")
        pages.client.head(f"{link}{rest}")
    assert [count_rows(school, table) for table in tables] == before


def test_my_learning_has_a_card_for_it_until_it_is_answered(school: School) -> None:
    pages = signed_in(school)
    home = pages.get("/learning")
    assert "Optional: 2 questions about our values" in home.all_words("main h2")
    assert "1 minute" not in signed_in(school, DEE).get("/learning").text
    asked = pages.get(str(home.one("main a[href^='/boosters/']")["href"]))
    explained = answer(school, pages, asked)
    assert str(pages.get("/learning").one("main a[href^='/boosters/']")["href"]).endswith("/questions/2")
    answer(school, pages, go_on(pages, explained))
    assert "1 minute" not in pages.get("/learning").text


def test_they_are_stopped_from_my_learning_too(school: School, link: str) -> None:
    pages = signed_in(school)
    home = pages.submit(pages.get("/learning"), form=STOP)
    assert (home.heading, "1 minute" in home.text) == ("My learning", False)
    assert "You get no more short questions about our values. Nothing else has changed." in home.text
    assert pages.get(link, follow=True).heading == "You get no more short questions"


@pytest.mark.parametrize("codes", [("match", "gap-0"), ("multiple-0", "multiple-1"), ("gap-1",)])
def test_every_kind_of_question_can_be_asked(databases: Databases, day: Day, codes: tuple[str, ...]) -> None:
    with open_boosted(databases, codes=codes) as school:
        pages = anybody(school)
        page = pages.get(link_of(school))
        for _ in codes:
            page = go_on(pages, page)
            assert len(page.html.encode()) <= BYTES
            assert len(pages.submit(page, form=QUESTION).soup.select(".nhsuk-error-summary")) == 1
            page = answer(school, pages, page)
            assert page.heading == "That is right"
            assert len(page.html.encode()) <= BYTES
        number = "both questions" if len(codes) == 2 else "the question"
        assert f"You have answered {number}." in go_on(pages, page).text
