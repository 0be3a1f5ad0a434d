from dataclasses import replace

import pytest

from question_bank.formats.exchange.showing import explanation, is_true_false, obstacles, shares, spares
from question_bank.model import Kind, Option
from tests.question_bank.formats.banks import ALL_KINDS, item_of


@pytest.mark.parametrize("right", range(1, 21))
def test_the_shares_of_right_answers_make_a_hundred_and_wrong_ones_take_it_away(right: int) -> None:
    options = (*(Option(f"{number}", True, "") for number in range(right)), Option("wrong", False, ""))
    given = shares(replace(item_of(Kind.MULTIPLE), options=options))
    assert round(sum(map(float, given[:-1])), 5) == 100
    assert given[-1] == "-100"


def test_a_single_choice_gives_all_or_nothing() -> None:
    assert shares(item_of(Kind.SINGLE)) == ("100", "0", "0")


def test_spares_are_what_no_pair_names() -> None:
    assert spares(item_of(Kind.MATCHING)) == ("Care",)


def test_true_and_false_are_those_two_words_alone() -> None:
    item = item_of(Kind.TRUE_FALSE)
    assert is_true_false(replace(item, options=item.options[::-1]))
    assert not is_true_false(replace(item, options=(Option("Yes", True, ""), Option("No", False, ""))))
    assert not is_true_false(item_of(Kind.SINGLE))


def test_the_explanation_quotes_the_page_and_of_matching_says_why() -> None:
    lines = ["Line 3: “ring back the same day”", "Line 4: “be kind”"]
    assert explanation(item_of(Kind.SINGLE)).split("\n") == lines
    assert explanation(item_of(Kind.MATCHING)).split("\n")[0] == "Respect: So the page has it."


def test_sound_items_have_nothing_in_their_way() -> None:
    assert [list(obstacles(item)) for item in ALL_KINDS] == [[], [], [], [], []]


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        (Kind.SINGLE, {"options": (Option("a", True, ""), Option("b", True, ""))}, "no right answer, or no wrong one"),
        (Kind.SINGLE, {"options": (Option("a", True, ""), Option(" ", False, ""))}, "an answer has no words"),
        (Kind.TRUE_FALSE, {"options": (Option("Yes", True, ""), Option("No", False, ""))}, "shows it as a choice"),
        (Kind.MATCHING, {"pairs": (("a", "b"),)}, "needs two pairs"),
        (Kind.MATCHING, {"pairs": (("a", "b"), ("", "c"))}, "a side without words"),
    ],
)
def test_what_moodle_would_not_play_is_said(kind: Kind, changes: dict[str, object], words: str) -> None:
    item = replace(item_of(kind), **changes)  # type: ignore[arg-type]
    assert any(words in reason for reason in obstacles(item))


def test_weights_that_moodle_does_not_have_are_said() -> None:
    many = (*(Option(f"{number}", True, "") for number in range(11)), Option("wrong", False, ""))
    assert list(obstacles(replace(item_of(Kind.MULTIPLE), options=many))) == [
        "Moodle has no weight for one right answer in 11"
    ]
    two = replace(item_of(Kind.SINGLE), options=many[-3:])
    assert list(obstacles(two)) == ["Moodle takes any one of its right answers for the whole mark"]
