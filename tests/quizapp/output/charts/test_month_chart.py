"""The chart by month: nothing overlaps or leaves the sheet, however many months, levels and stretches there are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.output.charts.month_chart import Level, LevelKind, Look, MonthChart, Point, Span, draw_months
from quizapp.output.charts.paper import Caption, Paper
from tests.quizapp.output.charts.sheets import faults_of, words_on

CAPTION = Caption("No significant change in the last 14 months.", "A chart of 14 months", "Fernbrook Trust, June 2026")
PAPERS = (Paper("wide"), Paper("narrow", is_narrow=True), Paper("alone", is_alone=True))
NAMES = ("Upper limit 97.2%", "Target 90%", "Mean 84.1%", "Lower limit 71.0%")
KINDS = (LevelKind.LIMIT, LevelKind.TARGET, LevelKind.CENTRE, LevelKind.LIMIT)
LOOKS = tuple((look, f"What a {look} stands for") for look in Look)


def chart(count: int, *, levels: tuple[float, ...] = (), spans: tuple[Span, ...] = ()) -> MonthChart:
    return MonthChart(
        CAPTION,
        "Passed by their due date",
        tuple(f"{'Mar' if number % 2 else 'Sep'} {2020 + number // 12}" for number in range(count)),
        tuple(Point(number, 60 + number * 7 % 40, tuple(Look)[number % len(Look)]) for number in range(count)),
        tuple(Level(KINDS[number], level, NAMES[number]) for number, level in enumerate(levels)),
        spans,
        LOOKS,
    )


@st.composite
def charts(draw: st.DrawFn) -> MonthChart:
    count = draw(st.integers(1, 36))
    levels = tuple(draw(st.lists(st.floats(0, 100), max_size=4)))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).map(sorted)
    spans = tuple(Span(first, last, "7 above average") for first, last in draw(st.lists(ends, max_size=6)))
    return chart(count, levels=levels, spans=spans)


@given(charts(), st.sampled_from(PAPERS))
@settings(max_examples=40)
def test_words_never_touch_nor_leave_the_sheet(drawn: MonthChart, paper: Paper) -> None:
    assert faults_of(draw_months(drawn, paper=paper)) == []


@pytest.mark.parametrize("count", [0, 1, 2])
def test_hardly_any_month_can_be_drawn_too(count: int) -> None:
    for paper in PAPERS:
        assert faults_of(draw_months(chart(count), paper=paper)) == []


def test_special_points_have_a_form_and_a_word() -> None:
    svg = draw_months(chart(12, spans=(Span(3, 9, "7 above average"),)), paper=PAPERS[0])
    assert "7 above average" in [one.words for one in words_on(svg)]
    assert svg.count("<polygon") == 3 * 2 + 3
    assert svg.count("<rect") == 2 + 1 + 1
    assert all(f"What a {look} stands for" in svg for look in Look)


def test_the_levels_are_said_beside_the_plot_and_on_a_phone_in_the_key() -> None:
    for paper in PAPERS:
        said = [one.words for one in words_on(draw_months(chart(14, levels=(97.2, 90, 84.1, 71)), paper=paper))]
        assert all(said.count(name) == 1 for name in NAMES)


def test_the_ends_of_a_scale_that_is_cut_are_said() -> None:
    assert "Passed by their due date (axis from 50%)" in draw_months(chart(14), paper=PAPERS[0])


def test_a_file_carries_its_title_and_source_and_a_page_has_them_around_it() -> None:
    said = {paper: [one.words for one in words_on(draw_months(chart(14), paper=paper))] for paper in PAPERS}
    assert CAPTION.title in said[PAPERS[2]]
    assert CAPTION.source in said[PAPERS[2]]
    assert CAPTION.title not in said[PAPERS[0]]


def test_those_who_do_not_see_it_get_title_and_description() -> None:
    svg = draw_months(chart(14), paper=Paper("trend"))
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert 'role="img" aria-labelledby="trend-title" aria-describedby="trend-desc"' in svg
    assert f'<title id="trend-title">{CAPTION.title}</title><desc id="trend-desc">A chart of 14 months</desc>' in svg


def test_words_that_run_into_each_other_are_seen_negative_control() -> None:
    svg = draw_months(chart(14), paper=PAPERS[0])
    text = svg[svg.index("<text") : svg.index("</text>") + 7]
    assert len(faults_of(svg.replace(text, text * 2, 1))) == 1
    assert faults_of(svg.replace(text, "<script/>", 1)) == ["an element script"]
    assert faults_of(svg.replace("<text ", '<text style="fill:red" ', 1)) == ["style on text"]
