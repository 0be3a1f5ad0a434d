"""Review dates and the discussion sheet as a manager reads them."""

from pathlib import Path

import pytest

from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from tests.builders import NOW
from tests.page_editions import add_edition
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, GUS, Trust, file_words, table_words

PAGE = Path("question_bank/content/nhs-somerset/page.txt")
CAPTION = "Reviews in the next 28 days"


def publish(trust: Trust, text: str) -> None:
    """Let the quiz rest on this page."""
    with trust.app.app_context():
        add_edition(trust.operator, trust.scene.document_id, text=text)
        recipe = QuizBlueprint(length=8)
        quizzes.publish_quiz(trust.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
        db.session.remove()


def test_the_reviews_to_come_with_where_people_stand(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team/dates")
    assert page.words(".app-lead") == "4 reviews fall in the next 28 days, up to 28 July 2026."
    head, *rows = table_words(page, CAPTION)
    assert head == ["Name", "Team", "Review", "On", "Start", "Status", "Reason", "Passed"]
    assert rows[0] == [
        *("Lee Carter", "Ward 1", "Induction review", "Sunday 5 July 2026", "5 Jun 2026"),
        *("Due soon, in progress", "Due on Friday 3 July", ""),
    ]
    assert [row[0] for row in rows] == ["Lee Carter", "Uma Price", "Max Farrell", "Sol Bright"]


def test_the_files_are_the_table_on_the_screen(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.get("/team/dates")
    file = ben.get(str(page.one("a[download][href*='.csv']")["href"]))
    assert file_words(file) == table_words(page, CAPTION)
    assert file.response.headers["Content-Disposition"] == 'attachment; filename="review-dates-2026-06-30.csv"'
    assert [ben.get(f"/team/dates.{kind}").status for kind in ("xlsx", "json")] == [200, 200]


def test_the_menu_says_that_these_pages_belong_to_my_team(trust: Trust) -> None:
    for path in ("/team/dates", "/team/discussion", "/team/print", "/team/sharing"):
        assert trust.pages(BEN).get(path).all_words("nav [aria-current=true]") == ["My team"]


def test_nobody_and_no_team_are_two_things(trust: Trust) -> None:
    assert trust.pages(GUS).get("/team/dates").words(".app-lead") == (
        "Nobody in your team reaches a review date in the next 28 days."
    )
    assert trust.pages(CARA).get("/team/dates").words(".app-lead").startswith("We cannot find a team for you")
    assert trust.pages(ASHA).get("/team/dates").status == 403
    assert trust.pages(BEN).get("/team/dates?quiz=2").status == 404
    assert trust.pages(BEN).get("/team/dates.csv?quiz=2").status == 404


def test_the_sheet_has_each_value_in_the_pages_words_and_three_questions(trust: Trust) -> None:
    publish(trust, PAGE.read_text())
    page = trust.pages(BEN).get("/team/discussion")
    text = " ".join(PAGE.read_text().split())
    sections = page.soup.select(".app-talk__value")
    assert len(sections) >= 3
    for section in sections:
        assert len(section.select("ol > li")) == 3
        for quoted in section.select("[data-verbatim] li, ol [data-verbatim]"):
            assert quoted.get_text() in text
    assert "Our values" in page.text


def test_a_page_without_values_has_no_sheet_and_says_so(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team/discussion")
    assert "does not set out values that we can read one by one" in page.text
    assert not page.soup.select(".app-talk__value")


@pytest.mark.parametrize("path", ["/team/discussion?quiz=2", "/team/dates?quiz=99"])
def test_a_quiz_of_another_organisation_is_not_found(trust: Trust, path: str) -> None:
    assert trust.pages(BEN).get(path).status == 404


def test_staff_may_not_open_the_sheet(trust: Trust) -> None:
    assert trust.pages(ASHA).get("/team/discussion").status == 403
