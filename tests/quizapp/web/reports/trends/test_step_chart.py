import pytest

from quizapp.services.reports.pictures import draw
from quizapp.web.reports.trends.step_chart import draw_steps, tabulate
from tests.quizapp.output.charts.sheets import faults_of
from tests.quizapp.web.reports.trends.months import starters

NINE = (1, 2, 3, 4, 5, 6, 7, 8, 9)


@pytest.mark.parametrize(
    ("this", "before", "title"),
    [
        (
            (*NINE, None),
            (*NINE, None, None),
            "By day 28, 90.0% of this quarter’s starters had passed: more than the 81.8% of last quarter",
        ),
        (
            (*NINE, None, None),
            (*NINE, 30),
            "By day 28, 81.8% of this quarter’s starters had passed: fewer than the 90.0% of last quarter",
        ),
        ((*NINE, 9), (*NINE, 28), "By day 28, 100.0% of this quarter’s starters had passed: the same as last quarter"),
        (NINE, (*NINE, 40), "By day 28, 90.0% of the starters of last quarter had passed"),
        ((*NINE, 40), NINE, "By day 28, 90.0% of the starters of this quarter had passed"),
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
