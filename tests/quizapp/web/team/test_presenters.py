from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.measures import Share
from quizapp.assessment.status import Status
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.team.presenters import (
    Selection,
    TeamPage,
    need_detail,
    need_sentence,
    others_summary,
    passed_sentence,
    present_file,
    present_team,
    read_selection,
)
from tests.quizapp.web.rows import HEAD, MEASURES, csv_of, files_at, person, team_report

LATE = person("Lee", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 20), days_late=14)
LATER = person("Zoe", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 1), days_late=33)
DONE = person("Nia", status=Status.PASSED, passed_on=date(2026, 5, 9), score=7, count=8)
AWAY = person("Pat", status=Status.ABSENT, team_id=13, team="Ward 2")
BOTH = ((12, "Ward 1"), (13, "Ward 2"))


def page_of(*rows: ReportRow, selection: Selection | None = None) -> TeamPage:
    return present_team(team_report(*rows, teams=BOTH), selection or Selection(), path="/team", files=files_at("/team"))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([LATE, DONE, AWAY], "1 of your 3 people needs something."),
        ([LATE, LATER, DONE], "2 of your 3 people need something."),
        ([LATE], "The only person in your team needs something."),
        ([DONE], "Nothing to do. Everyone in your team has passed or is not due yet."),
        ([DONE, AWAY], "Nothing to do. Everyone in your team has passed, is not due yet or is on long-term absence."),
        ([LATE] * 1200, "1,200 of your 1,200 people need something."),
    ],
)
def test_the_first_line_says_what_there_is_to_do(rows: list[ReportRow], sentence: str) -> None:
    assert need_sentence(rows) == sentence


def test_the_second_line_says_it_by_reason() -> None:
    soon = person("Sol", status=Status.DUE_SOON, needs_something=True)
    gone = person("Tia", status=Status.EXPIRED, needs_something=True)
    tried = person("Max", status=Status.NOT_PASSED_YET, needs_something=True, tries=3)
    assert need_detail([soon, LATE, tried, gone, LATER, DONE]) == (
        "2 overdue, 1 with a pass that has run out, 1 due within 7 days, 1 with 3 tries or more and no pass"
    )


def test_everybody_else_is_summed_up() -> None:
    others = [DONE, AWAY, person("Sol"), person("Eve", status=Status.IN_PROGRESS), person(status=Status.EXPIRING)]
    assert others_summary(others) == "5 others: 2 passed, 2 not due yet, 1 on long-term absence"
    assert others_summary([DONE]) == "1 other: 1 passed"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(8, 11), "8 of 11 who were due hold a valid pass (72.7%)."),
        (Share(8, 9), "8 of 9 who were due hold a valid pass."),
        (Share(1, 2), "1 of 2 who were due holds a valid pass."),
        (Share(0, 0), "No one was due yet."),
    ],
)
def test_a_percentage_is_given_from_ten_people_on(share: Share, words: str) -> None:
    assert passed_sentence(replace(team_report(DONE), measures=replace(MEASURES, compliance=share))) == words


def test_whoever_has_waited_longest_comes_first_and_the_rest_go_by_name() -> None:
    page = page_of(DONE, LATE, AWAY, LATER)
    assert [row[0].text for row in page.needing] == ["Zoe", "Lee"]
    assert [row[0].text for row in page.others] == ["Nia", "Pat"]
    assert [column.text for column in page.needing_columns if column.sort == "ascending"] == ["Due"]
    assert [column.text for column in page.others_columns if column.sort == "ascending"] == ["Name"]
    assert not page.others_open


def test_an_order_that_was_asked_for_holds_for_both() -> None:
    page = page_of(DONE, LATE, AWAY, LATER, selection=Selection(order=Order("name", descending=True)))
    assert [row[0].text for row in (*page.needing, *page.others)] == ["Zoe", "Lee", "Pat", "Nia"]
    assert page.others_open
    assert csv_of(page.downloads) == "/team.csv?sort=name&order=desc"


def test_filters_leave_people_out_and_say_so() -> None:
    page = page_of(DONE, LATE, AWAY, LATER, selection=Selection(quiz=3, team=13, status=Status.ABSENT))
    assert [row[0].text for row in page.others] == ["Pat"]
    assert (page.shown, page.nobody) == ("Showing 1 of 4 people", "Nobody with these filters needs something.")
    assert page.everybody == "/team?quiz=3"
    assert csv_of(page.downloads) == "/team.csv?quiz=3&team=13&status=on-long-term-absence"
    assert page.sentence == "2 of your 4 people need something."


def test_a_team_that_is_none_of_theirs_leaves_nobody_out() -> None:
    assert page_of(DONE, selection=Selection(team=99)).shown == ""


def test_filters_offer_what_there_is_with_its_number() -> None:
    page = page_of(DONE, LATE, AWAY, LATER, selection=Selection(status=Status.OVERDUE))
    assert [choice.text for choice in page.teams] == ["All teams", "Ward 1 (3)", "Ward 2 (1)"]
    assert [(choice.value, choice.text) for choice in page.statuses] == [
        ("", "All statuses"),
        ("on-long-term-absence", "On long-term absence (1)"),
        ("passed", "Passed (1)"),
        ("overdue", "Overdue (2)"),
    ]
    assert [choice.value for choice in page.statuses if choice.checked] == ["overdue"]
    assert page.quizzes == ()


def test_several_quizzes_can_be_chosen_from() -> None:
    report = replace(team_report(DONE), head=replace(HEAD, quizzes=((2, "Fire"), (3, "Our values"))))
    page = present_team(report, Selection(), path="/team", files=files_at("/team"))
    assert [(choice.text, choice.checked) for choice in page.quizzes] == [("Fire", False), ("Our values", True)]
    assert page.teams == ()


def test_no_team_and_nobody_in_it_are_two_things() -> None:
    nothing = present_team(team_report(teams=()), Selection(), path="/team", files=files_at("/team"))
    assert nothing.sentence.startswith("We cannot find a team for you.")
    assert page_of().sentence == "Nobody in your team has been given this quiz yet."
    assert (nothing.statuses, nothing.downloads) == ((), None)


def test_the_file_has_the_rows_in_the_order_of_the_screen() -> None:
    table = present_file(team_report(DONE, LATE, AWAY, LATER, teams=BOTH), Selection())
    assert table.header == ("Name", "Team", "Status", "Reason", "Start", "Due", "Passed", "Score")
    assert [row[0] for row in table.rows] == ["Zoe", "Lee", "Nia", "Pat"]
    assert list(table.rows)[2] == ["Nia", "Ward 1", "Passed", "", "1 May 2026", "3 Jul 2026", "9 May 2026", "7 of 8"]


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({}, Selection()),
        ({"quiz": "3", "team": "12", "status": "due-soon"}, Selection(3, 12, Status.DUE_SOON)),
        ({"sort": "due", "order": "desc"}, Selection(order=Order("due", descending=True))),
        ({"sort": "reason"}, Selection(order=Order("name"))),
        ({"quiz": "x", "team": "-1", "status": "Overdue", "order": "desc"}, Selection()),
    ],
)
def test_what_an_address_asks_for_is_read(query: dict[str, str], selection: Selection) -> None:
    assert read_selection(query) == selection
