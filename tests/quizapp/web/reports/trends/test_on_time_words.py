from dataclasses import replace

from quizapp.assessment.measures import Share
from quizapp.web.reports.trends.on_time_words import FROZEN, LIVE, Paths, present_file, present_nothing, present_on_time
from tests.quizapp.web.reports.trends.months import CALM, on_time
from tests.quizapp.web.scenes.rows import csv_of, files_at

PATHS = Paths("/trend.svg", files_at("/trend"), lambda month: f"/months/{month:%Y-%m}", "/trend/people")
FOUND = on_time(*CALM, Share(3, 8), Share(0, 0), Share(95, 100), frozen=13)


def test_the_page_says_whether_anything_changed_and_what_to_expect() -> None:
    page = present_on_time(FOUND, paths=PATHS)
    assert page.sentence == FOUND.sentence
    assert page.target.startswith("1 of the last 6 months with people due met the target of 90%.")
    assert page.small.startswith("In 1 of 14 months fewer than 10 people were due")
    assert (page.caption, page.as_at) == ("Our values", "As at 7.02am on 20 August 2026")
    assert page.is_control_chart
    assert page.figure is not None
    assert page.figure.file == "/trend.svg?quiz=3"
    assert csv_of(page.downloads) == "/trend.csv?quiz=3"


def test_each_number_opens_its_people_and_a_frozen_month_its_page() -> None:
    newest, empty, few, *_ = present_on_time(FOUND, paths=PATHS).rows
    assert [cell.text for cell in newest] == ["Mar 2026", "100", "95", "95.0%", "", LIVE]
    assert [cell.href for cell in newest[:3]] == [
        None,
        "/trend/people?group=due&month=2026-03-01&quiz=3",
        "/trend/people?group=on-time&month=2026-03-01&quiz=3",
    ]
    assert [cell.text for cell in empty] == ["Feb 2026", "0", "0", "No one due", "", LIVE]
    assert not any(cell.href for cell in empty)
    assert [cell.text for cell in few] == ["Jan 2026", "8", "3", "3 of 8", "Below lower limit", FROZEN]
    assert [cell.href for cell in few[:3]] == [
        "/months/2026-01?quiz=3",
        "/trend/people?group=due&month=2026-01-01&quiz=3",
        "/trend/people?group=on-time&month=2026-01-01&quiz=3",
    ]


def test_the_file_has_the_words_of_the_screen_with_numbers_as_numbers() -> None:
    page, table = present_on_time(FOUND, paths=PATHS), present_file(FOUND)
    assert table.header == tuple(column.text for column in page.columns)
    assert [[str(value) for value in row] for row in table.rows] == [[cell.text for cell in row] for row in page.rows]


def test_few_months_are_a_run_chart_and_none_are_a_sentence() -> None:
    page = present_on_time(on_time(*CALM[:3]), paths=PATHS)
    assert page.sentence.startswith("3 months so far")
    assert not page.is_control_chart
    nothing = present_on_time(on_time(), paths=PATHS)
    assert (nothing.figure, nothing.rows, nothing.downloads) == (None, [], None)
    assert present_nothing("No quiz has been published yet.").figure is None


def test_several_quizzes_can_be_chosen_from() -> None:
    series = replace(FOUND.series, quizzes=((2, "Fire"), (3, "Our values")))
    page = present_on_time(replace(FOUND, series=series), paths=PATHS)
    assert [(choice.value, choice.checked) for choice in page.quizzes] == [("2", False), ("3", True)]
