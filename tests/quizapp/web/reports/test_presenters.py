from dataclasses import replace

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import Status
from quizapp.services.reports.organisation import TeamLine
from quizapp.web.reports.presenters import (
    Paths,
    Picture,
    Selection,
    present_nothing,
    present_organisation,
    read_selection,
)
from quizapp.web.shell.asked.report_day import read_day
from quizapp.web.shell.parts import Cell
from quizapp.web.shell.tables.ordering import Order
from tests.quizapp.web.scenes.rows import HEAD, MEASURES, NOBODY, csv_of, files_at, organisation_report

PATHS = Paths(
    "/organisation", files=files_at("/organisation"), people="/people", pictures={one: f"/{one}.svg" for one in Picture}
)
REPORT = organisation_report()


def test_the_page_says_what_when_and_for_which_quiz() -> None:
    page = present_organisation(REPORT, Selection(None, Order("overdue", descending=True)), paths=PATHS)
    assert (page.caption, page.as_at) == ("Our values", "As at 7.02am on 3 June 2026")
    assert page.sentence == "8 of 11 people who were due have passed."
    assert csv_of(page.downloads) == "/organisation.csv?quiz=3&sort=overdue&order=desc"
    assert [column.text for column in page.columns if column.sort == "descending"] == ["Overdue"]
    assert page.quizzes == ()


def test_several_quizzes_can_be_chosen_from() -> None:
    several = replace(REPORT, head=replace(HEAD, quizzes=((2, "Fire"), (3, "Our values"))))
    page = present_organisation(several, Selection(None, Order("team")), paths=PATHS)
    assert [(choice.value, choice.checked) for choice in page.quizzes] == [("2", False), ("3", True)]


def test_the_word_for_the_target_stands_with_its_number_and_never_alone() -> None:
    page = present_organisation(REPORT, Selection(None, Order("team")), paths=PATHS)
    assert page.rating == Cell("More than 5 points below the target of 90%", tag="red")
    past = replace(REPORT, head=replace(HEAD, on=ReportDay(HEAD.on.day, is_over=True)))
    rating = present_organisation(past, Selection(None, Order("team")), paths=PATHS).rating
    assert rating == Cell("More than 5 points below today's target of 90%", tag="red")
    few = replace(REPORT, measures=NOBODY)
    assert present_organisation(few, Selection(None, Order("team")), paths=PATHS).rating is None


def test_teams_and_statuses_are_drawn_where_there_are_enough_people() -> None:
    assert present_organisation(REPORT, Selection(None, Order("team")), paths=PATHS).charts == ()
    lines = tuple(TeamLine(number, f"Ward {number}", MEASURES) for number in (1, 2))
    drawn = replace(organisation_report(*lines), statuses={Status.PASSED: 12, Status.OVERDUE: 3})
    charts = present_organisation(drawn, Selection(None, Order("team")), paths=PATHS).charts
    assert [chart.file for chart in charts] == ["/teams.svg?quiz=3", "/statuses.svg?quiz=3"]
    assert all(chart.wide.startswith("<svg") for chart in charts)


def test_a_team_is_reached_from_those_above_it() -> None:
    ward = replace(REPORT, path=((1, "Nursing"), (4, "Ward 1")))
    page = present_organisation(
        ward, Selection(None, Order("team"), team=4, day=read_day({"day": "2026-05-31"})), paths=PATHS
    )
    assert [(crumb.text, crumb.href) for crumb in page.crumbs] == [
        ("All teams", "/organisation?quiz=3&day=2026-05-31"),
        ("Nursing", "/organisation?quiz=3&team=1&day=2026-05-31"),
        ("Ward 1", ""),
    ]
    assert page.heading == "Ward 1"
    assert {cell.href for row in page.rows for cell in row if cell.href} == {
        f"/people?group={group}&team=4&quiz=3&day=2026-05-31"
        for group in ("everybody", "in-scope", "due", "due-passed", "overdue", "not-due-yet", "absent")
    }


def test_what_an_address_asks_for_is_read() -> None:
    assert read_selection({"quiz": "3", "sort": "share"}) == Selection(3, Order("share"))
    assert read_selection({"quiz": "x", "sort": "x"}) == Selection(None, Order("team"))


def test_before_there_is_a_quiz_there_is_one_sentence() -> None:
    page = present_nothing("No quiz has been published yet.")
    assert (page.sentence, page.figures, page.rows) == ("No quiz has been published yet.", (), ())
