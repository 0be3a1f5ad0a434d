"""The reading age of a whole bank by SMOG; a single item is too short to have one."""

from collections.abc import Iterator, Sequence
from math import sqrt

from question_bank.checks.measures.syllables import syllables
from question_bank.model import Item
from question_bank.text import sentences
from question_bank.words import words

FEWEST_SENTENCES = 30
LONG_WORD = 3
YEARS_BEFORE_SCHOOL = 5


def reading_age(items: Sequence[Item]) -> float | None:
    """Years of age at which the stems and options can be read; None under 30 sentences (McLaughlin 1969).

    Every option counts as a sentence, for it stands on a line of its own. A gap is read as the word it stands for.
    """
    texts = list(_sentences(items))
    if len(texts) < FEWEST_SENTENCES:
        return None
    long = sum(1 for text in texts for word in words(text) if syllables(word) >= LONG_WORD)
    return grade(long, len(texts)) + YEARS_BEFORE_SCHOOL


def grade(long_words: int, sentences_read: int) -> float:
    """The SMOG grade: years of school, from the words of three syllables or more in so many sentences."""
    return 1.0430 * sqrt(long_words * FEWEST_SENTENCES / sentences_read) + 3.1291


def _sentences(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield from sentences(item.stem)
        yield from (left for left, _ in item.pairs or ())
        yield from (option.text for option in item.options if option.text.strip())
