"""The step curve of starters and the days to pass: who has not been there long enough holds nobody back."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.trends.step_curve import (
    LAST_DAY,
    DaysToPass,
    Followed,
    Starter,
    count_days_to_pass,
    follow,
    trace_steps,
)

UNTIL = date(2026, 6, 30)


def starter(ago: int, *, passed_after: int | None = None, left_after: int | None = None) -> Starter:
    start = UNTIL - timedelta(days=ago)
    return Starter(
        start,
        None if left_after is None else start + timedelta(days=left_after),
        None if passed_after is None else start + timedelta(days=passed_after),
    )


STARTERS = st.lists(
    st.builds(
        starter,
        st.integers(0, 120),
        passed_after=st.none() | st.integers(-20, 130),
        left_after=st.none() | st.integers(0, 130),
    ),
    max_size=40,
)


def test_a_pass_before_the_start_counts_on_the_first_day() -> None:
    assert follow(starter(20, passed_after=-9), until=UNTIL) == Followed(0, has_passed=True)


def test_nobody_is_watched_longer_than_in_post_or_than_the_report() -> None:
    assert follow(starter(40, left_after=10), until=UNTIL) == Followed(10, has_passed=False)
    assert follow(starter(40, passed_after=12, left_after=10), until=UNTIL) == Followed(10, has_passed=False)
    assert follow(starter(5, passed_after=6), until=UNTIL) == Followed(5, has_passed=False)
    assert follow(starter(5, passed_after=5, left_after=5), until=UNTIL) == Followed(5, has_passed=True)


def test_with_everybody_watched_to_the_end_it_is_the_plain_share() -> None:
    curve = trace_steps([starter(100, passed_after=days) for days in range(0, 50, 5)], until=UNTIL)
    assert curve is not None
    assert curve.last_day == LAST_DAY
    assert [curve.shares[day] for day in (0, 4, 5, 44, 45, 90)] == [
        Fraction(tenth, 10) for tenth in (1, 1, 2, 9, 10, 10)
    ]


def test_who_has_not_been_there_long_enough_is_not_counted_as_not_passed() -> None:
    old = [starter(60, passed_after=20) for _ in range(5)] + [starter(60) for _ in range(5)]
    new = [starter(10) for _ in range(30)]
    curve = trace_steps([*old, *new], until=UNTIL)
    assert curve is not None
    assert curve.shares[10] == 0
    assert curve.shares[20] == Fraction(1, 2)
    assert (curve.watched[10], curve.watched[11]) == (40, 10)
    assert curve.last_day == 60


def test_the_curve_ends_where_fewer_than_ten_are_watched() -> None:
    group = [starter(50) for _ in range(9)] + [starter(14)]
    curve = trace_steps(group, until=UNTIL)
    assert curve is not None
    assert curve.last_day == 14
    assert trace_steps(group[1:], until=UNTIL) is None
    assert trace_steps([], until=UNTIL) is None


def test_half_and_nine_in_ten_of_those_who_passed_with_those_who_have_not() -> None:
    passed = [starter(80, passed_after=days) for days in (-3, 2, 4, 6, 8, 10, 12, 14, 30, 60)]
    others = [starter(80), starter(3), starter(80, left_after=20)]
    assert count_days_to_pass([*passed, *others], until=UNTIL) == DaysToPass(13, 10, 2, 1, median=8, ninetieth=30)
    assert count_days_to_pass(others[:1], until=UNTIL) == DaysToPass(1, 0, 1, 0, median=None, ninetieth=None)


def test_somebody_on_the_last_day_in_post_has_not_left() -> None:
    assert count_days_to_pass([starter(8, left_after=8)], until=UNTIL).left == 0


@given(STARTERS)
def test_the_curve_is_that_of_the_oracle(group: list[Starter]) -> None:
    """The same estimate the slow way: day by day, the chance of still being open given that one was."""
    curve = trace_steps(group, until=UNTIL)
    for day in range(LAST_DAY + 1):
        watched = 0
        for one in group:
            end = min(UNTIL, one.end_date or UNTIL)
            knows = one.passed_on is not None and one.passed_on <= end
            watched += (UNTIL if knows else end) >= one.start_date + timedelta(days=day)
        if watched < 10:
            assert (curve.last_day if curve else -1) < day
            continue
        assert curve is not None
        assert curve.watched[day] == watched
        open_share = Fraction(1)
        for earlier in range(day + 1):
            there = [one for one in group if follow(one, until=UNTIL).days >= earlier]
            now = [one for one in there if follow(one, until=UNTIL) == Followed(earlier, has_passed=True)]
            if now:
                open_share *= 1 - Fraction(len(now), len(there))
        assert curve.shares[day] == 1 - open_share


@given(STARTERS)
def test_days_to_pass_are_those_of_the_oracle(group: list[Starter]) -> None:
    counted = count_days_to_pass(group, until=UNTIL)
    assert counted.starters == counted.passed + counted.still_open + counted.left == len(group)
    days = [one.days for one in (follow(starter, until=UNTIL) for starter in group) if one.has_passed]
    for part, found in ((50, counted.median), (90, counted.ninetieth)):
        enough = [day for day in range(200) if 100 * sum(took <= day for took in days) >= part * len(days)]
        assert found == (enough[0] if days else None)
