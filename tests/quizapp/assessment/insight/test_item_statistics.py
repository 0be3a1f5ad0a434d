import pytest

from quizapp.assessment.insight.item_statistics import (
    Answers,
    Tally,
    count_choices,
    list_rare,
    tally_items,
    tally_values,
)

ANSWERS = (
    Answers(1, ("a",), is_right=True, people=12),
    Answers(1, ("b",), is_right=False, people=8),
    Answers(2, ("x", "y"), is_right=True, people=3),
    Answers(2, ("x", "x"), is_right=False, people=2),
)


@pytest.mark.parametrize(
    ("tally", "percentage"),
    [
        (Tally(19, 19), None),
        (Tally(0, 0), None),
        (Tally(20, 20), "100.0%"),
        (Tally(13, 20), "65.0%"),
        (Tally(1999, 2000), "99.9%"),
        (Tally(89_999, 100_000), "89.9%"),
    ],
)
def test_a_share_is_cut_and_needs_20_answers(tally: Tally, percentage: str | None) -> None:
    assert tally.percentage == percentage


@pytest.mark.parametrize(
    ("lowest", "highest", "among", "apart"),
    [
        (Tally(15, 20), Tally(15, 20), 2, False),
        (Tally(14, 20), Tally(15, 20), 2, False),
        (Tally(20, 20), Tally(20, 20), 2, False),
        (Tally(70, 100), Tally(81, 100), 2, False),
        (Tally(70, 100), Tally(82, 100), 2, True),
        (Tally(70, 100), Tally(82, 100), 3, False),
        (Tally(700, 1000), Tally(770, 1000), 8, True),
    ],
)
def test_ends_are_apart_beyond_two_standard_errors_and_more_where_they_are_picked_out_of_many(
    lowest: Tally, highest: Tally, among: int, apart: bool
) -> None:
    assert lowest.is_below(highest, among=among) is apart


def test_each_item_version_has_its_own_tally() -> None:
    assert tally_items(ANSWERS) == {1: Tally(12, 20), 2: Tally(3, 5)}


def test_an_item_on_several_values_counts_once_for_each() -> None:
    values = {1: ["Candour"], 2: ["Candour", "Thrift", "Thrift"], 3: []}
    items = {1: Tally(12, 20), 2: Tally(3, 5), 3: Tally(1, 2)}
    assert tally_values(items, values) == {"Candour": Tally(15, 25), "Thrift": Tally(3, 5), None: Tally(1, 2)}


def test_an_option_is_counted_once_a_person() -> None:
    assert count_choices(ANSWERS[2:]) == {"x": 5, "y": 3}


def test_an_option_that_hardly_anybody_chose_is_named() -> None:
    choices = {"a": 95, "b": 5, "c": 4}
    assert list_rare(["a", "b", "c", "d"], choices, answers=100) == ["c", "d"]
    assert list_rare(["a", "b", "c", "d"], choices, answers=19) == []
