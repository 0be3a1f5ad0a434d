from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.assessment.trends.step_curve import Starter
from quizapp.web.reports.trends.starters_words import NO_CURVE, Paths, present_file, present_nothing, present_starters
from quizapp.web.reports.trends.step_chart import ESTIMATED
from quizapp.web.shell.asked.report_day import TODAY
from tests.quizapp.web.reports.trends.months import HEAD, make_cohort, starters
from tests.quizapp.web.scenes.rows import csv_of, files_at

PATHS = Paths("/starters.svg", files_at("/starters"), "/starters/people")


@pytest.mark.parametrize(
    ("passed_after", "sentence"),
    [
        (
            (1, 2, 3, 4, 5, 6, 7, 8, 9, None),
            "9 of 10 starters of this quarter have passed, half of those by day 5 and 9 in 10 by day 9."
            " 1 person has not passed yet.",
        ),
        ((None, None), "0 of 2 starters of this quarter have passed. 2 people have not passed yet."),
        ((), "Nobody has started this quarter yet."),
    ],
)
def test_the_sentence_counts_those_who_have_passed_and_those_who_have_not(
    passed_after: tuple[int | None, ...], sentence: str
) -> None:
    assert present_starters(starters(*passed_after), TODAY, paths=PATHS).sentence == sentence


def test_every_number_opens_its_list_and_nought_opens_none() -> None:
    page = present_starters(starters(1, None), TODAY, paths=PATHS)
    assert [cell.text for cell in page.rows[0]] == [
        "This quarter so far, Jul to Sep 2026",
        "2",
        "1",
        "1",
        "0",
        "1",
        "1",
    ]
    assert [cell.href for cell in page.rows[0][1:5]] == [
        *(f"/starters/people?quiz=3&from=2026-07-01&months=3&group={group}" for group in ("all", "passed", "open")),
        None,
    ]
    assert page.rows[2][1].href == "/starters/people?quiz=3&from=2026-07-01&months=1&group=all"


def test_the_file_has_the_words_of_the_screen_with_numbers_as_numbers() -> None:
    found = starters(1, 2, None)
    page, table = present_starters(found, TODAY, paths=PATHS), present_file(found)
    assert csv_of(page.downloads) == "/starters.csv?quiz=3"
    assert [[str(value) for value in row] for row in table.rows] == [[cell.text for cell in row] for row in page.rows]


def test_a_picture_with_estimates_says_so_under_it() -> None:
    counted = present_starters(starters(before=(*range(9), None)), TODAY, paths=PATHS).figure
    known = starters(before=(1,))
    newest = [Starter(HEAD.on.day - timedelta(days=number)) for number in range(12)]
    so_far = replace(known, quarters=(make_cohort(newest, date(2026, 7, 1), date(2026, 9, 30)), known.quarters[1]))
    estimated = present_starters(so_far, TODAY, paths=PATHS).figure
    assert counted is not None
    assert estimated is not None
    assert (counted.note, estimated.note) == ("", ESTIMATED)


def test_few_starters_have_counts_and_no_curve() -> None:
    page = present_starters(starters(1, None), TODAY, paths=PATHS)
    assert (page.figure, page.note) == (None, NO_CURVE)
    assert present_nothing("No quiz has been published yet.", TODAY).rows == ()
