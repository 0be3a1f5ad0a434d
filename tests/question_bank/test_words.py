"""What counts as a word, a content word and a stem."""

import pytest

from question_bank.words import jaccard, stem_list, stems, words


def test_words_are_kept_as_printed_and_a_hyphen_holds_a_word_together() -> None:
    assert words("We don’t run; person-centred Care, 24 hours.") == (
        "We",
        "don’t",
        "run",
        "person-centred",
        "Care",
        "24",
        "hours",
    )


def test_short_words_stop_words_and_words_of_the_question_have_no_stem() -> None:
    assert stems("Which of these values does the page list under this heading?") == frozenset()
    assert stems("How we do it, with the NHS and for you") == frozenset()


def test_the_organisations_own_words_have_no_stem() -> None:
    assert stems("Mersey Care’s whole person care", organisation="Mersey Care") == {"whole", "person"}
    assert stems("Mersey Care’s whole person care") == {"mersey", "care", "whole", "person"}


def test_the_parts_of_a_hyphenated_word_count_by_themselves() -> None:
    assert stem_list("co-production, person-centred") == ("product", "person", "centr")


def test_forms_of_one_word_share_a_stem() -> None:
    assert stem_list("improve improving improvements improved") == ("improv",) * 4


@pytest.mark.parametrize(
    ("quality", "those_who_have_it"),
    [
        ("enthusiasm", "enthusiastic"),
        ("honesty", "honest"),
        ("compassion", "compassionate"),
        ("curiosity", "curious"),
        ("safety", "safe"),
        ("bravery", "brave"),
        ("loyalty", "loyal"),
        ("generosity", "generous"),
        ("dignity", "dignified"),
    ],
)
def test_a_quality_and_those_who_have_it_share_a_stem(quality: str, those_who_have_it: str) -> None:
    assert stems(quality) == stems(those_who_have_it)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("integrity", "integrated"),
        ("responsive", "responsible"),
        ("experience", "experiment"),
        ("personal", "person"),
        ("custom", "customs"),
    ],
)
def test_words_that_collide_in_the_stemmer_are_kept_apart(one: str, other: str) -> None:
    assert stems(one).isdisjoint(stems(other))


def test_likeness_is_the_share_of_common_stems() -> None:
    assert jaccard({"a", "b", "c"}, {"b", "c", "d"}) == 0.5
    assert jaccard({"a"}, {"b"}) == 0.0
    assert jaccard(set(), set()) == 0.0
