"""Which words of a passage are worth leaving out, and in which line."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from question_bank.generator.language.grammar import (
    CONJUNCTIONS,
    Token,
    class_in_place,
    count_content,
    is_only_adjective,
    tokens,
)
from question_bank.generator.language.slots import fitting_words, is_before_of, is_fixed
from question_bank.generator.language.spans import clauses
from question_bank.generator.language.vocabulary import (
    ADJECTIVES,
    NOUNS,
    PEOPLE,
    QUALITIES,
    WordClass,
    is_listed,
    is_weak,
    modifier_class,
)
from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.modifiers import modifiers_in, runs_in
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import gives_away, is_in_a_value_name, names_a_value

BLANK = "____"
WORDS_BEFORE = 2
FEWEST_WORDS_LEFT = 6
FEWEST_CONTENT_LEFT = 2
LONGEST_LINE = 26

_QUALIFIED = -1.5  # “mutual trust”, “thriving communities”: the page has weighed its words
_QUALIFIED_PEOPLE = -2.5
_HIGHEST_RANK = 2.5  # what comes after this is not worth a question
_HIGHEST_RANK_IN_DEFINITION = 3.0
_HIGHEST_RANK_FOR_REVIEW = 3.5
_HIGHEST_RANK_IN_SECTION = 0.5  # plans and strategies hold many words that nobody needs to remember


@dataclass(frozen=True, slots=True)
class Gap:
    """A word or short phrase left out: the line around it, what belongs in it, its class, and what else would fit.

    One that is `for_review` asks for less, or has a word bank of a wider kind: a person is to decide on it.
    """

    line: str
    key: str
    word_class: WordClass
    fitting: tuple[str, ...] | None = None
    for_review: bool = False

    @property
    def shown(self) -> str:
        """The line with the blank."""
        return _whole_word(self.key).sub(BLANK, self.line)


def gaps_in(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """The gaps a passage offers, those most worth remembering first, later places before earlier ones.

    A definition that offers no better one may be asked for the noun of “the … of”.
    """
    words = tokens(fact.text)
    before_of = {place for place in range(len(words)) if is_before_of(words, place)}
    found = _ranked(desk, fact, set(range(len(words))) - before_of)
    return found if found or fact.role is not Role.DEFINITION else _ranked(desk, fact, before_of)


def gaps_for_review(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """Gaps that a person is to decide on: further ones, stock phrases, words of less weight, wider word banks."""
    best = gaps_in(desk, fact)
    known = {gap.key for gap in best}
    found = _ranked(desk, fact, set(range(len(tokens(fact.text)))), for_review=True)
    return tuple(replace(gap, for_review=True) for gap in (*best, *found) if gap in best or gap.key not in known)


def _ranked(desk: Desk, fact: Fact, places: Set[int], *, for_review: bool = False) -> tuple[Gap, ...]:
    words = tokens(fact.text)
    in_modifiers = {place + step for place, text in runs_in(fact) for step in range(len(text.split()))}
    found: list[tuple[float, int, Gap]] = []
    for place in sorted(places - in_modifiers):
        word_class = class_in_place(words, place)
        if word_class is None or not _is_worth_asking(fact, words[place], word_class):
            continue
        if word_class in ADJECTIVES and _calls_for_its_adjective(words, place):
            continue
        gap = (_wide_gap if for_review else _word_gap)(fact, words, place, word_class)
        if gap:
            found.append((_rank(words, place, word_class), -place, gap))
    found += [(0.0, -place, gap) for place, gap in _modifier_gaps(fact, words, for_review=for_review)]
    special = {Role.SECTION: _HIGHEST_RANK_IN_SECTION, Role.DEFINITION: _HIGHEST_RANK_IN_DEFINITION}
    highest = _HIGHEST_RANK_FOR_REVIEW if for_review else special.get(fact.role, _HIGHEST_RANK)
    ranked = sorted((entry for entry in found if entry[0] <= highest), key=lambda entry: entry[:2])
    return tuple(gap for _, _, gap in ranked if _is_fair(desk, fact, gap, for_review=for_review))


def _word_gap(fact: Fact, words: tuple[Token, ...], place: int, word_class: WordClass) -> Gap | None:
    """The gap for one word, unless its neighbours betray it or nothing else would fit there."""
    if (word_class in NOUNS and _calls_for_its_noun(words, place)) or is_fixed(words, place):
        return None
    fitting = fitting_words(words, place, word_class=word_class)
    if fitting == () or _is_one_of_many_praises(words, place, word_class):
        return None
    gap = _gap(fact, words, (place, place), word_class)
    return replace(gap, fitting=fitting) if gap else None


def _wide_gap(fact: Fact, words: tuple[Token, ...], place: int, word_class: WordClass) -> Gap | None:
    """The gap for one word wherever other words could stand, also in a stock phrase or a row of praises."""
    fitting = fitting_words(words, place, word_class=word_class, for_review=True)
    if fitting == () or (fitting is None and word_class in NOUNS and _calls_for_its_noun(words, place)):
        return None
    gap = _gap(fact, words, (place, place), word_class)
    return replace(gap, fitting=fitting) if gap else None


def _is_worth_asking(fact: Fact, token: Token, word_class: WordClass) -> bool:
    """A word whose class is no guess and no mixed bag, that means something and is no name."""
    known = is_listed(token.word) and word_class is not WordClass.OTHER_ADJECTIVES
    return known and not is_weak(token.word) and _is_printed_small(fact, token)


def _calls_for_its_adjective(words: tuple[Token, ...], place: int) -> bool:
    """“proud to come from”, “respectful to them”: what follows goes with few others."""
    follows = place + 1 < len(words) and not words[place + 1].gap
    return follows and words[place + 1].word in {"to", "of", "about", "that", "with", "for"}


def _calls_for_its_noun(words: tuple[Token, ...], place: int) -> bool:
    """What follows goes with this noun alone: “access to”, “an impact on”, “take responsibility for”."""
    after = _word_at(words, place + 1)
    if words[min(place + 1, len(words) - 1)].gap:
        return False
    return after in {"to", "on", "for"} and words[place - 1].word not in CONJUNCTIONS


def _is_one_of_many_praises(words: tuple[Token, ...], place: int, word_class: WordClass) -> bool:
    """“excellent, safe, high quality service”: any other praise of a service would do as well."""
    if word_class is not WordClass.SERVICES:
        return False
    joined = {words[place].gap, words[place + 1].gap if place + 1 < len(words) else ""}
    neighbours = {_word_at(words, place - 1), _word_at(words, place + 1)}
    return "," in joined or not neighbours.isdisjoint(CONJUNCTIONS)


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


def _modifier_gaps(fact: Fact, words: tuple[Token, ...], *, for_review: bool) -> Iterator[tuple[int, Gap]]:
    for place, text in modifiers_in(fact):
        gap = None
        # Praise like “high quality” could be any other praise; kinds like “whole person” are no praise.
        if for_review or modifier_class(text) is WordClass.MODIFIERS_OF_KIND:
            gap = _gap(fact, words, (place, place + len(tokens(text)) - 1), WordClass.MODIFIERS_OF_KIND)
        if gap:
            yield place, gap


def _word_at(words: tuple[Token, ...], place: int) -> str:
    return words[place].word if place < len(words) else ""


def _is_fair(desk: Desk, fact: Fact, gap: Gap, *, for_review: bool) -> bool:
    """The word is in no other form in the line or its heading, and no article before it betrays its sound."""
    rest = gap.shown.replace(BLANK, " ")
    if len(rest.split()) < FEWEST_WORDS_LEFT or count_content(gap.line) < FEWEST_CONTENT_LEFT + 1:
        return False
    if fact.owner and gives_away(desk, fact.owner, quote=gap.key):
        return False
    if fact.role is Role.SECTION and names_a_value(desk, gap.line):
        return False
    if not for_review and is_in_a_value_name(desk, gap.key):
        return False
    if re.search(rf"\ban? {BLANK}", gap.shown, re.IGNORECASE):
        return False
    return bool(desk.stems(gap.key)) and desk.stems(gap.key).isdisjoint(desk.stems(f"{rest} {fact.owner or ''}"))


def _is_printed_small(fact: Fact, token: Token) -> bool:
    return fact.text[token.start : token.end].islower()


def _whole_word(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
