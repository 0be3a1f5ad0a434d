"""Which words of a passage are worth leaving out, and which words could stand in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.grammar import (
    CONJUNCTIONS,
    MODIFIERS,
    NOUNS,
    PEOPLE,
    QUALITIES,
    Token,
    WordClass,
    class_in_place,
    classes,
    count_content,
    is_listed,
    is_noun,
    is_only_adjective,
    is_weak,
    modifier_class,
    modifiers,
    tokens,
    vocabulary,
)
from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import gives_away, names_a_value
from question_bank.lexicon import concepts

BLANK = "____"
WORDS_BEFORE = 2
FEWEST_WORDS_LEFT = 6
FEWEST_CONTENT_LEFT = 2
LONGEST_LINE = 26

_QUALIFIED = -1.5  # “mutual trust”, “thriving communities”: the page has weighed its words
_QUALIFIED_PEOPLE = -2.5
_HIGHEST_RANK = 2.5  # what comes after this is not worth a question
_HIGHEST_RANK_IN_DEFINITION = 3.0
_HIGHEST_RANK_IN_SECTION = 0.5  # plans and strategies hold many words that nobody needs to remember
_FROM_VOCABULARY = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """A word or short phrase left out: the line around it, what belongs in it, and its class."""

    line: str
    key: str
    word_class: WordClass

    @property
    def shown(self) -> str:
        """The line with the blank."""
        return _whole_word(self.key).sub(BLANK, self.line)


@dataclass(frozen=True, slots=True)
class BankWord:
    """A word that could stand in a gap, and where the page has it (None: nowhere)."""

    text: str
    fact: Fact | None


def gaps_in(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """The gaps a passage offers, those most worth remembering first, later places before earlier ones."""
    words = tokens(fact.text)
    found: list[tuple[float, int, Gap]] = []
    in_modifiers = {place + step for place, text in _runs(words, fact) for step in range(len(text.split()))}
    for place, token in enumerate(words):
        word_class = class_in_place(words, place)
        if place in in_modifiers or word_class is None or not _is_worth_asking(fact, token, word_class):
            continue
        if word_class in NOUNS and _calls_for_its_noun(words, place):
            continue
        gap = _gap(fact, words, (place, place), word_class)
        if gap:
            found.append((_rank(words, place, word_class), -place, gap))
    found += [(0.0, -place, gap) for place, gap in _modifier_gaps(fact, words)]
    special = {Role.SECTION: _HIGHEST_RANK_IN_SECTION, Role.DEFINITION: _HIGHEST_RANK_IN_DEFINITION}
    highest = special.get(fact.role, _HIGHEST_RANK)
    ranked = sorted((entry for entry in found if entry[0] <= highest), key=lambda entry: entry[:2])
    return tuple(gap for _, _, gap in ranked if _is_fair(desk, fact, gap))


def _is_worth_asking(fact: Fact, token: Token, word_class: WordClass) -> bool:
    """A word whose class is no guess and no mixed bag, that means something and is no name."""
    known = is_listed(token.word) and word_class is not WordClass.OTHER_ADJECTIVES
    return known and not is_weak(token.word) and _is_printed_small(fact, token)


def _calls_for_its_noun(words: tuple[Token, ...], place: int) -> bool:
    """What follows goes with this noun alone: “access to”, “an impact on”, “take responsibility for”."""
    after = _word_at(words, place + 1)
    if words[min(place + 1, len(words) - 1)].gap:
        return False
    return after in {"to", "on"} or (after == "for" and words[place - 1].word not in CONJUNCTIONS)


def _rank(words: tuple[Token, ...], place: int, word_class: WordClass) -> float:
    """What is most worth remembering comes first: qualities before things, people only where they are qualified."""
    if word_class in QUALITIES:
        rank = 0.0
    elif word_class is WordClass.THINGS:
        rank = 1.0
    elif word_class in PEOPLE:
        rank = 3.5
    elif word_class is WordClass.VERBS_TO_THINGS:
        rank = 3.0
    else:
        rank = 2.5 if word_class is WordClass.SINGULAR else 2.0
    qualified = word_class in NOUNS and not words[place].gap and is_only_adjective(words[place - 1].word)
    return rank + (_QUALIFIED_PEOPLE if word_class in PEOPLE else _QUALIFIED) * qualified


def bank_words(desk: Desk, gap: Gap, *, owner: str | None) -> tuple[tuple[BankWord, ...], tuple[BankWord, ...]]:
    """Words of the same class: those the page uses elsewhere, in its order, and those it does not use."""
    line = desk.stems(gap.line) | desk.stems(owner or "")
    meant = concepts(gap.key)

    def may_stand(text: str) -> bool:
        own = desk.stems(text)
        return bool(own) and own.isdisjoint(line) and concepts(text).isdisjoint(meant) and text != gap.key

    kinds = [gap.word_class, *(name for name in MODIFIERS if gap.word_class in MODIFIERS and name != gap.word_class)]
    on_page = {word.text: word for kind in kinds for word in _words_on_page(desk, kind) if may_stand(word.text)}
    page_stems = desk.stems(desk.facts.page.text)
    off_page = [
        BankWord(text, None)
        for kind in kinds
        for text in vocabulary(kind)
        if may_stand(text) and desk.stems(text).isdisjoint(page_stems)
    ]
    return tuple(on_page.values()), tuple(off_page[:_FROM_VOCABULARY])


def _words_on_page(desk: Desk, word_class: WordClass) -> Iterator[BankWord]:
    for fact in desk.facts.all:
        words = tokens(fact.text)
        if word_class in MODIFIERS:
            yield from (BankWord(t, fact) for _, t in _modifiers_in(fact, words) if modifier_class(t) is word_class)
            continue
        for place, token in enumerate(words):
            if word_class not in classes(token.word) or is_weak(token.word) or place in fact.typo_places:
                continue
            if class_in_place(words, place) is word_class and _is_printed_small(fact, token):
                yield BankWord(token.word, fact)


def _gap(fact: Fact, words: tuple[Token, ...], span: tuple[int, int], word_class: WordClass) -> Gap | None:
    """The shortest whole line around the gap that may be quoted and gives enough words before it."""
    first, last = span
    if any(abs(place - typo) <= 1 for place in range(first, last + 1) for typo in fact.typo_places):
        return None
    key = fact.text[words[first].start : words[last].end]
    for line in _quotable_lines(fact):
        found = list(_whole_word(key).finditer(line))
        if len(found) == 1 and len(line[: found[0].start()].split()) >= WORDS_BEFORE:
            return Gap(line, key, word_class)
    return None


@lru_cache(maxsize=512)
def _quotable_lines(fact: Fact) -> tuple[str, ...]:
    """The whole passage first where it is short enough, then its clauses from long to short."""
    whole = (fact.bare,) if len(fact.text.split()) <= LONGEST_LINE else ()
    parts = clauses(fact.text, least=4)
    return tuple(line for line in (*whole, *parts) if fact.may_quote(line) and len(line.split()) <= LONGEST_LINE)


def _modifier_gaps(fact: Fact, words: tuple[Token, ...]) -> Iterator[tuple[int, Gap]]:
    for place, text in _modifiers_in(fact, words):
        word_class = modifier_class(text)
        gap = _gap(fact, words, (place, place + len(tokens(text)) - 1), word_class) if word_class else None
        if gap:
            yield place, gap


def _modifiers_in(fact: Fact, words: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    """Qualifiers of two words or more that stand before a noun, or before “and”, a further qualifier and a noun."""
    for place, text in _runs(words, fact):
        after = place + len(text.split())
        joined = _word_at(words, after) == "and" and is_only_adjective(_word_at(words, after + 1))
        if joined and modifier_class(text) is WordClass.MODIFIERS_OF_QUALITY:
            after += 2
            while is_only_adjective(_word_at(words, after)):
                after += 1
        if is_noun(_word_at(words, after)) and not words[after].gap:
            yield place, text


def _runs(words: tuple[Token, ...], fact: Fact) -> Iterator[tuple[int, str]]:
    for place in range(len(words)):
        for modifier in modifiers():
            run = modifier.split()
            if [word.word for word in words[place : place + len(run)]] == run:
                text = fact.text[words[place].start : words[place + len(run) - 1].end]
                if text == modifier:
                    yield place, text


def _word_at(words: tuple[Token, ...], place: int) -> str:
    return words[place].word if place < len(words) else ""


def _is_fair(desk: Desk, fact: Fact, gap: Gap) -> bool:
    """The word is in no other form in the line or its heading, and no article before it betrays its sound."""
    rest = gap.shown.replace(BLANK, " ")
    if len(rest.split()) < FEWEST_WORDS_LEFT or count_content(gap.line) < FEWEST_CONTENT_LEFT + 1:
        return False
    if fact.owner and gives_away(desk, fact.owner, quote=gap.key):
        return False
    if fact.role is Role.SECTION and names_a_value(desk, gap.line):
        return False
    if re.search(rf"\ban? {BLANK}", gap.shown, re.IGNORECASE):
        return False
    return bool(desk.stems(gap.key)) and desk.stems(gap.key).isdisjoint(desk.stems(f"{rest} {fact.owner or ''}"))


def _is_printed_small(fact: Fact, token: Token) -> bool:
    return fact.text[token.start : token.end].islower()


def _whole_word(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
