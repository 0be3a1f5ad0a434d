import pytest

from question_bank.generator.language.grammar import class_in_place, tokens
from question_bank.generator.language.slots import fitting_words, is_before_of, is_fixed


def fitting(line: str, key: str) -> tuple[str, ...] | None:
    words = tokens(line)
    place = [word.word for word in words].index(key)
    word_class = class_in_place(words, place)
    assert word_class is not None
    return fitting_words(words, place, word_class=word_class)


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
    place = [token.word for token in words].index(word)
    assert is_fixed(words, place)
    assert not is_fixed(tokens("mend what we have with patience"), 5)


def test_the_noun_of_the_of_is_known() -> None:
    words = tokens("improve the quality of care")
    assert is_before_of(words, 2)
    assert not is_before_of(words, 4)


def test_a_neighbour_calls_for_its_words() -> None:
    found = fitting("build mutual trust with patients", "trust")
    assert found is not None
    assert "respect" in found
    assert not {"trust", "courage"} & set(found)


def test_a_word_of_a_set_swaps_with_its_set() -> None:
    found = fitting("use the resources that we have", "resources")
    assert found is not None
    assert "equipment" in found
    assert "mistakes" not in found


def test_any_word_of_a_class_of_one_kind_fits() -> None:
    assert fitting("ask with courage and patience", "courage") is None


def test_nothing_fits_where_no_set_is_known() -> None:
    assert fitting("tackle organisational mistakes", "mistakes") == ()
    assert fitting("work in rural clinics", "rural") == ()
