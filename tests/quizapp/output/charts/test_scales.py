"""Round ticks around all values, labels that keep their distance."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.output.charts.scales import Scale, keep_apart, percent_ticks, thin_labels


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([], (0, 20, 40, 60, 80, 100)),
        ([62.0, 95.1], (60, 70, 80, 90, 100)),
        ([88.0, 97.0], (86, 88, 90, 92, 94, 96, 98)),
        ([100.0, 100.0], (94, 95, 96, 97, 98, 99, 100)),
        ([0.0, 0.0], (0, 1, 2, 3, 4, 5)),
    ],
)
def test_ticks_are_round(values: list[float], ticks: tuple[int, ...]) -> None:
    assert percent_ticks(values) == ticks


@given(st.lists(st.floats(0, 100), min_size=1))
def test_ticks_enclose_every_value_and_are_few(values: list[float]) -> None:
    ticks = percent_ticks(values)
    assert 0 <= ticks[0] <= min(values)
    assert max(values) <= ticks[-1] <= 100
    assert list(ticks) == sorted(set(ticks))
    assert 3 <= len(ticks) <= 9


@given(st.lists(st.floats(0, 300), max_size=6))
def test_places_keep_apart_and_their_order(places: list[float]) -> None:
    moved = keep_apart(places, gap=20, low=0, high=300)
    order = sorted(range(len(places)), key=lambda number: places[number])
    neighbours = [moved[number] for number in order]
    assert all(later - earlier >= 20 - 1e-9 for earlier, later in pairwise(neighbours))
    assert all(-1e-9 <= place <= 300 + 1e-9 for place in moved)


def test_places_far_from_each_other_stay() -> None:
    assert keep_apart([200, 30, 90], gap=20, low=0, high=300) == [200, 30, 90]


@pytest.mark.parametrize(("count", "spacing", "shown"), [(3, 100, [0, 1, 2]), (6, 30, [2, 5]), (40, 2, [39])])
def test_the_last_label_is_always_shown(count: int, spacing: float, shown: list[int]) -> None:
    assert thin_labels([60] * count, spacing=spacing, gap=10) == shown


def test_a_scale_may_run_upwards() -> None:
    assert Scale(0, 100, 300, 0).at(25) == 225
