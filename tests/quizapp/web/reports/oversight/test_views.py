"""The pages of oversight: who may open them, that they show what was counted, and files that say the same."""

from quizapp.access.roles import Role
from quizapp.services.people import people
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import TWO_VALUES
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, EVE, Trust, file_words, statements_of, table_words

LEARNING, QUESTIONS, TIME = "/organisation/learning", "/organisation/learning/questions", "/organisation/time"
EXCEPTIONS, STUCK = "/organisation/exceptions", "/organisation/exceptions/people?list=many-tries"
ADMINISTRATORS_ALONE = (
    EXCEPTIONS,
    STUCK,
    "/organisation/exceptions/people.csv?list=many-tries",
    "/organisation/settings",
    f"{LEARNING}.csv",
    f"{QUESTIONS}.json",
    f"{TIME}.xlsx",
)
AUTHORS_TOO = (LEARNING, QUESTIONS, TIME)


def test_only_an_administrator_may_open_them(trust: Trust) -> None:
    cara, others = trust.pages(CARA), [trust.pages(BEN), trust.pages(ASHA), trust.dev()]
    stranger = trust.app.test_client()
    for path in (*ADMINISTRATORS_ALONE, *AUTHORS_TOO):
        assert cara.client.get(path).status_code == 200
        assert [other.client.get(path).status_code for other in others] == [403, 403, 403]
        assert stranger.get(path).status_code == 303


def test_an_author_sees_what_is_about_questions_and_takes_no_file(trust: Trust) -> None:
    with trust.app.app_context():
        eve = people.find_by_email(trust.operator, EVE)
        people.grant_role(trust.operator, eve.id, role=Role.AUTHOR, now=NOW)
    pages = trust.pages(EVE)
    for path in AUTHORS_TOO:
        page = pages.get(path)
        assert page.status == 200
        assert "Download this" not in page.text
    assert pages.get("/organisation").status == 403
    for path in ADMINISTRATORS_ALONE:
        assert pages.client.get(path).status_code == 403


def test_every_exception_opens_the_list_it_counts_and_the_file_says_the_same(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    page = cara.get(EXCEPTIONS)
    assert page.words(".app-lead").startswith("16 people are stuck somewhere.")
    links = page.soup.select('main a[href^="/organisation/exceptions/people"]')
    assert len(links) == 14
    for link in links:
        people = file_words(cara.get(str(link["href"]).replace("people?", "people.csv?")))
        assert len(people) - 1 == int(link.get_text().split()[0])
    opened = cara.get("/organisation/exceptions/people?list=long-never-signed-in")
    assert opened.words(".app-lead").startswith("8 people.")
    whole = cara.get("/organisation/exceptions/people.csv?list=long-never-signed-in")
    assert file_words(whole) == table_words(opened, opened.heading)


def test_below_them_stands_what_the_record_lacks_of_whom(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    page = cara.get(EXCEPTIONS)
    assert "25 people who have the quiz are in post and not away." in page.text
    rows = table_words(page, "What the record has of people")[1:]
    assert [row[:2] for row in rows] == [
        ["An e-mail address", "23 of 25"],
        ["Somebody who manages them", "22 of 25"],
        ["A due date", "25 of 25"],
    ]
    opened = cara.get("/organisation/exceptions/people?list=no-email")
    assert opened.words(".app-lead") == "2 people. In post and not away, and there is no address to write to."
    assert [row[0] for row in table_words(opened, "No e-mail address")[1:]] == ["Abe Unread", "Ida Unread"]


def test_a_list_says_of_each_person_since_when_and_what_to_do(looked_at: Trust) -> None:
    page = looked_at.pages(CARA).get("/organisation/exceptions/people?list=never-signed-in")
    rows = {row[0]: row[1:4] for row in table_words(page, page.heading)[1:]}
    assert rows["Rex Bounce"] == ["Ward 1", "22 June 2026", "The mail server said: 550 5.1.1 There is no such mailbox"]
    assert rows["Ida Unread"] == ["Ward 1", "20 June 2026", "No e-mail address"]
    assert "Nothing before the return" in page.text


def test_what_is_not_there_is_not_found(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    for query in ("", "?list=nonsense", "?list=many-tries&quiz=2"):
        assert cara.get(f"/organisation/exceptions/people{query}").status == 404
    for path in (EXCEPTIONS, *AUTHORS_TOO):
        assert cara.get(f"{path}?quiz=2").status == 404


def test_first_answers_by_value(looked_at: Trust) -> None:
    page = looked_at.pages(CARA).get(LEARNING)
    assert page.words(".app-lead") == "30 of 35 people passed at the first try (85.7%)."
    rows = table_words(page, "First answers by value")
    assert rows[0] == ["Value", "Right", "Answers", "Share right"]
    assert {row[0] for row in rows[1:]} == {"Candour", "Thrift", "Curiosity", "Steadiness", "Vision and other parts"}
    assert file_words(looked_at.pages(CARA).get(f"{LEARNING}.csv")) == rows
    quarter = looked_at.pages(CARA).get(f"{LEARNING}?period=quarter")
    assert table_words(quarter, "First answers by value") != rows
    assert "In the last 3 months (from 31 March 2026)" in quarter.text


def test_first_answers_by_question_name_nobody(looked_at: Trust) -> None:
    page = looked_at.pages(CARA).get(QUESTIONS)
    rows = table_words(page, "Questions by first answers")
    (row,) = (row for row in rows if row[0] == TWO_VALUES)
    assert row == [
        TWO_VALUES,
        "Candour and Thrift",
        "24",
        "25",
        "96.0%",
        "3 of 3 wrong options: “two”, “three” and “four”",
    ]
    assert page.soup.select_one('a[href^="/bank/"]') is not None
    assert file_words(looked_at.pages(CARA).get(f"{QUESTIONS}.csv")) == rows
    assert "Past 01" not in page.html
    assert "Eve Adeyemi" not in page.html


def test_staff_time_by_month_and_what_asking_again_would_cost(looked_at: Trust) -> None:
    page = looked_at.pages(CARA).get(TIME)
    rows = table_words(page, "Time by month")
    assert rows[0] == ["Month", "People", "Attempts", "Hours"]
    assert [row[0] for row in rows[1:]] == ["June 2026", "May 2026", "April 2026", "February 2026"]
    assert "Asking staff of every type who are in post again would ask" in page.text
    assert file_words(looked_at.pages(CARA).get(f"{TIME}.csv")) == rows


def test_looking_takes_few_statements_and_writes_nothing(looked_at: Trust) -> None:
    pages = looked_at.pages(CARA)
    for path in AUTHORS_TOO:
        with statements_of(looked_at.app) as said:
            pages.get(path)
        assert len(said) <= 7
        assert not [one for one in said if one.lstrip().upper().startswith(("INSERT", "DELETE"))]


def test_the_values_are_drawn_with_their_numbers_where_two_have_answers_enough(looked_at: Trust) -> None:
    page = looked_at.pages(CARA).get(LEARNING)
    assert page.words("figure h2").startswith("All 3 are known about equally at a first try")
    picture = looked_at.pages(CARA).get(str(page.one("figure a[download]")["href"]))
    assert picture.response.mimetype == "image/svg+xml"
    assert "75.0% (15 of 20)" in picture.html
