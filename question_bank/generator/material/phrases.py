"""Phrases of a passage: a noun with what qualifies it, whole and worth recognising."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.grammar import FUNCTION_WORDS, Token, is_noun, is_only_adjective, is_verb, tokens
from question_bank.generator.language.vocabulary import WordClass, is_weak, modifier_class, modifiers
from question_bank.generator.material.facts import Fact

MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of the page that names one thing, and the passage it comes from."""

    text: str
    fact: Fact


@lru_cache(maxsize=4096)
def phrases_in(fact: Fact) -> tuple[Phrase, ...]:
    """Qualifiers and their noun, two to six words, in the order of the passage; each as long as it goes."""
    words = tokens(fact.text)
    found: list[Phrase] = []
    place = 0
    while place < len(words):
        end = _end_of_phrase(words, place)
        text = fact.text[words[place].start : words[end - 1].end] if end else ""
        if text and fact.may_quote(text) and text[:1].islower():
            found.append(Phrase(text, fact))
        place = end or place + 1
    return tuple(found)


def whole_phrases_in(fact: Fact) -> tuple[Phrase, ...]:
    """The phrases that are no half of a pair, as in “community and mental health services”."""
    return tuple(phrase for phrase in phrases_in(fact) if not _is_half(fact.text, phrase.text))


def _is_half(text: str, phrase: str) -> bool:
    before, _, after = text.partition(phrase)
    return before.rstrip().endswith((" and", " or", ",")) or after.lstrip().startswith(("and ", "or "))


def _end_of_phrase(words: Sequence[Token], start: int) -> int:
    """Where a phrase that starts here ends, or 0: qualifiers (joined by “and” or a comma), then nouns to the last."""
    opening = _opening(words, start)
    if not opening:
        return 0
    place = start + opening
    while place < len(words) and place - start < MOST_WORDS:
        word = words[place]
        after_modifier = opening > 1 and place == start + opening
        after_qualifier = _is_quality(words, start, opening) if after_modifier else _is_qualifier(words, place - 1)
        joined = word.word == "and" and not word.gap and after_qualifier
        if joined and place + 1 < len(words) and _is_qualifier(words, place + 1) and not words[place + 1].gap:
            place += 1
        elif word.gap or word.word in FUNCTION_WORDS or not (_is_qualifier(words, place) or is_noun(word.word)):
            break
        place += 1
    last = place - 1
    whole = last >= start + opening and is_noun(words[last].word)
    whole = whole and (not is_weak(words[last].word) or last - start >= 2)
    return place if whole and not _goes_on(words, place) else 0


def _opening(words: Sequence[Token], start: int) -> int:
    """How many words qualify the noun as one, from here; 0 where no phrase may open."""
    for modifier in modifiers():
        run = modifier.split()
        if [word.word for word in words[start : start + len(run)]] == run:
            return len(run)
    return int(_may_open(words, start))


def _is_quality(words: Sequence[Token], start: int, opening: int) -> bool:
    """“high quality and efficient services” is one phrase, “mental health and social needs” are two."""
    text = " ".join(word.word for word in words[start : start + opening])
    return modifier_class(text) is WordClass.MODIFIERS_OF_QUALITY


def _may_open(words: Sequence[Token], start: int) -> bool:
    """A qualifier opens a phrase where no other qualifier is cut off before it."""
    if not _is_qualifier(words, start) or is_weak(words[start].word):
        return False
    if not start:
        return True
    before = words[start - 1]
    if words[start].gap or before.word == "and":
        earlier = start - 1 if words[start].gap else start - 2
        return earlier < 0 or not _is_qualifier(words, earlier)
    return before.word in FUNCTION_WORDS or is_verb(before.word)


def _goes_on(words: Sequence[Token], place: int) -> bool:
    """The phrase is cut: another noun, or “of …”, follows."""
    if place >= len(words) or words[place].gap:
        return False
    return words[place].word == "of" or is_noun(words[place].word)


def _is_qualifier(words: Sequence[Token], place: int) -> bool:
    return is_only_adjective(words[place].word)
