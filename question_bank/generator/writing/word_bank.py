"""Words that could stand in a gap: of its class, from elsewhere on the page first, else from the word lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from question_bank.generator.language.grammar import class_in_place, tokens
from question_bank.generator.language.slots import makes_fixed
from question_bank.generator.language.vocabulary import (
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
from question_bank.generator.writing.likeness import is_in_a_value_name
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
        for fact in desk.facts.all
        for word_class, text in _classed_words(fact)
        if (gap.fitting is not None or word_class is gap.word_class) and _may_stand(desk, gap, text=text, owner=owner)
    }
    return tuple(found.values())


def words_of_vocabulary(desk: Desk, gap: Gap, *, owner: str | None) -> tuple[BankWord, ...]:
    """Listed words of the gap's class that the page does not use."""
    page = desk.stems(desk.facts.page.text)
    listed = vocabulary(gap.word_class) if gap.word_class and gap.fitting is None else gap.fitting or ()
    found = [
        BankWord(text, None)
        for text in listed
        if desk.stems(text).isdisjoint(page) and _may_stand(desk, gap, text=text, owner=owner)
    ]
    return tuple(found[:MOST_FROM_VOCABULARY])


def say_the_same(words: Sequence[BankWord]) -> bool:
    """Two wrong words mean nearly the same, so that neither can be right."""
    return any(
        are_near(one.text, other.text) or not concepts(one.text).isdisjoint(concepts(other.text))
        for one, other in combinations(words, 2)
    )


def _may_stand(desk: Desk, gap: Gap, *, text: str, owner: str | None) -> bool:
    """The word is no form of one in the line or its heading, and means something else than the right one."""
    if are_near(text, gap.key.casefold()) or (gap.fitting is not None and text not in gap.fitting):
        return False
    if is_in_a_value_name(desk, text) or makes_fixed(gap.shown, word=text):
        return False
    if gap.fitting is None and any(are_near(text, token.word) for token in tokens(gap.line)):
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
