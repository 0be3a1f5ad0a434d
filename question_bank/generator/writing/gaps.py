"""Which words of a passage are worth leaving out, and in which line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.grammar import (
    CONJUNCTIONS,
    PREPOSITIONS,
    Token,
    class_in_place,
    count_content,
    tokens,
)
from question_bank.generator.language.slots import (
    BLANK,
    closing_words,
    is_fixed,
    left_out_of_famous,
    place_of,
    takes_a_kind,
)
from question_bank.generator.language.spans import clauses
from question_bank.generator.language.vocabulary import WordClass, classes, is_listed, is_weak, modifier_class
from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.lists import lists_in
from question_bank.generator.material.modifiers import modifiers_in
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import gives_away, is_in_a_value_name, names_a_value

WORDS_BEFORE = 2
FEWEST_WORDS_LEFT = 6
FEWEST_CONTENT_LEFT = 2
LONGEST_LINE = 26
# Words of these classes stand for each other wherever they are strung together with a word of their own class.
_STRUNG = (WordClass.VIRTUES, WordClass.CHARACTERS)
_BESIDE_FAMOUS = ("modern", "specialist", "community-based")


@dataclass(frozen=True, slots=True)
class Gap:
    """A word or short phrase left out: the line around it, what belongs in it, its class, and what else would fit.

    One that is `for_review` is nearer to habit or to what people know by heart: a person is to decide on it.
    """

    line: str
    key: str
    word_class: WordClass | None
    fitting: tuple[str, ...] | None = None
    for_review: bool = False

    @property
    def shown(self) -> str:
        """The line with the blank."""
        return _whole_word(self.key).sub(BLANK, self.line)


def gaps_in(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """The gaps a passage offers in places where several words are known to stand, later places first."""
    return tuple(gap for gap in _fair_gaps(desk, fact) if not gap.for_review)


def gaps_for_review(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """Gaps that a person is to decide on."""
    return tuple(gap for gap in _fair_gaps(desk, fact) if gap.for_review)


def wide_gaps(desk: Desk, fact: Fact) -> tuple[Gap, ...]:
    """Words of a known class wherever they stand, beside others of that class: whether those fit, a person decides."""
    words = tokens(fact.text)
    spans = [
        (place, place, class_in_place(words, place)) for place, token in enumerate(words) if _is_askable(fact, token)
    ]
    spans += [(place, place + len(tokens(text)) - 1, modifier_class(text)) for place, text in modifiers_in(fact)]
    found: list[Gap] = []
    for first, last, word_class in sorted(spans, key=lambda span: -span[0]):
        if word_class is not None and not is_fixed(words, first):
            gap = _gap(fact, words, (first, last), Gap("", "", word_class, for_review=True))
            found += [gap] if gap and _is_fair(desk, fact, gap) else []
    return tuple(found)


def _is_askable(fact: Fact, token: Token) -> bool:
    return is_listed(token.word) and not is_weak(token.word) and _is_printed_small(fact, token)


def _fair_gaps(desk: Desk, fact: Fact) -> list[Gap]:
    words = tokens(fact.text)
    found = [*_word_gaps(fact, words), *_modifier_gaps(fact, words), *_famous_gaps(fact, words)]
    ranked = sorted(found, key=lambda entry: -entry[0])
    return [gap for _, gap in ranked if _is_fair(desk, fact, gap)]


def _word_gaps(fact: Fact, words: tuple[Token, ...]) -> Iterator[tuple[int, Gap]]:
    """Single words: in a reviewed place, strung together with words of their class, or closing a list."""
    for place, token in enumerate(words):
        if is_fixed(words, place) or not _is_printed_small(fact, token):
            continue
        known = place_of(words, place)
        word_class = class_in_place(words, place)
        gap = None
        if known:
            gap = _gap(fact, words, (place, place), Gap("", "", word_class, known.fitting, known.for_review))
        elif word_class and _is_strung(words, place, word_class):
            gap = _gap(fact, words, (place, place), Gap("", "", word_class))
        elif _closes_a_list(words, place):
            gap = _gap(fact, words, (place, place), Gap("", "", word_class, closing_words(token.word)))
        if gap:
            yield place, gap


def _is_strung(words: tuple[Token, ...], place: int, word_class: WordClass) -> bool:
    """A virtue beside a virtue, or what somebody is beside another such word, and nothing that calls for it after."""
    if word_class not in _STRUNG or not is_listed(words[place].word) or is_weak(words[place].word):
        return False
    if place + 1 < len(words) and not words[place + 1].gap and words[place + 1].word in PREPOSITIONS | {"to", "that"}:
        return False
    before = place - 2 if words[place - 1].word in CONJUNCTIONS else place - 1 if words[place].gap == "," else -1
    after = place + 2 if _word_at(words, place + 1) in CONJUNCTIONS else place + 1 if _comma(words, place + 1) else -1
    beside = [words[near].word for near in (before, after) if 0 <= near < len(words)]
    return any(word_class in classes(word) for word in beside)


def _closes_a_list(words: tuple[Token, ...], place: int) -> bool:
    """The last of at least three things that are done; the first ones of such a list belong to other questions."""
    if place < 3 or words[place - 1].word != "and" or not closing_words(words[place].word):
        return False
    follows = place + 1 < len(words) and not words[place + 1].gap and words[place + 1].word not in PREPOSITIONS
    joined = words[place - 2].gap == "," and not words[place].gap
    return joined and not follows and WordClass.ACTIVITIES in classes(words[place - 2].word)


def _modifier_gaps(fact: Fact, words: tuple[Token, ...]) -> Iterator[tuple[int, Gap]]:
    """Qualifiers of kind, “whole person”, before a noun that others could stand before; praise could be any other."""
    for place, text in modifiers_in(fact):
        last = place + len(tokens(text)) - 1
        if modifier_class(text) is WordClass.MODIFIERS_OF_KIND and takes_a_kind(_word_at(words, last + 1)):
            gap = _gap(fact, words, (place, last), Gap("", "", WordClass.MODIFIERS_OF_KIND))
            if gap:
                yield place, gap


def _famous_gaps(fact: Fact, words: tuple[Token, ...]) -> Iterator[tuple[int, Gap]]:
    """Members of a list that many know by heart with one more: that one is the wrong option to think about."""
    for one in lists_in(fact):
        left = left_out_of_famous([member.casefold() for member in one.members])
        for place, token in enumerate(words) if left else ():
            if token.word in one.members[1:]:
                wanted = Gap("", "", WordClass.SERVICES, (*left, *_BESIDE_FAMOUS), for_review=True)
                gap = _gap(fact, words, (place, place), wanted)
                if gap:
                    yield place, gap


def _gap(fact: Fact, words: tuple[Token, ...], span: tuple[int, int], wanted: Gap) -> Gap | None:
    """The shortest whole line around the gap that may be quoted and gives enough words before it."""
    first, last = span
    if any(abs(place - typo) <= 1 for place in range(first, last + 1) for typo in fact.typo_places):
        return None
    key = fact.text[words[first].start : words[last].end]
    for line in _quotable_lines(fact):
        found = list(_whole_word(key).finditer(line))
        if len(found) == 1 and len(line[: found[0].start()].split()) >= WORDS_BEFORE:
            return Gap(line, key, wanted.word_class, wanted.fitting, wanted.for_review)
    return None


@lru_cache(maxsize=512)
def _quotable_lines(fact: Fact) -> tuple[str, ...]:
    """The whole passage first where it is short enough, then its clauses from long to short."""
    whole = (fact.bare,) if len(fact.text.split()) <= LONGEST_LINE else ()
    parts = clauses(fact.text, least=4)
    return tuple(line for line in (*whole, *parts) if fact.may_quote(line) and len(line.split()) <= LONGEST_LINE)


def _comma(words: tuple[Token, ...], place: int) -> bool:
    return place < len(words) and words[place].gap == ","


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
    if not gap.for_review and is_in_a_value_name(desk, gap.key):
        return False
    if re.search(rf"\ban? {BLANK}", gap.shown, re.IGNORECASE):
        return False
    return bool(desk.stems(gap.key)) and desk.stems(gap.key).isdisjoint(desk.stems(f"{rest} {fact.owner or ''}"))


def _is_printed_small(fact: Fact, token: Token) -> bool:
    return fact.text[token.start : token.end].islower()


def _whole_word(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
