"""Lists that a passage strings together with commas: “safe, timely, effective and …”."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.grammar import Token, is_noun, is_only_adjective, tokens
from question_bank.generator.language.vocabulary import ADJECTIVES, PLURALS, QUALITIES, WordClass, classes
from question_bank.generator.material.facts import Fact

FEWEST_MEMBERS = 3
LONGEST_MEMBER = 3


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of at least three members, its words as printed, and the passage it stands in."""

    members: tuple[str, ...]
    text: str
    fact: Fact


@lru_cache(maxsize=4096)
def lists_in(fact: Fact) -> tuple[WordList, ...]:
    """The lists of a passage that may be quoted, in its order: nouns with their qualifiers, or qualifiers."""
    words = tokens(fact.text)
    found: list[WordList] = []
    place = 0
    while place < len(words):
        ends = _ends_of_members(words, place, adjectives=False) or _ends_of_members(words, place, adjectives=True)
        if len(ends) >= FEWEST_MEMBERS:
            text = fact.text[words[place].start : words[ends[-1][1] - 1].end]
            members = tuple(fact.text[words[start].start : words[end - 1].end] for start, end in ends)
            if fact.may_quote(text):
                found.append(WordList(members, text, fact))
        place = ends[-1][1] if ends else place + 1
    return tuple(found)


def classes_of(member: str) -> frozenset[WordClass]:
    """The classes of the word that carries a member: its last."""
    return classes(tokens(member)[-1].word)


def kinds_of(member: str) -> frozenset[str]:
    """What the members of one list have in common: “adjective”, “quality”, “plural”."""
    found = classes_of(member)
    kinds = (("adjective", ADJECTIVES), ("quality", QUALITIES), ("plural", PLURALS))
    return frozenset(name for name, members in kinds if found & members)


def _ends_of_members(words: Sequence[Token], start: int, *, adjectives: bool) -> list[tuple[int, int]]:
    """Start and end of each member of the list that begins here; none where no “and” closes it."""
    found: list[tuple[int, int]] = []
    place = start
    while True:
        end = _end_of_member(words, place, adjectives=adjectives)
        if not end:
            return []
        found.append((place, end))
        if end >= len(words):
            return []
        closes = words[end].word == "and" and words[end].gap in {"", ","}
        if closes:
            last = end + 1
            end_of_last = _end_of_member(words, last, adjectives=adjectives) if last < len(words) else 0
            whole = end_of_last and not words[last].gap and len(found) > 1
            return [*found, (last, end_of_last)] if whole else []
        if words[end].gap != ",":
            return []
        place = end


def _end_of_member(words: Sequence[Token], start: int, *, adjectives: bool) -> int:
    """Where a member that starts here ends, or 0: one qualifier, or qualifiers and their noun."""
    place = start
    while place < len(words) and is_only_adjective(words[place].word) and (place == start or not words[place].gap):
        place += 1
    if adjectives:
        return place if place == start + 1 else 0
    if place >= len(words) or (place > start and words[place].gap) or not is_noun(words[place].word):
        return 0
    return place + 1 if place + 1 - start <= LONGEST_MEMBER else 0
