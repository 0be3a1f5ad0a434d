"""The reading age is that of the SMOG table, and there is none for a text under thirty sentences."""

import pytest

from question_bank.checks.measures.reading_age import grade, reading_age
from question_bank.model import Kind, Proof
from tests.question_bank.build import item, right, wrong


@pytest.mark.parametrize(
    ("long_words", "school_years"), [(2, 5), (6, 6), (12, 7), (20, 8), (30, 9), (42, 10), (72, 12)]
)
def test_thirty_sentences_have_the_grade_of_the_published_table(long_words: int, school_years: int) -> None:
    assert grade(long_words, 30) == pytest.approx(school_years, abs=0.6)


def test_a_bank_has_a_reading_age_from_thirty_sentences_on() -> None:
    asked = item(Kind.SINGLE, "Who keeps the keys?", [right("the nurse"), wrong("the cook", Proof.NOT_ON_PAGE)])
    assert reading_age([asked] * 9) is None
    assert reading_age([asked] * 10) == pytest.approx(3.1291 + 5)


def test_longer_words_raise_it() -> None:
    plain = item(Kind.SINGLE, "Who keeps the keys?", [right("the nurse"), wrong("the cook", Proof.NOT_ON_PAGE)])
    long = item(Kind.SINGLE, "Who is responsible for accountability?", [right("the nurse"), wrong("no", None)])
    assert (reading_age([long] * 10) or 0) > (reading_age([plain] * 10) or 0) + 4
