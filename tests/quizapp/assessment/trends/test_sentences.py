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
            "The last 7 months are above average: more than chance would usually give.",
        ),
        (
            [*CALM, 40],
            "The last month, Jan 2026, is below the lower limit: more than chance would usually give.",
        ),
        (
            [*CALM, 40, 82],
            "Jan 2026 was below the lower limit: more than chance would usually give. No significant change since.",
        ),
        (
            [*[80, 60] * 4, 72, 71, 70, 69, 68, 67],
            "In the last 6 months, each was lower than the one before: more than chance would usually give.",
        ),
        (
            [90, 91, 90, 92, 90, 91, 90, *[76, 80] * 4, 88],
            "The 8 months from Aug 2025 to Mar 2026 were below average: more than chance would usually give."
            " No significant change since.",
        ),
    ],
)
def test_the_newest_signal_is_said(percentages: list[int], sentence: str) -> None:
    assert say_trend(trend(*percentages)) == sentence


def test_two_of_three_near_a_limit_are_an_early_sign() -> None:
    near = trend(*[80, 90, 85] * 6, 85, 68, 85, 68)
    assert say_trend(near) == (
        "Results of the last 3 months are close to the lower limit: an early sign that something may be changing."
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
    assert say_target(trend(89, 90, 95), 90) == "2 of the 3 months met the target of 90%."
    assert say_target(trend(89), 90) == "0 of 1 month met the target of 90%."
    assert say_target(trend(), 90) == ""


LOW, HIGH = [70, 72, 69, 71, 70, 68, 71, 70, 72, 69, 70, 71], [95, 96, 94, 95, 97, 94, 95, 96, 95, 94, 95, 96]
UNSTEADY = "Results have not been steady, so they do not tell what to expect."


@pytest.mark.parametrize(
    ("percentages", "target", "met"),
    [
        ([*LOW, *HIGH], 92, "All of the 12 months since Jan 2026 met the target of 92%."),
        ([*HIGH, *LOW], 92, "None of the 12 months since Jan 2026 met the target of 92%."),
        ([*LOW, *HIGH], 95, "9 of the 12 months since Jan 2026 met the target of 95%."),
        ([*CALM, 40, 82], 82, "3 of the last 6 months met the target of 82%."),
    ],
)
def test_where_something_changed_the_last_months_are_counted_and_nothing_is_foretold(
    percentages: list[int], target: int, met: str
) -> None:
    assert say_target(trend(*percentages), target) == f"{met} {UNSTEADY}"


def test_months_of_few_people_foretell_nothing() -> None:
    assert say_target(trend(*[100] * 12, of=3), 90) == (
        "All of the last 6 months met the target of 90%. With so few people due, results do not tell what to expect."
    )


def test_a_run_of_few_people_may_still_be_chance_and_half_of_its_months_are_enough_for_that() -> None:
    shares = [Share(1, 3)] * 7 + [Share(80, 100)] * 3 + [Share(3, 3)] * 4
    months = [MonthShare(date(2025 + number // 12, number % 12 + 1, 1), one) for number, one in enumerate(shares)]
    assert say_trend(follow_months(months)) == (
        "The last 7 months are above average: with so few people due, it may still be chance."
    )


def test_months_in_which_nobody_was_due_are_not_among_those_counted() -> None:
    shares = [Share(value, 100) for value in (80, 60, 80, 60, 80, 60, 80, 60, 50)]
    shares += [Share(0, 0), *[Share(value, 100) for value in (55, 60, 65, 70, 75)]]
    months = [MonthShare(date(2025 + number // 12, number % 12 + 1, 1), one) for number, one in enumerate(shares)]
    assert say_trend(follow_months(months)).startswith("In the last 6 months with people due, each was higher")
    then = MonthShare(date(2026, 4, 1), Share(70, 100))
    assert say_trend(follow_months([*months, then])).startswith(
        "In the 6 months with people due from Sep 2025 to Mar 2026, each was higher"
    )


def test_a_month_of_few_people_outside_the_limits_may_still_be_chance() -> None:
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
