from quizapp.assessment.measures import Share
from quizapp.services.reports.pictures import LevelKind, Look, draw
from quizapp.web.reports.trends.trend_chart import draw_trend, name_months
from tests.quizapp.output.charts.sheets import faults_of
from tests.quizapp.web.reports.trends.months import CALM, on_time


def test_a_control_chart_has_mean_limits_and_target_with_their_words() -> None:
    chart = draw_trend(on_time(*CALM))
    assert chart is not None
    assert [(level.kind, level.words) for level in chart.levels] == [
        (LevelKind.LIMIT, "Upper limit 91.8%"),
        (LevelKind.TARGET, "Target 90%"),
        (LevelKind.CENTRE, "Mean 81.5%"),
        (LevelKind.LIMIT, "Lower limit 71.1%"),
    ]
    assert chart.caption.title == "No significant change in the last 12 months."
    assert chart.caption.description.startswith("A control chart of on-time completion from Jan 2025 to Dec 2025.")
    assert "Mar 2025 79.0%" in chart.caption.description
    assert chart.caption.source.endswith("As at 7.02am on 20 August 2026.")


def test_limits_beyond_what_a_share_can_be_are_drawn_at_the_edge_and_said() -> None:
    chart = draw_trend(on_time(*[Share(70, 100), Share(100, 100)] * 6))
    assert chart is not None
    assert chart.levels[0].words == "Upper limit over 100%"
    assert chart.levels[0].value == 100


def test_a_run_chart_has_a_median_and_no_limits() -> None:
    chart = draw_trend(on_time(Share(80, 100), Share(90, 100), Share(3, 4)))
    assert chart is not None
    assert [level.words for level in chart.levels] == ["Target 90%", "Median 80.0%"]
    assert [point.look for point in chart.points] == [Look.USUAL, Look.USUAL, Look.SMALL]
    assert chart.caption.description.startswith("A run chart")
    assert "3 of 4" in chart.caption.description


def test_months_without_anybody_due_keep_their_place_and_have_no_point() -> None:
    chart = draw_trend(on_time(Share(80, 100), Share(0, 0), Share(90, 100)))
    assert chart is not None
    assert chart.months == ("Jan 2025", "Feb 2025", "Mar 2025")
    assert [point.month for point in chart.points] == [0, 2]


def test_what_is_no_chance_is_marked_and_named_even_after_a_month_without_anybody() -> None:
    chart = draw_trend(on_time(*CALM, Share(0, 0), Share(40, 100)))
    assert chart is not None
    assert [(span.first, span.last, span.words) for span in chart.spans] == [(13, 13, "Below lower limit")]
    assert chart.points[-1].look is Look.LOW
    assert (Look.LOW, "Lower than chance usually gives") in chart.looks
    assert Look.HIGH not in dict(chart.looks)
    picture = draw(chart, name="trend")
    assert faults_of(picture.wide) == faults_of(picture.narrow) == []


def test_the_months_of_a_rise_are_parts_of_it_and_one_in_which_nobody_was_due_is_none() -> None:
    shares = [Share(value, 10) for value in (5, 6, 5, 6, 2, 3, 4)]
    found = on_time(*shares, Share(0, 0), *[Share(value, 10) for value in (5, 6, 7, 6, 5, 6)])
    assert [", ".join(name_months(found, number)) for number in range(3, 12)] == [
        "",
        *["Part of a rise"] * 3,
        "",
        *["Part of a rise"] * 3,
        "",
    ]
    chart = draw_trend(found)
    assert chart is not None
    assert {point.month for point in chart.points if point.look is Look.RISE} == {4, 5, 6, 8, 9, 10}
    assert dict(chart.looks) == {Look.USUAL: "One month", Look.RISE: "Part of a rise"}
    assert [(span.first, span.last, span.words) for span in chart.spans] == [(4, 10, "6 rising")]


def test_a_month_of_a_fall_that_is_low_itself_looks_low() -> None:
    chart = draw_trend(on_time(*[Share(value, 100) for value in (*[80, 70] * 6, 74, 73, 72, 71, 70, 30)]))
    assert chart is not None
    looks = [point.look for point in chart.points]
    assert looks[-1] is Look.LOW
    assert looks[-4] is Look.FALL
    assert (Look.FALL, "Part of a fall") in chart.looks


def test_without_any_month_there_is_no_chart() -> None:
    assert draw_trend(on_time()) is None
    assert draw_trend(on_time(Share(0, 0))) is None
