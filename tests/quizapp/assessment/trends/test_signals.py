"""The four rules of a control chart, each at its edge, and against a slow reading of their words."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.trends.signals import Limits, Signal, SignalKind, find_signals

MEAN = Fraction(50)
LIMITS = Limits(Fraction(20), Fraction(80))
VALUES = st.lists(st.integers(0, 20).map(lambda fifth: Fraction(5 * fifth)), max_size=30)


def find(*values: int) -> tuple[Signal, ...]:
    return find_signals([Fraction(value) for value in values], mean=MEAN, limits=LIMITS)


def kinds(*values: int) -> set[SignalKind]:
    return {signal.kind for signal in find(*values)}


def test_seven_on_one_side_are_a_signal_and_six_are_none() -> None:
    assert find(*[40, 55, 60, 55, 60, 55, 60, 55, 40]) == (Signal(SignalKind.ONE_SIDE, 1, 7, is_up=True),)
    assert find(*[40, 55, 60, 55, 60, 55, 60, 40]) == ()


def test_a_value_on_the_mean_stands_on_neither_side() -> None:
    assert find(*[55, 60, 55, 50, 60, 55, 60, 55]) == ()


def test_six_that_fall_are_a_signal_and_five_are_none() -> None:
    assert find(60, 58, 56, 48, 46, 44) == (Signal(SignalKind.TREND, 0, 5, is_up=False),)
    assert find(58, 56, 48, 46, 44) == ()


def test_a_value_that_repeats_ends_a_trend() -> None:
    assert find(44, 46, 48, 48, 52, 54) == ()


def test_a_value_on_a_limit_is_inside_and_one_beyond_it_is_a_signal() -> None:
    assert kinds(50, 80, 50, 20) == set()
    assert find(50, 81, 50) == (Signal(SignalKind.OUTSIDE, 1, 1, is_up=True),)
    assert find(50, 19, 18, 50)[0] == Signal(SignalKind.OUTSIDE, 1, 2, is_up=False)


@pytest.mark.parametrize(
    ("values", "span"),
    [
        ((50, 71, 71), (1, 2)),
        ((71, 50, 71), (0, 2)),
        ((71, 50, 71, 50, 71), (0, 4)),
        ((71, 50, 50, 71), None),
        ((71, 29, 50), None),
        ((70, 70, 70), None),
    ],
)
def test_two_of_three_in_the_outer_third_of_one_side_are_a_signal(
    values: tuple[int, ...], span: tuple[int, int] | None
) -> None:
    assert [(signal.first, signal.last) for signal in find(*values)] == ([span] if span else [])


def test_equal_values_without_any_range_are_no_signal() -> None:
    same = [Fraction(9, 10)] * 20
    assert find_signals(same, mean=same[0], limits=Limits(same[0], same[0])) == ()


def test_the_newest_comes_first_and_the_plainest_of_those() -> None:
    found = find(19, *[55] * 6, 85)
    assert [signal.kind for signal in found] == [SignalKind.ONE_SIDE, SignalKind.OUTSIDE, SignalKind.OUTSIDE]


def oracle(values: Sequence[Fraction]) -> dict[SignalKind, set[tuple[int, bool]]]:
    """The points each rule speaks of: every window is tried, as the words of the rules have it."""
    marked: dict[SignalKind, set[tuple[int, bool]]] = {kind: set() for kind in SignalKind}
    for number, value in enumerate(values):
        if not LIMITS.lower <= value <= LIMITS.upper:
            marked[SignalKind.OUTSIDE].add((number, value > MEAN))
    for up in (True, False):
        mirrored = [value if up else 2 * MEAN - value for value in values]
        for start in range(len(values)):
            seven, six, three = (mirrored[start : start + size] for size in (7, 6, 3))
            if len(seven) == 7 and min(seven) > MEAN:
                marked[SignalKind.ONE_SIDE] |= {(start + step, up) for step in range(7)}
            if len(six) == 6 and six == sorted(set(six)):
                marked[SignalKind.TREND] |= {(start + step, up) for step in range(6)}
            for one, other in combinations(range(len(three)), 2):
                if min(three[one], three[other]) > 70:
                    marked[SignalKind.NEAR] |= {(start + step, up) for step in range(one, other + 1)}
    return marked


@given(VALUES)
def test_signals_are_those_of_the_oracle(values: list[Fraction]) -> None:
    found = find_signals(values, mean=MEAN, limits=LIMITS)
    marked = {
        kind: {
            (number, signal.is_up)
            for signal in found
            if signal.kind is kind
            for number in range(signal.first, signal.last + 1)
        }
        for kind in SignalKind
    }
    assert marked == oracle(values)


@given(VALUES)
def test_stretches_of_one_rule_and_side_never_overlap(values: list[Fraction]) -> None:
    found = find_signals(values, mean=MEAN, limits=LIMITS)
    for kind in SignalKind:
        for up in (True, False):
            spans = sorted((one.first, one.last) for one in found if (one.kind, one.is_up) == (kind, up))
            shared = 0 if kind is SignalKind.TREND else 1
            assert all(later[0] >= earlier[1] + shared for earlier, later in pairwise(spans))
