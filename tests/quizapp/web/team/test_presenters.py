from dataclasses import replace
from datetime import date

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Status
from quizapp.services.managing.team_page import ManagedTeam
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.asked.report_day import AskedDay
from quizapp.web.shell.parts import Problem
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.team.presenters import Paths, TeamPage, present_file, present_team
from quizapp.web.team.row_words import TeamTable
from quizapp.web.team.selection import Selection
from tests.quizapp.web.scenes.rows import DAY, HEAD, csv_of, files_at, person, team_report

LATE = person("Lee", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 20), days_late=14)
LATER = person("Zoe", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 1), days_late=33)
DONE = person("Nia", status=Status.PASSED, passed_on=date(2026, 5, 9), score=7, count=8)
AWAY = person("Pat", status=Status.ABSENT, team_id=13, team="Ward 2")
PATHS = Paths("/team", files_at("/team"), lambda person_id, quiz_id: f"/team/tell?quiz={quiz_id}&person={person_id}")
BOTH = ((12, "Ward 1"), (13, "Ward 2"))


def page_of(*rows: ReportRow, selection: Selection | None = None) -> TeamPage:
    return present_team(ManagedTeam(team_report(*rows, teams=BOTH)), selection or Selection(), paths=PATHS)


def names(table: TeamTable | None) -> list[str]:
    return [row[0].text for row in table.rows] if table else []


def sorted_by(table: TeamTable | None) -> list[str]:
    return [column.text for column in table.columns if column.sort == "ascending"] if table else []


def test_whoever_has_waited_longest_comes_first_and_the_rest_go_by_name() -> None:
    page = page_of(DONE, LATE, AWAY, LATER)
    assert names(page.needing) == ["Zoe", "Lee"]
    assert names(page.others) == ["Nia", "Pat"]
    assert [sorted_by(table) for table in (page.needing, page.others)] == [["Due"], ["Name"]]
    assert not page.others_open


def test_an_order_that_was_asked_for_holds_for_both() -> None:
    page = page_of(DONE, LATE, AWAY, LATER, selection=Selection(order=Order("name", descending=True)))
    assert names(page.needing) + names(page.others) == ["Zoe", "Lee", "Pat", "Nia"]
    assert page.others_open
    assert csv_of(page.downloads) == "/team.csv?sort=name&order=desc"


def test_filters_leave_people_out_and_say_so() -> None:
    page = page_of(DONE, LATE, AWAY, LATER, selection=Selection(quiz=3, team=13, status=Status.ABSENT))
    assert names(page.others) == ["Pat"]
    assert (page.shown, page.nobody) == ("Showing 1 of 4 people", "Nobody with these filters needs something.")
    assert page.everybody == "/team?quiz=3"
    assert csv_of(page.downloads) == "/team.csv?quiz=3&team=13&status=on-long-term-absence"
    assert page.sentence == "2 of your 4 people need something from you."


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
    page = present_team(ManagedTeam(report), Selection(), paths=PATHS)
    assert [(choice.text, choice.checked) for choice in page.quizzes] == [("Fire", False), ("Our values", True)]
    assert page.teams == ()


def test_no_team_and_nobody_in_it_are_two_things() -> None:
    nothing = present_team(ManagedTeam(team_report(teams=())), Selection(), paths=PATHS)
    assert nothing.sentence.startswith("We cannot find a team for you.")
    assert page_of().sentence == "Nobody in your team has been given this quiz yet."
    assert (nothing.statuses, nothing.downloads) == ((), None)


def test_the_file_has_the_rows_in_the_order_of_the_screen() -> None:
    table = present_file(ManagedTeam(team_report(DONE, LATE, AWAY, LATER, teams=BOTH)), Selection())
    assert table.header == ("Name", "Team", "Status", "Reason", "Start", "Due", "Passed", "Score")
    assert [row[0] for row in table.rows] == ["Zoe", "Lee", "Nia", "Pat"]
    nia = ["Nia", "Ward 1", "Passed", "", "1 May 2026", "3 Jul 2026", "9 May 2026", "7 of 8"]
    assert list(table.rows)[2] == nia


def test_on_a_past_day_nothing_can_be_done() -> None:
    past = replace(HEAD, on=ReportDay(DAY, is_over=True))
    report = replace(team_report(DONE, LATE, teams=BOTH), head=past)
    day = AskedDay(DAY, ("3", "6", "2026"))
    page = present_team(ManagedTeam(report), Selection(quiz=3, day=day), paths=PATHS)
    assert page.sentence == "1 of 2 people needed something on that day."
    assert (page.as_at, page.today) == ("As at the end of 3 June 2026", "/team?quiz=3")
    assert not page.can_act
    assert page.needing is not None
    assert "Last contact" not in [column.text for column in page.needing.columns]
    assert not [cell for row in page.needing.rows for cell in row if cell.tick or cell.href]
    assert csv_of(page.downloads) == "/team.csv?quiz=3&day=2026-06-03"
    table = present_file(ManagedTeam(report), Selection())
    assert "Reported" not in table.header


def test_a_day_that_is_none_is_said_beside_its_fields() -> None:
    page = page_of(DONE, selection=Selection(day=AskedDay(typed=("31", "6", "2026"), problem="No such day.")))
    assert page.problems == [Problem("No such day.", "#on-day")]
    assert page.sentence.startswith("Nothing to do.")


def test_the_boxes_can_be_emptied_and_filled_without_a_script() -> None:
    page = page_of(LATE, selection=Selection(quiz=3))
    assert page.tick_links == (("Select nobody", "/team?quiz=3&ticks=none"),)
    again = page_of(LATE, selection=Selection(quiz=3, ticks="none"))
    assert again.tick_links == (("Select everybody", "/team?quiz=3&ticks=all"),)
