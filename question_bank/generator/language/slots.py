"""Which words can stand in a place of a sentence: set phrases, places with their words, lists known by heart."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from question_bank.generator.language.grammar import Token, tokens

BLANK = "____"
SHARED_WITH_FAMOUS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The words before and after a blank, what may stand in it, and whether a person is to decide on a gap there."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fitting: tuple[str, ...]
    for_review: bool


def is_fixed(words: Sequence[Token], place: int) -> bool:
    """A word stands in a set phrase."""
    said = [token.word for token in words]
    for phrase in _fixed_phrases():
        first = max(0, place - len(phrase) + 1)
        if any(tuple(said[start : start + len(phrase)]) == phrase for start in range(first, place + 1)):
            return True
    return False


def makes_fixed(shown: str, *, word: str) -> bool:
    """A word in the blank of a line would make a set phrase with its neighbours."""
    before = len(tokens(shown[: shown.find(BLANK)]))
    filled = tokens(shown.replace(BLANK, word))
    return any(is_fixed(filled, place) for place in range(before, before + len(tokens(word))))


def place_of(words: Sequence[Token], place: int) -> Place | None:
    """The reviewed place that a word stands in, with the words that could stand there instead."""
    for known in _places():
        start, end = place - len(known.before), place + 1 + len(known.after)
        if words[place].word not in known.fitting or start < 0 or end > len(words):
            continue
        around = tuple(word.word for word in (*words[start:place], *words[place + 1 : end]))
        if around == (*known.before, *known.after) and not any(word.gap for word in words[start + 1 : end]):
            fitting = tuple(word for word in known.fitting if word != words[place].word)
            return Place(known.before, known.after, fitting, known.for_review)
    return None


def closing_words(word: str) -> tuple[str, ...]:
    """What could close a list of things that are done in the place of a word; none where the word is not known."""
    sets = (line.split() for line in _data()["closing"]["sets"])
    return next((tuple(one for one in known if one != word) for known in sets if word in known), ())


def takes_a_kind(noun: str) -> bool:
    """Whether a qualifier of kind, “whole person”, goes with a noun as well as another."""
    return noun in _data()["kinds"]["before"].split()


def left_out_of_famous(members: Sequence[str]) -> tuple[str, ...]:
    """What a printed list leaves out of one that many know by heart, where it leaves out a single member."""
    for line in _data()["famous"]["sets"]:
        known = line.split()
        left = tuple(word for word in known if word not in members)
        if len(left) == 1 and len(known) - 1 > SHARED_WITH_FAMOUS:
            return left
    return ()


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files(__package__).joinpath("slots.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _fixed_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _data()["fixed"]["phrases"].split("|"))


@lru_cache(maxsize=1)
def _places() -> tuple[Place, ...]:
    found: list[Place] = []
    for section in ("places", "review"):
        for line in _data()[section]["sets"]:
            around, _, fitting = line.partition(":")
            before, _, after = around.partition(BLANK)
            found.append(
                Place(tuple(before.split()), tuple(after.split()), tuple(fitting.split()), section == "review")
            )
    return tuple(found)
