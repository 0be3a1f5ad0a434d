"""What board members read: the newest change in plain words, and what to expect of the target."""

from datetime import date

import pytest

from quizapp.assessment.measures import Share
from quizapp.assessment.trends.sentences import (
    name_signal,
    say_small_months,
    say_target,
    say_trend,
)
from quizapp.assessment.trends.trend import MonthShare, Trend, follow_months

CALM = [80, 84, 79, 83, 81, 85, 78, 82, 84, 80, 83, 79]


def trend(*percentages: int, of: int = 100) -> Trend:
    return follow_months(
        MonthShare(date(2025 + number // 12, number % 12 + 1, 1), Share(value * of // 100, of))
        for number, value in enumerate(percentages)
    )


@pytest.mark.parametrize(
    ("percentages", "sentence"),
    [
        ([], "Nobody was due in a whole month so far."),
        (
            [80],
            "1 month so far: too few to tell a change from chance. With 12 months we draw the limits of chance.",
        ),
        ([*CALM, 82, 80], "No significant change in the last 14 months."),
        (
            [*[80, 76] * 6, *[90, 91] * 3, 90],
            "The last 7 months are above average: a real change, not chance.",
        ),
        ([*CALM, 40], "The last month, Jan 2026, is below the lower limit: something out of the ordinary, not chance."),
        (
            [*CALM, 40, 82],
            "Jan 2026 was below the lower limit: something out of the ordinary. No significant change since.",
        ),
        (
            [*[80, 60] * 4, 72, 71, 70, 69, 68, 67],
            "In the last 6 months, each was lower than the one before: a real change, not chance.",
        ),
        (
            [90, 91, 90, 92, 90, 91, 90, *[76, 80] * 4, 88],
            "The 8 months from Aug 2025 to Mar 2026 were below average: a real change. No significant change since.",
        ),
    ],
)
def test_the_newest_signal_is_said(percentages: list[int], sentence: str) -> None:
    assert say_trend(trend(*percentages)) == sentence


def test_two_of_three_near_a_limit_are_an_early_sign() -> None:
    near = trend(*[80, 90, 85] * 6, 85, 68, 85, 68)
    assert say_trend(near) == (
        "Results of the last 3 months are close to the lower limit: an early sign of a real change."
    )
    assert name_signal(near.signals[0]) == "Near lower limit"


@pytest.mark.parametrize(
    ("target", "begins"),
    [
        (82, "The target of 82% is inside the limits."),
        (99, "The target of 99% is above the limits."),
        (60, "The target of 60% is below the limits."),
    ],
)
def test_what_to_expect_of_the_target_follows_from_the_limits(target: int, begins: str) -> None:
    assert say_target(trend(*CALM), target).startswith(begins)


def test_a_target_that_every_month_has_met_exactly_is_one_to_expect() -> None:
    assert "every month" in say_target(trend(*[90] * 12), 90)
    assert "any month" in say_target(trend(*[90] * 12), 91)


def test_under_twelve_months_the_months_that_met_the_target_are_counted() -> None:
    assert say_target(trend(89, 90, 95), 90) == "2 of 3 months met the target of 90%."
    assert say_target(trend(), 90) == ""


def test_a_month_of_few_people_outside_the_limits_is_not_called_out_of_the_ordinary() -> None:
    calm = [MonthShare(date(2025, month, 1), Share(value, 100)) for month, value in enumerate(CALM, start=1)]
    few = MonthShare(date(2026, 1, 1), Share(1, 3))
    assert say_trend(follow_months([*calm, few])).endswith("with so few people due, it may still be chance.")
    then = MonthShare(date(2026, 2, 1), Share(82, 100))
    assert "may still be chance. No significant change since." in say_trend(follow_months([*calm, few, then]))


def test_months_with_few_people_are_said() -> None:
    assert say_small_months(trend(*CALM)) == ""
    assert say_small_months(trend(50, 100, of=8)).startswith("In 2 of 2 months fewer than 10 people were due")


def test_the_picture_names_each_signal_shortly() -> None:
    up = trend(*[80, 76] * 6, *[90, 91] * 3, 90)
    assert name_signal(up.signals[0]) == "7 above average"
    assert name_signal(trend(*CALM, 40).signals[0]) == "Below lower limit"
    assert name_signal(trend(*[80, 60] * 4, 72, 71, 70, 69, 68, 67).signals[0]) == "6 falling"
