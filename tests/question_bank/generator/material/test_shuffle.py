from collections import Counter

from question_bank.generator.material.shuffle import short_hash, shuffled


def test_the_same_purpose_gives_the_same_order() -> None:
    assert shuffled("abcdefgh", 1, "options") == shuffled("abcdefgh", 1, "options")
    assert shuffled("abcdefgh", 1, "options") == ("h", "d", "g", "a", "c", "b", "e", "f")


def test_seed_and_purpose_both_change_the_order() -> None:
    orders = {shuffled("abcdefgh", seed, purpose) for seed in range(5) for purpose in ("options", "items")}
    assert len(orders) == 10


def test_nothing_is_lost_and_short_rows_stay() -> None:
    assert sorted(shuffled(range(50), 0)) == list(range(50))
    assert shuffled([], 0) == ()
    assert shuffled(["one"], 0) == ("one",)


def test_every_place_is_as_likely_as_any_other() -> None:
    places = Counter(shuffled("abc", seed).index("a") for seed in range(600))
    assert all(150 < places[place] < 250 for place in range(3))


def test_a_short_hash_tells_texts_apart() -> None:
    assert short_hash("trust") == short_hash("trust") != short_hash("Trust")
    assert len(short_hash("trust", length=12)) == 12
