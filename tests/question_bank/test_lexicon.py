"""Pairs of value names that clash, and pairs that only look alike."""

import pytest

from question_bank.lexicon import concepts, names_clash

SAME = [
    ("Open", "Honest"),
    ("Openness", "Integrity"),
    ("Kind", "Compassion"),
    ("Caring", "Compassionate"),
    ("Together", "Integrated Working"),
    ("Teamwork", "Collaboration"),
    ("Quality Improvement", "Continuous improvement"),
    ("Excellence", "World-class"),
    ("Accountability", "Taking responsibility"),
    ("Enthusiasm", "Passion and pride"),
    ("Support", "Helpful"),
    ("Fairness", "Equity"),
    ("Brave", "Courage"),
    ("Respect", "Every person counts"),
    ("Trusted", "Reliable"),
    ("Shared goals", "Together"),
    ("Impactful", "Making a Difference"),
]
DIFFERENT = [
    ("Equality", "Quality"),
    ("Integrity", "Integrated"),
    ("Personal Integrity", "Integrated Working"),
    ("Caring", "Daring"),
    ("Responsive", "Responsible"),
    ("Accountability", "Integrity"),
    ("Respect", "Support"),
    ("Self Awareness", "Quality Improvement"),
    ("Patients first", "People matter"),
    ("Public service", "Serving residents"),
    ("Career", "Caring"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_mean_the_same_clash(one: str, other: str) -> None:
    assert names_clash(one, other)
    assert names_clash(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_only_look_alike_do_not_clash(one: str, other: str) -> None:
    assert not names_clash(one, other)
    assert not names_clash(other, one)


def test_a_concept_is_found_behind_a_hyphen_and_at_both_ends_of_a_text() -> None:
    assert concepts("world-class") == {"excel"}
    assert concepts("Kindness, and then courage.") == {"compassion", "courage"}


def test_a_generic_concept_never_counts_alone() -> None:
    assert concepts("people") == frozenset()
    assert concepts("the public services that people use") == frozenset()


def test_a_pattern_matches_whole_words_only() -> None:
    assert concepts("a stopover in an unsafest unopened bestiary") == frozenset()
    assert concepts("our own roles") == frozenset()
