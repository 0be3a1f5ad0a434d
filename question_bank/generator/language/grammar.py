"""What a word is in its sentence: as much grammar as trimming a quotation and choosing a gap need."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from question_bank.generator.language.vocabulary import (
    ADJECTIVES,
    NOUNS,
    PLURALS,
    QUALITIES,
    VERBS,
    WordClass,
    classes,
    word_set,
)

DETERMINERS = word_set("a an the our their your my his her its this that these those each every any some no own")
PREPOSITIONS = word_set(
    """about across after against along among around at before behind between beyond by during for from in into like of
    on over per through throughout towards under upon via with within without"""
)
CONJUNCTIONS = word_set("and or nor but &")
_OTHER_FUNCTION_WORDS = word_set(
    """i we you they he she it us them me him who whom whose which what when where why how whether if because so as
    than then there while whilst unless until although though not to be is are was were been being am do does did
    have has had having will would shall should can could may might must also both all other others one such
    ourselves themselves yourself itself more most very too just even up out off down order"""
)
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | _OTHER_FUNCTION_WORDS

# What stands before a noun for one thing only: “that lives” is no noun.
_BEFORE_ONE = word_set("this that each every another")

_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*|&")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, in small letters, with its place and the marks between it and the word before."""

    word: str
    start: int
    end: int
    gap: str


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their places."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        found.append(Token(match.group().casefold(), match.start(), match.end(), text[last : match.start()].strip()))
        last = match.end()
    return tuple(found)


def is_content(word: str) -> bool:
    """Whether a word carries meaning of its own."""
    return word not in FUNCTION_WORDS


def count_content(text: str) -> int:
    """How many words of a text carry meaning of their own."""
    return sum(is_content(token.word) for token in tokens(text))


def is_noun(word: str) -> bool:
    """Whether a word can close a phrase as its noun."""
    if word in FUNCTION_WORDS:
        return False
    found = classes(word)
    if found:
        return not found.isdisjoint(NOUNS)
    return bool(re.search(r"(?:[^sui]s|tion|ment|ism|service|place|people|time|life|way|money|data)$", word))


def is_only_adjective(word: str) -> bool:
    """Whether a word qualifies a noun and cannot be one."""
    return not classes(word).isdisjoint(ADJECTIVES) and not is_noun(word)


def is_verb(word: str) -> bool:
    """Whether a word can be the plain form of a verb."""
    return not classes(word).isdisjoint(VERBS) or word in _PLAIN_VERBS


_PLAIN_VERBS = word_set(
    "come get go have make take put set see say tell show use keep let find look do be meet live gain"
)


def class_in_place(text: Sequence[Token], place: int) -> WordClass | None:
    """The class a word has where it stands, or None where the words around it do not settle that."""
    found = classes(text[place].word)
    if WordClass.ADVERBS in found:
        return WordClass.ADVERBS
    if found & VERBS and _is_plain_verb(text, place):
        return _one_of(found & VERBS)
    if found & ADJECTIVES and (_qualifies(text, place) or _is_predicate(text, place)):
        return _one_of(found & ADJECTIVES)
    if not _closes_phrase(text, place) or (found & VERBS and not _follows_qualifier(text, place)):
        return None
    if found & PLURALS and _opens_to_noun(text, place) and text[place - 1].word not in _BEFORE_ONE:
        return _one_of(found & PLURALS)
    if found & QUALITIES and _opens_to_noun(text, place):
        return _one_of(found & QUALITIES)
    if WordClass.SINGULAR in found and _has_determiner(text, place):
        return WordClass.SINGULAR
    return None


def _one_of(found: frozenset[WordClass]) -> WordClass:
    return min(found)


def _is_plain_verb(text: Sequence[Token], place: int) -> bool:
    """“to …”, “we …”, “will …”, and no second verb after it as in “help improve”."""
    before = text[place - 1].word if place else ""
    after = text[place + 1].word if place + 1 < len(text) and not text[place + 1].gap else ""
    return before in {"to", "we", "will"} and not text[place].gap and not (is_verb(after) and not is_noun(after))


def _qualifies(text: Sequence[Token], place: int) -> bool:
    """A word stands before a noun, or before another qualifier in a list that ends in a noun."""
    joined = False
    for ahead in range(place + 1, min(place + 7, len(text))):
        word, gap = text[ahead].word, text[ahead].gap
        if gap not in {"", ","}:
            return False
        if is_only_adjective(word) or (word in {"and", "or"} and not joined):
            joined = word in {"and", "or"}
            continue
        return is_noun(word) and not gap and not joined
    return False


def _is_predicate(text: Sequence[Token], place: int) -> bool:
    """A word says how somebody is: “are honest and transparent”."""
    if place + 1 < len(text) and not text[place + 1].gap and text[place + 1].word not in FUNCTION_WORDS:
        return False
    before = place - 1
    while before > 0 and (is_only_adjective(text[before].word) or text[before].word == "and"):
        before -= 1
    return before >= 0 and text[before].word in {"be", "are", "is", "being", "am"}


def _closes_phrase(text: Sequence[Token], place: int) -> bool:
    """No further noun follows that the word would only qualify."""
    if place + 1 == len(text):
        return True
    following = text[place + 1]
    return bool(following.gap) or not is_content(following.word) or WordClass.ADVERBS in classes(following.word)


def _follows_qualifier(text: Sequence[Token], place: int) -> bool:
    if not place or text[place].gap:
        return False
    before = text[place - 1].word
    return before in DETERMINERS or before in PREPOSITIONS or is_only_adjective(before)


def _opens_to_noun(text: Sequence[Token], place: int) -> bool:
    """What stands before lets a noun follow."""
    if not place:
        return False
    before = text[place - 1].word
    if text[place].gap == "," or before in CONJUNCTIONS:
        return True
    return not text[place].gap and (
        before in DETERMINERS - {"a", "an"} or before in PREPOSITIONS or is_only_adjective(before) or is_verb(before)
    )


def _has_determiner(text: Sequence[Token], place: int) -> bool:
    """A determiner stands before the word, at most one adjective between."""
    if not place or text[place].gap:
        return False
    before = text[place - 1]
    if before.word in DETERMINERS:
        return True
    return place > 1 and not before.gap and is_only_adjective(before.word) and text[place - 2].word in DETERMINERS
