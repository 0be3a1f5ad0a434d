from collections import Counter
from itertools import combinations

from question_bank.generator.writing.lengths import by_chance_of_length
from tests.question_bank.generator.desks import desk

POOL = [(text, text.upper()) for text in ("a", "bb", "cccc", "dddd", "eeeee", "ffffff")]


def shorter(key: str, seed: int) -> int:
    (first, *_) = by_chance_of_length(desk(seed=seed), key, sets=combinations(POOL, 3), purpose=("T5",))
    return sum(len(text) < len(key) for text in first)


def test_the_key_is_as_long_among_the_others_as_the_seed_draws() -> None:
    ranks = Counter(shorter("kkk", seed) for seed in range(60))
    assert set(ranks) == {0, 1, 2}
    assert 0 < ranks[0] < 20  # one draw in seven


def test_what_is_not_to_be_had_makes_the_key_neither_the_shortest_nor_the_longest() -> None:
    ranks = Counter(shorter("kkk", seed) for seed in range(60))
    assert ranks[1] + ranks[2] > 40


def test_where_no_option_is_shorter_all_sets_are_kept() -> None:
    found = by_chance_of_length(desk(), "", sets=combinations(POOL, 3), purpose=("T5",))
    assert len(found) == 20


def test_what_the_texts_stand_for_comes_back() -> None:
    (first, *_) = by_chance_of_length(desk(), "kkk", sets=[POOL[:3]], purpose=("T5",))
    assert first == ("A", "BB", "CCCC")


def test_without_sets_there_is_nothing() -> None:
    assert by_chance_of_length(desk(), "kkk", sets=[], purpose=("T5",)) == []
