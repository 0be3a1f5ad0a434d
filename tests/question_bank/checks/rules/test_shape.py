"""Counts, gaps, options and numbers at their limits."""

import pytest

from question_bank.checks.evidence.case import open_case
from question_bank.checks.rules.shape import count, gap_start, options, rationale, sequence
from question_bank.model import Item, Kind, Option, Proof
from tests.question_bank.build import item, right, wrong


def _faults(rule: object, judged: Item) -> list[str]:
    assert callable(rule)
    return list(rule(open_case(judged, printed=None, organisation=None)))


def _choices(keys: int, others: int) -> list[Option]:
    return [right(f"key {number}") for number in range(keys)] + [
        wrong(f"lure {number}", Proof.NOT_ON_PAGE) for number in range(others)
    ]


@pytest.mark.parametrize(
    ("kind", "stem", "keys", "others", "faults"),
    [
        (Kind.SINGLE, "Which?", 1, 2, 0),
        (Kind.SINGLE, "Which?", 1, 3, 0),
        (Kind.SINGLE, "Which?", 1, 4, 1),
        (Kind.SINGLE, "Which?", 0, 3, 1),
        (Kind.GAP, "Complete “we go to ____”.", 1, 2, 0),
        (Kind.GAP, "Complete “we go to ___”.", 1, 2, 1),
        (Kind.GAP, "Complete “we go to”.", 1, 2, 1),
        (Kind.MULTIPLE, "Select the TWO.", 2, 2, 0),
        (Kind.MULTIPLE, "Select 3 of these.", 3, 3, 0),
        (Kind.MULTIPLE, "Select the THREE of its five values.", 3, 3, 0),
        (Kind.MULTIPLE, "Select the THREE.", 2, 2, 1),
        (Kind.MULTIPLE, "Two wards say so. Which do?", 2, 2, 1),
        (Kind.MULTIPLE, "Two of these lines are ours. Which are they?", 2, 2, 0),
        (Kind.MULTIPLE, "Select the FOUR.", 4, 3, 1),
        (Kind.MULTIPLE, "Select the THREE.", 3, 1, 1),
    ],
)
def test_options_keys_and_gaps_are_counted(kind: Kind, stem: str, keys: int, others: int, faults: int) -> None:
    assert len(_faults(count, item(kind, stem, _choices(keys, others)))) == faults


def _matching(pairs: tuple[tuple[str, str], ...], rights: tuple[str, ...], spares: tuple[str, ...]) -> Item:
    choices = [right(text) for text in rights] + [wrong(text, Proof.OTHER_VALUE) for text in spares]
    return item(Kind.MATCHING, "Match.", choices, pairs=pairs)


def test_a_matching_item_has_three_pairs_and_a_choice_to_spare() -> None:
    pairs = (("a", "One"), ("b", "Two"), ("c", "Two"))
    assert _faults(count, _matching(pairs, ("One", "Two"), ("Three",))) == []
    assert len(_faults(count, _matching(pairs[:2], ("One", "Two"), ("Three",)))) == 1
    assert len(_faults(count, _matching((*pairs, ("a", "Two")), ("One", "Two"), ("Three",)))) == 1
    assert len(_faults(count, _matching(pairs, ("One", "Two"), ()))) == 1


def test_the_choices_of_a_matching_item_say_what_its_pairs_say() -> None:
    pairs = (("a", "One"), ("b", "Two"), ("c", "Three"))
    assert len(_faults(count, _matching(pairs, ("One", "Two"), ("Four",)))) == 1
    assert len(_faults(count, _matching(pairs, ("One", "Two", "Three", "Five"), ("Four",)))) == 1


@pytest.mark.parametrize(
    ("stem", "faults"),
    [("It is so.", 0), ("It says “so”.", 0), ("It says “so.”", 0), ("It is so", 1), ("Is it so?", 1)],
)
def test_a_statement_ends_in_a_full_stop(stem: str, faults: int) -> None:
    assert len(_faults(count, item(Kind.TRUE_FALSE, stem, [right("False"), wrong("True", Proof.OPPOSITE)]))) == faults


@pytest.mark.parametrize(
    ("stem", "faults"),
    [
        ("Complete: “we go ____”.", 0),
        ("Complete: “we ____”.", 1),
        ("Complete: we go ____ now.", 0),
        ("Complete the values on “Respect”: “… ____ now”.", 1),
    ],
)
def test_two_quoted_words_stand_before_the_gap(stem: str, faults: int) -> None:
    assert len(_faults(gap_start, item(Kind.GAP, stem, []))) == faults


@pytest.mark.parametrize(
    ("one", "other", "faults"),
    [
        ("mutual trust", "", 1),
        ("mutual trust", "\u200b\u00a0", 1),
        ("mutual trust", "mutual\u00ad trust", 1),
        ("mutual trust", "Mutual trust.", 1),
        ("mutual trust", "trust", 1),
        ("alpha bravo charlie delta", "alpha bravo charlie echoes", 1),
        ("alpha bravo charlie delta", "alpha bravo golfs echoes", 0),
        ("Our", "Us", 0),
        ("3", "4", 0),
        ("2 weeks", "4 weeks", 0),
        ("2 weeks", "weeks", 1),
    ],
)
def test_options_are_filled_different_and_apart(one: str, other: str, faults: int) -> None:
    assert len(_faults(options, item(Kind.SINGLE, "Which?", [right(one), wrong(other, Proof.OTHER_VALUE)]))) == faults


@pytest.mark.parametrize(
    ("texts", "faults"),
    [
        ("1 day/2 days/10 days", 0),
        ("10 days/2 days/1 day", 0),
        ("2 days/1 day/10 days", 1),
        ("2 days/1 day/no day", 0),
        ("2 or 3 days/1 day/10 days", 0),
        ("1,000/200/3,000", 1),
        ("two/one/three", 1),
        ("one team/two teams/one board", 0),
        ("1.2.3/5/4", 0),
    ],
)
def test_options_with_a_number_each_stand_in_order(texts: str, faults: int) -> None:
    assert len(_faults(sequence, item(Kind.SINGLE, "Which?", [right(text) for text in texts.split("/")]))) == faults


def test_a_blank_rationale_is_none() -> None:
    assert len(_faults(rationale, item(Kind.SINGLE, "Which?", [Option("x", True, " \n")]))) == 1
    assert len(_faults(rationale, item(Kind.SINGLE, "Which?", [Option("x", True, "\u00ad\u2060")]))) == 1
