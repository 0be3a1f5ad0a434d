"""Which words can stand in a place of a sentence: set phrases, neighbours that call for a word, sets that swap."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from question_bank.generator.language.grammar import Token
from question_bank.generator.language.vocabulary import NOUNS, VERBS, WordClass, classes

_CALLING = frozenset({WordClass.SCOPES, WordClass.CONDITIONS})
# Mixed classes of which most words stand well for most others, so that a person can be asked whether these do.
_OPEN = frozenset({WordClass.THINGS, WordClass.ACTIVITIES, WordClass.MEANS, WordClass.AID})
# Classes that hold too many kinds of words for one to stand in for another, unless a set says so.
_MIXED = _CALLING | {
    WordClass.THINGS,
    WordClass.SINGULAR,
    WordClass.OUTCOMES,
    WordClass.ACTIVITIES,
    WordClass.MEANS,
    WordClass.AID,
    WordClass.VERBS_TO_THINGS,
    WordClass.VERBS_ALONE,
    WordClass.OTHER_ADJECTIVES,
    WordClass.MODIFIERS_OF_QUALITY,
}


def is_fixed(words: Sequence[Token], place: int) -> bool:
    """A word stands in a set phrase."""
    said = [token.word for token in words]
    for phrase in _fixed_phrases():
        first = max(0, place - len(phrase) + 1)
        if any(tuple(said[start : start + len(phrase)]) == phrase for start in range(first, place + 1)):
            return True
    return False


def is_before_of(words: Sequence[Token], place: int) -> bool:
    """A word stands in “the … of”, which many a noun could fill."""
    return _word_at(words, place - 1) == "the" and _word_at(words, place + 1) == "of"


def fitting_words(
    words: Sequence[Token], place: int, *, word_class: WordClass, for_review: bool = False
) -> tuple[str, ...] | None:
    """The words that could stand there instead; None where every word of the class could.

    What is for review may also take the words of a mixed class, where most of them would do.
    """
    key = words[place].word
    before = "" if words[place].gap else _word_at(words, place - 1)
    after = "" if _gap_after(words, place) else _word_at(words, place + 1)
    for neighbour, is_before, fitting in _places():
        if neighbour == (before if is_before else after) and key in fitting:
            return _without(fitting, key)
    is_called_for = (
        word_class in NOUNS and not classes(before).isdisjoint(_CALLING) and classes(before).isdisjoint(VERBS)
    )
    if is_called_for or word_class in _CALLING:
        return ()
    groups = [fitting for fitting in _groups() if key in fitting]
    if groups:
        return _without(tuple(word for fitting in groups for word in fitting), key)
    return () if word_class in _MIXED and not (for_review and word_class in _OPEN) else None


def _without(fitting: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in fitting if word != key))


def _gap_after(words: Sequence[Token], place: int) -> str:
    return words[place + 1].gap if place + 1 < len(words) else ""


def _word_at(words: Sequence[Token], place: int) -> str:
    return words[place].word if 0 <= place < len(words) else ""


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files(__package__).joinpath("slots.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _fixed_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _data()["fixed"]["phrases"].split("|"))


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """Neighbour, whether it stands before the blank, and the words."""
    found: list[tuple[str, bool, tuple[str, ...]]] = []
    for line in _data()["places"]["sets"]:
        place, _, fitting = line.partition(":")
        found.append((place.replace("____", "").strip(), place.endswith("____"), tuple(fitting.split())))
    return tuple(found)


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in _data()["groups"]["sets"])
