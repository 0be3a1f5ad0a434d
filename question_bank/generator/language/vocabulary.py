"""The word lists: which words values pages use, and of what class each can be."""

import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any


class WordClass(StrEnum):
    """What a gap can ask for; the words of one class can take each other's place."""

    PERSONS = "persons"
    GROUPS = "groups"
    THINGS = "things"
    VIRTUES = "virtues"
    AID = "aid"
    MEANS = "means"
    ACTIVITIES = "activities"
    OUTCOMES = "outcomes"
    SINGULAR = "singular"
    CHARACTERS = "characters"
    SERVICES = "services"
    SCOPES = "scopes"
    CONDITIONS = "conditions"
    COMPARATIVES = "comparatives"
    OTHER_ADJECTIVES = "other_adjectives"
    ADVERBS = "adverbs"
    VERBS_TO_PEOPLE = "verbs_to_people"
    VERBS_TO_THINGS = "verbs_to_things"
    VERBS_ALONE = "verbs_alone"
    MODIFIERS_OF_QUALITY = "modifiers_of_quality"
    MODIFIERS_OF_KIND = "modifiers_of_kind"


PEOPLE = frozenset({WordClass.PERSONS, WordClass.GROUPS})
PLURALS = PEOPLE | {WordClass.THINGS}
QUALITIES = frozenset({WordClass.VIRTUES, WordClass.AID, WordClass.MEANS, WordClass.ACTIVITIES, WordClass.OUTCOMES})
NOUNS = PLURALS | QUALITIES | {WordClass.SINGULAR}
ADJECTIVES = frozenset(
    {
        WordClass.CHARACTERS,
        WordClass.SERVICES,
        WordClass.SCOPES,
        WordClass.CONDITIONS,
        WordClass.COMPARATIVES,
        WordClass.OTHER_ADJECTIVES,
    }
)
VERBS = frozenset({WordClass.VERBS_TO_PEOPLE, WordClass.VERBS_TO_THINGS, WordClass.VERBS_ALONE})
MODIFIERS = (WordClass.MODIFIERS_OF_QUALITY, WordClass.MODIFIERS_OF_KIND)

_SUFFIXES = (
    (WordClass.ADVERBS, ("ly",)),
    (WordClass.OUTCOMES, ("ness", "ity", "ship", "ance", "ence")),
    (WordClass.THINGS, ("ations", "ments", "ships", "ities", "ences", "ances")),
    (WordClass.OTHER_ADJECTIVES, ("ful", "ous", "ible", "able", "ive", "ical")),
)


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(words.split())


@lru_cache(maxsize=4096)
def classes(word: str) -> frozenset[WordClass]:
    """Every class a word (in small letters) may have; by its ending where the word list does not know it."""
    known = _classes_of_words().get(word)
    if known or len(word) < 6:
        return known or frozenset()
    return frozenset(name for name, endings in _SUFFIXES if word.endswith(endings))


def vocabulary(word_class: WordClass) -> tuple[str, ...]:
    """The listed words of a class in their order, those that mean too little left out."""
    return tuple(word for word in _listed(word_class) if not is_weak(word))


def is_weak(word: str) -> bool:
    """Whether a word means too little to be asked for."""
    return word in _weak_words()


def is_telling(word: str) -> bool:
    """Whether a word says what a line is about: no person, and no word that lines of any value use."""
    return not is_weak(word) and word not in _everywhere_words() and classes(word).isdisjoint(PEOPLE)


def are_near(one: str, other: str) -> bool:
    """Whether two words (in small letters) mean nearly the same."""
    return not _near_sets().get(one, frozenset()).isdisjoint(_near_sets().get(other, frozenset()))


def modifier_class(text: str) -> WordClass | None:
    """The class of a qualifier of several words."""
    return next((name for name in MODIFIERS if text in _listed(name)), None)


@lru_cache(maxsize=1)
def modifiers() -> tuple[str, ...]:
    """Qualifiers of several words, in alphabetical order."""
    return tuple(sorted(text for name in MODIFIERS for text in _listed(name)))


def is_listed(word: str) -> bool:
    """Whether the word lists know a word, so that its class is no guess."""
    return word in _classes_of_words()


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    data = resources.files(__package__).joinpath("word_classes.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@lru_cache(maxsize=32)
def _listed(word_class: WordClass) -> tuple[str, ...]:
    words = _data()[word_class]["words"]
    parts = (part.strip() for part in words.split("|")) if word_class in MODIFIERS else words.split()
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=1)
def _near_sets() -> dict[str, frozenset[int]]:
    """For each word the numbers of the sets it is in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_data()["near"]["sets"]):
        for word in line.split("|") if "|" in line else line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def _weak_words() -> frozenset[str]:
    return frozenset(_data()["weak"]["words"].split())


@lru_cache(maxsize=1)
def _everywhere_words() -> frozenset[str]:
    return frozenset(_data()["everywhere"]["words"].split())


@lru_cache(maxsize=1)
def _classes_of_words() -> dict[str, frozenset[WordClass]]:
    found: dict[str, set[WordClass]] = {}
    for name in WordClass:
        for word in _listed(name) if name not in MODIFIERS else ():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
