"""Step curves: they rise at their days, end where they are known, and keep their words apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.output.charts.paper import Caption, Paper
from quizapp.output.charts.steps import StepChart, StepLine, draw_steps
from tests.quizapp.output.charts.sheets import faults_of, words_on

PAPERS = (Paper("wide"), Paper("narrow", is_narrow=True), Paper("alone", is_alone=True))
CURVES = st.lists(
    st.lists(st.floats(0, 100), min_size=1, max_size=91).map(lambda values: tuple(sorted(values))), max_size=2
)


def chart(*curves: tuple[float, ...], due: int | None = 28) -> StepChart:
    lines = tuple(StepLine(one, f"Quarter {number} (48 starters)", "88.8%") for number, one in enumerate(curves))
    caption = Caption("Title", "Description", "Source")
    marked = None if due is None else (due, f"Due: day {due}")
    return StepChart(caption, "Starters who have passed", "Days since they started", 90, lines, marked)


@given(CURVES, st.sampled_from(PAPERS), st.none() | st.integers(1, 120))
@settings(max_examples=40)
def test_words_never_touch_nor_leave_the_sheet(curves: list[tuple[float, ...]], paper: Paper, due: int | None) -> None:
    assert faults_of(draw_steps(chart(*curves, due=due), paper=paper)) == []


def test_a_curve_steps_on_its_days_and_ends_with_what_is_known() -> None:
    svg = draw_steps(chart((0.0, 0.0, 50.0, 50.0)), paper=PAPERS[0])
    curve = next(part for part in svg.split("<path") if 'stroke-width="3.5"' in part)
    places = [tuple(map(float, place.split())) for place in curve.split('"')[1].removeprefix("M").split("L")]
    assert [y for _, y in places] == [places[0][1]] * 2 + [places[0][1] - 150] * 2
    assert places[1][0] == places[2][0] < places[3][0]


def test_a_due_day_beyond_the_last_is_not_drawn() -> None:
    assert "Due: day 90" in draw_steps(chart(due=90), paper=PAPERS[0])
    assert "Due: day 91" not in draw_steps(chart(due=91), paper=PAPERS[0])


def test_curves_that_end_together_keep_their_words_apart() -> None:
    ends = [
        one for one in words_on(draw_steps(chart((90.0,) * 91, (91.0,) * 91), paper=PAPERS[1])) if one.words == "88.8%"
    ]
    assert len(ends) == 2
    assert not ends[0].touches(ends[1])
