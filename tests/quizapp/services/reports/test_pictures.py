"""Each kind of chart can be had for a page, a phone and a file."""

import pytest

from quizapp.services.reports.pictures import (
    Bar,
    BarChart,
    Caption,
    Chart,
    Fill,
    MonthChart,
    Part,
    Point,
    StackChart,
    StepChart,
    StepLine,
    draw,
    draw_file,
)

CAPTION = Caption("What it says", "For those who do not see it", "Where it is from")


@pytest.mark.parametrize(
    "chart",
    [
        MonthChart(CAPTION, "Share", ("Jan 2026",), (Point(0, 80.0),), ()),
        BarChart(CAPTION, "Share", (Bar("Ward 1", 80.0, "80.0%"),)),
        StackChart(CAPTION, "People", (Part(3, "Passed: 3 people", Fill.SOLID),)),
        StepChart(CAPTION, "Share", "Days", 90, (StepLine((10.0, 20.0), "This quarter", "20.0%"),)),
    ],
)
def test_every_kind_of_chart_is_drawn_for_page_phone_and_file(chart: Chart) -> None:
    picture = draw(chart, name="one")
    assert 'viewBox="0 0 960 ' in picture.wide
    assert 'viewBox="0 0 288 ' in picture.narrow
    assert "Where it is from" in draw_file(chart, name="one").decode()
    assert "Where it is from" not in picture.wide
