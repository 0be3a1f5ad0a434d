"""Qualifiers of several words in a passage: “high quality”, “whole person”."""

from collections.abc import Sequence
from functools import lru_cache

from question_bank.generator.language.grammar import Token, is_noun, is_only_adjective, tokens
from question_bank.generator.language.vocabulary import WordClass, modifier_class, modifiers
from question_bank.generator.material.facts import Fact

Run = tuple[int, str]


@lru_cache(maxsize=4096)
def runs_in(fact: Fact) -> tuple[Run, ...]:
    """Where such words stand, whatever follows: the number of the first word, and the text."""
    words = tokens(fact.text)
    found: list[Run] = []
    for place, word in enumerate(words):
        for text in _by_first_word().get(word.word, ()):
            after = place + len(text.split())
            if after <= len(words) and fact.text[word.start : words[after - 1].end] == text:
                found.append((place, text))
    return tuple(found)


@lru_cache(maxsize=4096)
def modifiers_in(fact: Fact) -> tuple[Run, ...]:
    """Those that stand before a noun, or before “and”, a further qualifier and a noun."""
    words = tokens(fact.text)
    return tuple((place, text) for place, text in runs_in(fact) if _qualifies(words, place, text=text))


def _qualifies(words: Sequence[Token], place: int, *, text: str) -> bool:
    after = place + len(text.split())
    joined = _word_at(words, after) == "and" and is_only_adjective(_word_at(words, after + 1))
    if joined and modifier_class(text) is WordClass.MODIFIERS_OF_QUALITY:
        after += 2
        while is_only_adjective(_word_at(words, after)):
            after += 1
    return is_noun(_word_at(words, after)) and not words[after].gap


def _word_at(words: Sequence[Token], place: int) -> str:
    return words[place].word if place < len(words) else ""


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for text in modifiers():
        first = text.split()[0]
        found[first] = (*found.get(first, ()), text)
    return found
