from dataclasses import replace

from quizapp.assessment.measures import Overdue, Share
from quizapp.assessment.trends.targets import Rating
from quizapp.services.reports.organisation import TeamLine
from quizapp.services.reports.oversight.exceptions import Exceptions, Matter
from quizapp.services.reports.trends.board import BoardReport
from quizapp.web.reports.trends.board_words import DEFINITIONS, Paths, present_board, present_file, present_nothing
from quizapp.web.shell.asked.report_day import TODAY, read_day
from tests.quizapp.web.reports.trends.months import CALM, on_time
from tests.quizapp.web.scenes.rows import HEAD, MEASURES, files_at, organisation_report

PATHS = Paths("/board.svg", files_at("/board"), "/people", "/stuck", "/queries", "/trend/people")
STUCK = Exceptions(HEAD, {matter: number for number, matter in enumerate(Matter)}, people=9, reported=4)
LINES = (
    TeamLine(12, "Ward 1", replace(MEASURES, compliance=Share(3, 4), overdue=Overdue(1, 1, 0, 0, 4))),
    TeamLine(None, "No team", replace(MEASURES, compliance=Share(5, 7), overdue=Overdue(2, 0, 2, 0, 20))),
)
FOUND = BoardReport(organisation_report(*LINES), Rating.RED, on_time(*CALM, Share(3, 4)), STUCK)


def test_the_headline_has_its_count_its_share_and_the_word_for_the_target() -> None:
    page = present_board(FOUND, TODAY, paths=PATHS)
    assert page.sentence == "8 of 11 people who were due have passed."
    assert page.rating == "72.7% is more than 5 points below the target of 90% (red)."
    assert [(fact.name, fact.text) for fact in page.facts] == [
        ("Compliance", "8 of 11 (72.7%)"),
        ("Rate as ESR counts it", "10 of 16 (62.5%)"),
        ("On time in Jan 2026", "3 of 4"),
        ("Not due yet", "4"),
        ("On long-term absence", "1"),
    ]


def test_both_numbers_of_a_share_open_their_lists() -> None:
    links = {
        fact.name: (fact.cell.href, fact.whole.href)
        for fact in present_board(FOUND, TODAY, paths=PATHS).facts
        if fact.whole
    }
    assert links["Compliance"] == ("/people?group=due-passed&quiz=3", "/people?group=due&quiz=3")
    assert links["Rate as ESR counts it"] == ("/people?group=passed&quiz=3", "/people?group=in-scope&quiz=3")
    assert links["On time in Jan 2026"] == (
        "/trend/people?group=on-time&month=2026-01-01&quiz=3",
        "/trend/people?group=due&month=2026-01-01&quiz=3",
    )


def test_what_needs_somebody_opens_its_list() -> None:
    actions = {fact.name: fact.cell for fact in present_board(FOUND, TODAY, paths=PATHS).actions}
    assert actions["Overdue by 8 to 28 days"].href == "/people?group=overdue-8-to-28&quiz=3"
    assert actions["Nobody manages them"].text == str(STUCK.counts[Matter.UNMANAGED])
    assert actions["Nobody manages them"].href == "/stuck?list=nobody-manages&quiz=3"
    assert (actions["Reported by managers, not settled yet"].text, actions["Mail refused"].href) == (
        "4",
        "/stuck?list=mail-refused&quiz=3",
    )


def test_a_past_day_says_nothing_of_what_is_stuck_now() -> None:
    page = present_board(replace(FOUND, exceptions=None), read_day({"day": "2026-05-31"}), paths=PATHS)
    assert [fact.name for fact in page.actions] == [
        "Overdue by 1 to 7 days",
        "Overdue by 8 to 28 days",
        "Overdue by 29 days and over",
    ]
    assert page.known_today.endswith("are known for today alone.")
    assert page.known_today in page.text
    assert present_board(FOUND, TODAY, paths=PATHS).known_today == ""
    assert page.rows[0][1].href is not None
    assert page.rows[0][1].href.endswith("&day=2026-05-31")


def test_the_text_to_copy_says_all_that_the_page_says() -> None:
    page = present_board(FOUND, TODAY, paths=PATHS)
    said = [page.sentence, page.rating, page.trend, page.target, page.small, page.caption, page.as_at]
    said += [f"{fact.name}: {fact.text}" for fact in (*page.facts, *page.actions)]
    said += [row[0].text for row in page.rows] + [words for _, words in DEFINITIONS]
    assert [words for words in said if words not in page.text] == []


def test_months_of_few_people_are_said_to_the_board_too() -> None:
    page = present_board(FOUND, TODAY, paths=PATHS)
    assert page.small.startswith("In 1 of 13 months fewer than 10 people were due")
    calm = replace(FOUND, trend=on_time(*CALM))
    assert present_board(calm, TODAY, paths=PATHS).small == ""


def test_the_teams_add_up_and_the_file_says_the_same() -> None:
    page, table = present_board(FOUND, TODAY, paths=PATHS), present_file(FOUND)
    due = [int(row[1].text) for row in page.rows]
    assert sum(due[:-1]) == due[-1]
    assert [[str(value) for value in row] for row in table.rows] == [[cell.text for cell in row] for row in page.rows]


def test_before_there_is_a_quiz_there_is_one_sentence() -> None:
    assert present_nothing("No quiz has been published yet.").facts == ()
