from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.assessment.trends.step_curve import Starter
from quizapp.services.reports.pictures import draw
from quizapp.web.reports.trends.step_chart import ESTIMATED, draw_steps, is_estimated, tabulate
from tests.quizapp.output.charts.sheets import faults_of
from tests.quizapp.web.reports.trends.months import HEAD, make_cohort, starters

NINE = (1, 2, 3, 4, 5, 6, 7, 8, 9)


@pytest.mark.parametrize(
    ("this", "before", "title"),
    [
        (
            (*NINE, None),
            (*NINE, None, None),
            "By day 28, 9 of 10 starters of this quarter (90.0%) had passed, and 9 of 11 starters of last quarter"
            " (81.8%)",
        ),
        (
            (*NINE, 9),
            (*NINE, 28),
            "By day 28, 10 of 10 starters of this quarter (100.0%) had passed, and 10 of 10 starters of last quarter"
            " (100.0%)",
        ),
        (NINE, (*NINE, 40), "By day 28, 9 of 10 starters of last quarter (90.0%) had passed"),
        ((*NINE, 40), NINE, "By day 28, 9 of 10 starters of this quarter (90.0%) had passed"),
    ],
)
def test_the_title_says_what_the_curves_show(
    this: tuple[int | None, ...], before: tuple[int | None, ...], title: str
) -> None:
    chart = draw_steps(starters(*this, before=before))
    assert chart is not None
    assert chart.caption.title == title
    picture = draw(chart, name="starters")
    assert faults_of(picture.wide) == faults_of(picture.narrow) == []


def test_a_share_beyond_those_who_left_is_called_an_estimate_of_those_still_in_post() -> None:
    first, last = date(2026, 7, 1), date(2026, 9, 30)
    stayed = [Starter(first, None, first + timedelta(days=28))] * 10
    left = [Starter(first, first + timedelta(days=27))] * 10
    known = starters(*NINE, 9, before=(*NINE, None))
    found = replace(known, quarters=(make_cohort([*stayed, *left], first, last), known.quarters[1]))
    chart = draw_steps(found)
    assert chart is not None
    assert chart.caption.title == (
        "By day 28, an estimated 100.0% of the starters of this quarter still in post had passed,"
        " and 9 of 10 starters of last quarter (90.0%)"
    )
    assert chart.caption.description.endswith(ESTIMATED)
    assert is_estimated(found)
    assert not is_estimated(known)


def test_a_share_beyond_those_who_have_not_been_here_so_long_is_called_an_estimate() -> None:
    first, newest = date(2026, 7, 1), HEAD.on.day
    group = [Starter(first, None, first + timedelta(days=20))] * 11 + [Starter(newest)] * 9
    known = starters(before=(1,))
    cohort = make_cohort(group, first, date(2026, 9, 30))
    chart = draw_steps(replace(known, quarters=(cohort, known.quarters[1])))
    assert chart is not None
    assert chart.caption.title == "By day 28, an estimated 100.0% of the starters of this quarter had passed"


def test_each_curve_names_its_quarter_and_how_many_it_follows() -> None:
    chart = draw_steps(starters(*NINE, None, before=(*NINE, 100)))
    assert chart is not None
    assert [(line.words, line.end) for line in chart.lines] == [
        ("This quarter so far, Jul to Sep 2026 (10 starters)", "90.0%"),
        ("Last quarter, Apr to Jun 2026 (10 starters)", "90.0%"),
    ]
    assert [len(line.values) - 1 for line in chart.lines] == [50, 90]
    assert chart.marked == (28, "Due: day 28")
    assert "day 7 70.0%" in chart.caption.description


def test_the_table_says_where_too_few_were_followed() -> None:
    table = tabulate(starters(*NINE, None, before=NINE))
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["7"] == ["70.0%", "10", "Not known", "Fewer than 10"]
    assert rows["60"] == ["Not known", "Fewer than 10", "Not known", "Fewer than 10"]


def test_under_ten_starters_have_no_curve() -> None:
    assert draw_steps(starters(*NINE, before=NINE)) is None
