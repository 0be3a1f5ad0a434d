from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.measures import Share
from quizapp.assessment.trends.targets import Rating, rate_against_target


@pytest.mark.parametrize(
    ("count", "of", "rating"),
    [
        (9, 10, Rating.GREEN),
        (900, 1000, Rating.GREEN),
        (899, 1000, Rating.AMBER),
        (17, 20, Rating.AMBER),
        (849, 1000, Rating.RED),
        (0, 10, Rating.RED),
        (9, 9, None),
        (0, 0, None),
    ],
)
def test_the_usual_target_is_90_with_5_points_of_amber(count: int, of: int, rating: Rating | None) -> None:
    assert rate_against_target(Share(count, of), target=90, amber=5) is rating


def test_what_would_round_to_the_target_does_not_meet_it() -> None:
    assert rate_against_target(Share(89_999, 100_000), target=90, amber=0) is Rating.RED


def test_the_band_may_reach_down_to_nothing() -> None:
    assert rate_against_target(Share(0, 10), target=5, amber=50) is Rating.AMBER


@given(st.integers(10, 10_000), st.data(), st.integers(1, 100), st.integers(0, 50))
def test_the_word_is_that_of_the_exact_fraction(of: int, data: st.DataObject, target: int, amber: int) -> None:
    count = data.draw(st.integers(0, of))
    exact = Fraction(count, of)
    wanted = Rating.RED
    if exact >= Fraction(target - amber, 100):
        wanted = Rating.AMBER
    if exact >= Fraction(target, 100):
        wanted = Rating.GREEN
    assert rate_against_target(Share(count, of), target=target, amber=amber) is wanted
