"""Lying bars: names of any length, numbers at the ends, a target line that runs through no word."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.output.charts.bars import Bar, BarChart, draw_bars
from quizapp.output.charts.paper import Caption, Paper
from quizapp.output.charts.shapes import PLUM
from tests.quizapp.output.charts.sheets import faults_of, words_on

PAPERS = (Paper("wide"), Paper("narrow", is_narrow=True), Paper("alone", is_alone=True))
BARS = st.builds(
    lambda name, share: Bar(name or "x", share, f"{share:.1f}% (1,234 of 5,678)"),
    st.text(st.sampled_from("abc dW "), max_size=90),
    st.floats(0, 100),
)


def chart(*bars: Bar, target: float | None = 90) -> BarChart:
    goal = None if target is None else (target, f"Target {target:.0f}%")
    return BarChart(Caption("Title", "Description", "Source"), "People who were due and have passed", bars, goal)


@given(st.lists(BARS, max_size=8), st.sampled_from(PAPERS), st.none() | st.integers(1, 100))
@settings(max_examples=40)
def test_words_never_touch_nor_leave_the_sheet(bars: list[Bar], paper: Paper, target: int | None) -> None:
    assert faults_of(draw_bars(chart(*bars, target=target), paper=paper)) == []


@given(st.floats(0, 100), st.sampled_from(PAPERS[:2]))
def test_the_target_runs_through_no_word(share: float, paper: Paper) -> None:
    svg = draw_bars(chart(Bar("Community nursing, north", share, "88.8% (80 of 90)")), paper=paper)
    found = re.search(rf'd="M([\d.]+) ([\d.]+)L[\d.]+ ([\d.]+)" fill="none" stroke="{PLUM}"', svg)
    assert found is not None
    x, top, bottom = (float(part) for part in found.groups())
    assert not [
        one.words for one in words_on(svg) if one.left < x < one.right and one.top < bottom and one.bottom > top
    ]


def test_bars_stand_in_the_order_given_and_nobody_has_a_trace_of_a_bar() -> None:
    svg = draw_bars(chart(Bar("First", 80, "80.0%"), Bar("Second", 0, "0.0%"), target=None), paper=PAPERS[0])
    said = [one.words for one in words_on(svg)]
    assert said.index("First") < said.index("Second")
    assert "Target" not in svg
    assert re.search(r'<rect [^>]*width="2" height="22"', svg)
