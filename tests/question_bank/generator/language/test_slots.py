import pytest

from question_bank.generator.language.grammar import tokens
from question_bank.generator.language.slots import (
    closing_words,
    is_fixed,
    left_out_of_famous,
    makes_fixed,
    place_of,
    takes_a_kind,
)


def place(line: str, word: str) -> int:
    return [token.word for token in tokens(line)].index(word)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("share best practice with others", "practice"),
        ("ask for help or advice early", "advice"),
        ("plans for digital technology", "technology"),
        ("the benefits of research, development and growth", "development"),
    ],
)
def test_a_set_phrase_is_known(line: str, word: str) -> None:
    words = tokens(line)
    assert is_fixed(words, place(line, word))
    assert not is_fixed(tokens("mend what we have with patience"), 5)


def test_a_word_that_would_make_a_set_phrase_is_known() -> None:
    assert makes_fixed("build mutual ____ between wards", word="respect")
    assert makes_fixed("help ____ communities to thrive", word="local")
    assert not makes_fixed("build mutual ____ between wards", word="benefit")


def test_a_reviewed_place_gives_the_words_that_could_stand_there() -> None:
    line = "build mutual trust with patients"
    known = place_of(tokens(line), place(line, "trust"))
    assert known is not None
    assert "benefit" in known.fitting
    assert "trust" not in known.fitting
    assert not known.for_review


def test_a_place_is_known_by_all_the_words_around_it() -> None:
    line = "to use the resources that we have"
    assert place_of(tokens(line), place(line, "resources"))
    other = "to count the resources that we have"
    assert place_of(tokens(other), place(other, "resources")) is None


def test_a_place_nearer_to_habit_is_for_a_person_to_decide_on() -> None:
    line = "with easy access to our clinics"
    known = place_of(tokens(line), place(line, "access"))
    assert known is not None
    assert known.for_review


def test_what_can_close_a_list_is_known() -> None:
    assert "prevention" in closing_words("innovation")
    assert "innovation" not in closing_words("innovation")
    assert closing_words("wheelchairs") == ()


def test_a_list_known_by_heart_tells_what_a_page_leaves_out() -> None:
    assert left_out_of_famous(["safe", "timely", "effective", "equitable", "person-centred"]) == ("efficient",)
    assert left_out_of_famous(["safe", "timely", "warm"]) == ()


def test_a_qualifier_of_kind_goes_with_care() -> None:
    assert takes_a_kind("care")
    assert not takes_a_kind("workforce")
