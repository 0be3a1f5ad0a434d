import pytest
import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.transaction import transaction
from tests.builders import actor_of, add_organisation, add_staff
from tests.pages import Page
from tests.quizapp.web.scenes.trust import (
    ASHA,
    BEN,
    CARA,
    EVE,
    FORMULA,
    GUS,
    WARD_1_AND_BELOW,
    Trust,
    assert_same,
    file_words,
    table_words,
    try_quiz,
)

NEEDING, OTHERS = "People who need something", "Everybody else"


def names(page: Page) -> list[str]:
    """Everybody on the page, from top to bottom."""
    return [row[0] for caption in (NEEDING, OTHERS) for row in table_words(page, caption)[1:]]


def test_a_manager_sees_their_team_tree_and_nobody_else(trust: Trust) -> None:
    assert sorted(names(trust.pages(BEN).get("/team"))) == WARD_1_AND_BELOW
    assert sorted(names(trust.pages(EVE).get("/team"))) == [FORMULA, "Tia Mensah", "Uma Price"]
    assert sorted(names(trust.pages(GUS).get("/team"))) == ["Val Stone", "Wes Young"]
    assert names(trust.dev().get("/team")) == ["Zed Hidden"]


def test_who_manages_nobody_may_not_open_it(trust: Trust) -> None:
    for path in ("/team", "/team.csv", "/team.xlsx", "/team.json"):
        assert trust.pages(ASHA).get(path).status == 403
        assert "/sign-in?next=" in str(trust.app.test_client().get(path).location)


def test_an_administrator_without_a_team_is_told_so(trust: Trust) -> None:
    page = trust.pages(CARA).get("/team")
    assert "We cannot find a team for you." in page.text
    assert names(page) == []
    assert file_words(trust.pages(CARA).get("/team.csv")) == [file_words(trust.pages(GUS).get("/team.csv"))[0]]


def test_whoever_moves_away_is_gone_at_the_next_request(trust: Trust) -> None:
    ben, gus = trust.pages(BEN), trust.pages(GUS)
    assert "Sol Bright" in names(ben.get("/team"))
    with trust.app.app_context():
        add_staff(trust.operator, f'Sol Bright,sol.bright@fernbrook.example,"Ward 2",{GUS},2026-06-25,permanent')
    assert "Sol Bright" not in ben.get("/team").text
    assert "Sol Bright" not in ben.get("/team.csv").html
    assert "Sol Bright" in names(gus.get("/team"))


def test_the_first_line_says_how_many_need_something_and_the_rows_why(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team")
    assert page.words(".app-lead") == "5 of your 12 people need something from you."
    assert page.words(".app-as-at") == "As at 10am on 30 June 2026"
    assert [(row[0], row[2], row[3]) for row in table_words(page, NEEDING)[1:]] == [
        ("Asha Rahman", "Overdue", "Overdue by 32 days"),
        ("Rae Singh", "Overdue", "Overdue by 13 days"),
        ("Tia Mensah", "Overdue, in progress", "Overdue by 8 days"),
        ("Lee Carter", "Due soon, in progress", "Due on Friday 3 July"),
        ("Max Farrell", "Not passed yet", "3 tries without a pass"),
    ]
    assert page.all_words("main details summary")[0] == (
        "7 others: 3 passed, 2 not due yet, 1 on long-term absence, 1 not in post yet"
    )


def test_everything_a_row_shows(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team")
    head, *rows = table_words(page, OTHERS)
    assert head == ["Name", "Team", "Status", "Reason", "Start", "Due", "Passed", "Score", ""]
    nia = ["Nia O'Neill", "Ward 1", "Passed", "", "11 May 2026", "8 Jun 2026", "11 May 2026", "7 of 8", "Report"]
    assert nia in rows
    assert table_words(trust.pages(EVE).get("/team"), OTHERS)[0] == [word for word in head if word != "Team"]


def test_why_somebody_is_away_and_what_was_answered_is_never_shown(trust: Trust) -> None:
    ben = trust.pages(BEN)
    for text in (ben.get("/team").html, ben.get("/team.csv").html):
        assert "ickness" not in text
        assert "Which word" not in text
        assert "Candour" not in text


def test_scores_are_shown_only_where_the_organisation_shows_them(trust: Trust) -> None:
    with trust.app.app_context(), transaction():
        db.session.get_one(Organisation, 1).managers_see_scores = False
    ben = trust.pages(BEN)
    assert table_words(ben.get("/team"), OTHERS)[0][-2:] == ["Passed", ""]
    assert "of 8" not in ben.get("/team").text
    assert "of 8" not in ben.get("/team.csv").html
    assert names(ben.get("/team?sort=score")) == names(ben.get("/team?sort=name"))


def test_a_pass_counts_the_moment_it_is_submitted(trust: Trust) -> None:
    ben = trust.pages(BEN)
    with trust.app.app_context():
        try_quiz(actor_of(trust.operator, ASHA), 1)
    page = ben.get("/team")
    assert page.words(".app-lead") == "4 of your 12 people need something from you."
    asha = next(row for row in table_words(page, OTHERS) if row[0] == "Asha Rahman")
    assert (asha[2], asha[-3:]) == ("Passed", ["30 Jun 2026", "7 of 8", "Report"])


FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"sort": "due", "order": "desc"},
    {"sort": "team"},
    {"sort": "score", "order": "desc"},
    {"status": "passed", "sort": "passed"},
    {"status": "overdue"},
    {"status": "due-soon", "sort": "start"},
    {"team": "Ward 1 (nights)", "sort": "status", "order": "desc"},
    {"team": "Ward 1", "status": "expired"},
)


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_the_file_is_what_the_screen_shows(trust: Trust, wanted: dict[str, str]) -> None:
    ben = trust.pages(BEN)
    query = dict(wanted)
    if "team" in query:
        option = next(tag for tag in ben.get("/team").soup.select("#team option") if query["team"] + " (" in tag.text)
        query["team"] = str(option["value"])
    page = ben.get("/team?" + "&".join(f"{name}={value}" for name, value in query.items()))
    file = ben.get(str(page.one("a[download][href*='.csv']")["href"]))
    tables = [table for caption in (NEEDING, OTHERS) if (table := table_words(page, caption))]
    assert_same(tables, file_words(file))
    rows = file_words(file)[1:]
    if wanted.get("status") == "passed":
        assert [row[2] for row in rows] == ["Passed"] * 3
    if wanted.get("sort") == "due":
        assert names(page) == ["Max Farrell", "Lee Carter", "Tia Mensah", "Rae Singh", "Asha Rahman", *names(page)[5:]]


def test_the_filters_keep_the_order_and_can_be_taken_off(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.submit(ben.get("/team?sort=start&order=desc"), {"status": "passed"}, form="main form.app-filters")
    assert "sort=start&order=desc" in page.path
    assert names(page) == [FORMULA, "Nia O'Neill", "Eve Adeyemi"]
    assert page.one("main details:has(table)").has_attr("open")
    assert "Showing 3 of 12 people. Show everybody" in page.text
    assert len(names(ben.get(str(page.soup.select("main p a:not([download])")[0]["href"])))) == 12


def test_each_heading_sorts_and_says_how_it_is_sorted(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.get("/team?team=0&status=nonsense&sort=nonsense")
    for link in page.soup.select("table:first-of-type th a"):
        sorted_page = ben.get(str(link["href"]))
        again = sorted_page.soup.select_one("table th[aria-sort]")
        assert again is not None
        assert link.get_text() in again.get_text()
        assert sorted(names(sorted_page)) == WARD_1_AND_BELOW
    backwards = ben.get("/team?sort=name&order=desc")
    assert names(backwards)[:2] == ["Tia Mensah", "Rae Singh"]
    assert backwards.soup.select("th[aria-sort=descending]")


def test_a_quiz_of_another_organisation_is_not_found(trust: Trust) -> None:
    assert trust.pages(BEN).get("/team?quiz=2").status == 404
    assert trust.pages(BEN).get("/team.csv?quiz=2").status == 404
    assert trust.dev().get("/team?quiz=2").status == 200


def test_before_a_quiz_is_published_the_page_says_so(trust: Trust) -> None:
    with trust.app.app_context():
        row = "Fay Hill,fay@fernbrook.example,Ward 9,hal@fernbrook.example,2026-05-01,permanent\n"
        add_staff(add_organisation("New Trust"), row + "Hal Moss,hal@fernbrook.example,Office,,2026-05-01,permanent")
    hal = trust.pages("hal@fernbrook.example", organisation_id=3)
    assert hal.get("/team").words(".app-lead") == "No quiz has been published yet."
    assert hal.get("/team?quiz=9").status == 404


def test_taking_the_list_away_is_noted(trust: Trust) -> None:
    answer = trust.pages(BEN).get("/team.csv?status=passed").response
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="my-team-2026-06-30.csv"'
    with trust.app.app_context():
        note = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).one()
        assert (note.subject, note.details) == ("team report, quiz 1", {"rows": 3, "file": "csv"})
        db.session.remove()
