"""One bar of people by status: every part in the key, no two parts with the same pattern."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.output.charts.fills import Fill, define, ink_of, reference
from quizapp.output.charts.paper import Caption, Paper
from quizapp.output.charts.stack import Part, StackChart, draw_stack
from tests.quizapp.output.charts.sheets import faults_of, words_on

PAPERS = (Paper("wide"), Paper("narrow", is_narrow=True), Paper("alone", is_alone=True))


def chart(*people: int) -> StackChart:
    parts = tuple(
        Part(count, f"Status {number}: {count:,} people", fill)
        for number, (count, fill) in enumerate(zip(people, Fill, strict=False))
    )
    return StackChart(Caption("Title", "Description", "Source"), "Everybody in post", parts)


@given(st.lists(st.integers(0, 5000), max_size=len(Fill)), st.sampled_from(PAPERS))
@settings(max_examples=40)
def test_words_never_touch_nor_leave_the_sheet(people: list[int], paper: Paper) -> None:
    assert faults_of(draw_stack(chart(*people), paper=paper)) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_part_with_people_stands_in_the_key(paper: Paper) -> None:
    said = [one.words for one in words_on(draw_stack(chart(400, 0, 1, 30), paper=paper))]
    assert [one for one in said if one.startswith("Status")] == [
        "Status 0: 400 people",
        "Status 2: 1 people",
        "Status 3: 30 people",
    ]
    assert "400" in said


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=9), st.sampled_from(PAPERS))
@settings(max_examples=30)
def test_the_number_of_every_part_stands_above_the_bar(people: list[int], paper: Paper) -> None:
    said = [one.words for one in words_on(draw_stack(chart(*people), paper=paper))]
    assert [one for one in said if one.replace(",", "").isdigit()] == [f"{one:,}" for one in people]


def test_no_two_fills_look_alike_without_colour() -> None:
    drawn = {
        define(fill, name="x").replace(ink_of(fill), "ink").replace(str(fill).replace(" ", "-"), "") for fill in Fill
    }
    plain = {reference(fill, name="x") for fill in (Fill.SOLID, Fill.DARK, Fill.EMPTY)}
    assert len(drawn) == len(Fill) - 3 + 1
    assert len(plain) == 3
