"""Words that could stand in a gap: of its class, from elsewhere on the page first, else from the word lists."""

from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.grammar import class_in_place, tokens
from question_bank.generator.language.vocabulary import (
    MODIFIERS,
    WordClass,
    are_near,
    is_weak,
    modifier_class,
    vocabulary,
)
from question_bank.generator.material.facts import Fact
from question_bank.generator.material.modifiers import modifiers_in
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.gaps import Gap
from question_bank.lexicon import concepts

MOST_FROM_VOCABULARY = 6


@dataclass(frozen=True, slots=True)
class BankWord:
    """A word that could stand in a gap, and where the page has it (None: nowhere)."""

    text: str
    fact: Fact | None


def words_of_page(desk: Desk, gap: Gap, *, owner: str | None) -> tuple[BankWord, ...]:
    """Words of the gap's class that the page uses elsewhere, each once, in its order."""
    found = {
        text: BankWord(text, fact)
        for kind in _kinds(gap.word_class)
        for fact in desk.facts.all
        for word_class, text in _classed_words(fact)
        if word_class is kind and _may_stand(desk, gap, text=text, owner=owner)
    }
    return tuple(found.values())


def words_of_vocabulary(desk: Desk, gap: Gap, *, owner: str | None) -> tuple[BankWord, ...]:
    """Listed words of the gap's class that the page does not use."""
    page = desk.stems(desk.facts.page.text)
    found = [
        BankWord(text, None)
        for kind in _kinds(gap.word_class)
        for text in vocabulary(kind)
        if desk.stems(text).isdisjoint(page) and _may_stand(desk, gap, text=text, owner=owner)
    ]
    return tuple(found[:MOST_FROM_VOCABULARY])


def _kinds(word_class: WordClass) -> tuple[WordClass, ...]:
    """The class itself; qualifiers of several words are few, so both their classes serve."""
    others = MODIFIERS if word_class in MODIFIERS else ()
    return (word_class, *(other for other in others if other is not word_class))


def _may_stand(desk: Desk, gap: Gap, *, text: str, owner: str | None) -> bool:
    """The word is no form of one in the line or its heading, and means something else than the right one."""
    if are_near(text, gap.key.casefold()):
        return False
    own = desk.stems(text)
    said = desk.stems(gap.line) | desk.stems(owner or "")
    return bool(own) and own.isdisjoint(said) and concepts(text).isdisjoint(concepts(gap.key))


@lru_cache(maxsize=4096)
def _classed_words(fact: Fact) -> tuple[tuple[WordClass, str], ...]:
    """The words of a passage whose class is settled where they stand; names and likely slips are left out."""
    words = tokens(fact.text)
    found = [(modifier_class(text), text) for _, text in modifiers_in(fact)]
    for place, token in enumerate(words):
        small = fact.text[token.start : token.end].islower()
        if small and place not in fact.typo_places and not is_weak(token.word):
            found.append((class_in_place(words, place), token.word))
    return tuple((word_class, text) for word_class, text in found if word_class)
