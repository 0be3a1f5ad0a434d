"""Control charts and run charts: which months count, where the limits lie, and what nobody due does to it."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.measures import Share
from quizapp.assessment.trends.signals import Limits, SignalKind
from quizapp.assessment.trends.trend import FEWEST_MONTHS, MonthShare, Trend, follow_months

SHARES = st.integers(0, 60).flatmap(lambda of: st.integers(0, of).map(lambda count: Share(count, of)))


def months(*shares: Share) -> list[MonthShare]:
    return [MonthShare(date(2024 + number // 12, number % 12 + 1, 1), share) for number, share in enumerate(shares)]


def follow(*percentages: int) -> Trend:
    return follow_months(months(*(Share(value, 100) for value in percentages)))


def test_limits_lie_266_hundredths_of_the_average_range_from_the_mean() -> None:
    trend = follow(*[80, 90] * 6)
    assert trend.centre == Fraction(85, 100)
    assert trend.limits == Limits(Fraction(584, 1000), Fraction(1116, 1000))
    assert trend.drawn_limits == Limits(Fraction(584, 1000), Fraction(1))


def test_under_twelve_months_there_is_a_median_and_no_limit_nor_signal() -> None:
    trend = follow(*[95] * 10, 10)
    assert (trend.centre, trend.limits, trend.drawn_limits, trend.signals) == (Fraction(95, 100), None, None, ())
    assert follow(80, 90).centre == Fraction(85, 100)


def test_months_in_which_nobody_was_due_are_left_out() -> None:
    shares = [Share(8, 10)] * (FEWEST_MONTHS - 1)
    assert follow_months(months(*shares, Share(0, 0))).limits is None
    whole = follow_months(months(*shares, Share(0, 0), Share(8, 10)))
    assert whole.limits == Limits(Fraction(8, 10), Fraction(8, 10))
    assert len(whole.months) == FEWEST_MONTHS


@pytest.mark.parametrize("share", [Share(0, 7), Share(7, 7), Share(3, 7)])
def test_equal_months_have_limits_on_the_mean_and_no_signal(share: Share) -> None:
    trend = follow_months(months(*[share] * 24))
    assert trend.limits == Limits(Fraction(share.count, share.of), Fraction(share.count, share.of))
    assert trend.signals == ()


def test_a_run_at_the_ceiling_where_most_months_are_is_no_signal_and_the_one_bad_month_is() -> None:
    signals = follow(*[100] * 5, 70, *[100] * 7).signals
    assert [(one.kind, one.first, one.last) for one in signals] == [(SignalKind.OUTSIDE, 5, 5)]
    mirrored = follow(*[0] * 5, 30, *[0] * 7).signals
    assert [(one.kind, one.first, one.is_up) for one in mirrored] == [(SignalKind.OUTSIDE, 5, True)]


def test_a_run_at_the_ceiling_after_months_below_it_is_a_signal() -> None:
    newest = follow(*[80, 82] * 6, *[100] * 7).signals[0]
    assert (newest.kind, newest.first, newest.last, newest.is_up) == (SignalKind.ONE_SIDE, 12, 18, True)


def test_of_two_of_three_near_a_limit_the_one_between_bears_no_signal() -> None:
    trend = follow(*[80, 90, 85] * 6, 85, 68, 85, 68)
    assert [bool(trend.signals_of(number)) for number in (19, 20, 21)] == [True, False, True]


def test_no_month_and_one_month() -> None:
    assert follow_months([]) == Trend((), None, None, ())
    assert follow(70).centre == Fraction(7, 10)


def test_a_month_meets_the_target_in_whole_people() -> None:
    assert MonthShare(date(2026, 1, 1), Share(9, 10)).meets(90)
    assert not MonthShare(date(2026, 1, 1), Share(8999, 10_000)).meets(90)


@given(st.lists(SHARES, max_size=36))
def test_the_mean_and_limits_are_those_of_the_oracle(shares: list[Share]) -> None:
    trend = follow_months(months(*shares))
    values = [Fraction(share.count, share.of) for share in shares if share.of]
    if len(values) < 12:
        ordered = sorted(values)
        middle = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
        assert trend.centre == (Fraction(sum(middle), len(middle)) if middle else None)
        assert trend.limits is None
        return
    moves = [abs(values[number] - values[number - 1]) for number in range(1, len(values))]
    assert trend.limits is not None
    assert trend.centre == Fraction(sum(values), len(values))
    assert trend.limits.upper - trend.centre == trend.centre - trend.limits.lower
    assert (trend.limits.upper - trend.centre) * 100 * len(moves) == 266 * sum(moves)
