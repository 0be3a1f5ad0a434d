"""When two texts are too near: names that give a quotation away, lines that could stand for each other."""

import re
from functools import lru_cache
from itertools import combinations

from question_bank.generator.language.grammar import tokens
from question_bank.generator.language.vocabulary import is_telling, word_set
from question_bank.generator.material.facts import Fact, NamedValue
from question_bank.generator.writing.desk import Desk
from question_bank.lexicon import concepts, names_clash
from question_bank.words import jaccard, stems

# The gate stands at 0.07; the generator keeps its own distance.
CLASH = 0.06
CLASH_OF_THE_GATE = 0.07
SAME_MATTER = 0.15
NEARLY_THE_SAME = 0.2
SHARED_OPENING = 5
SHARED_PART = 0.66
_NO_GERUNDS = word_set("bring thing things spring string king ring sing swing cling evening morning during")
_ALLIED = (("improve", re.compile(r"\b(?:learn\w*|feedback|reflect\w*|innovat\w*)\b")),)
_OF_PEOPLE = frozenset({"respect", "support", "compassion", "include", "trust", "open", "humble", "joy", "passion"})
_CATCH_ALL = frozenset({"account", "professional", "excel", "commit"})
_OF_WORK = frozenset({"improve", "innovate", "excel", "efficient", "sustain", "responsive", "professional"})
_LETTERS = re.compile(r"[^\W\d_]{5,}")


def gives_away(desk: Desk, name: str, *, quote: str) -> bool:
    """A name and a quotation share a word, in whatever form."""
    return not desk.stems(name).isdisjoint(desk.stems(quote)) or _share_a_root(name, quote)


def points_at(desk: Desk, name: str, *, quote: str) -> bool:
    """A quotation could make somebody choose a name: a shared word or a shared concept."""
    return gives_away(desk, name, quote=quote) or not concepts(name).isdisjoint(concepts(quote))


def is_allied(name: str, *, quote: str) -> bool:
    """A thinking colleague would look for a quotation under a name too: feedback and learning are how we improve."""
    meant = concepts(name)
    return any(concept in meant and pattern.search(quote.casefold()) for concept, pattern in _ALLIED)


def are_of_two_sorts(one: str, other: str) -> bool:
    """One name is about how people are met, the other about how work is done."""
    return {_sort(one), _sort(other)} == {"people", "work"}


def is_catch_all(name: str) -> bool:
    """A name that much good conduct could stand under: “Accountable”, “Professional”, “Excellence”."""
    return not concepts(name).isdisjoint(_CATCH_ALL)


def _sort(name: str) -> str:
    meant = concepts(name)
    if meant & _OF_PEOPLE:
        return "people"
    return "work" if meant & _OF_WORK else ""


def names_a_value(desk: Desk, text: str) -> bool:
    """A text holds the whole name of a value, so that it belongs to two places of the page."""
    said = desk.stems(text)
    return any(desk.stems(value.name) <= said for value in desk.facts.values if desk.stems(value.name))


def is_in_a_value_name(desk: Desk, text: str) -> bool:
    """A text shares a word with the name of a value."""
    return any(not desk.stems(value.name).isdisjoint(desk.stems(text)) for value in desk.facts.values)


def lines_clash(desk: Desk, one: str, *, other: str, limit: float = CLASH) -> bool:
    """Two lines are so near that either could pass for the other."""
    return jaccard(desk.stems(one), desk.stems(other)) >= limit


def says_nearly(desk: Desk, one: str, *, other: str) -> bool:
    """Two passages have so many words in common that they may be about the same matter."""
    return jaccard(desk.stems(one), desk.stems(other)) >= SAME_MATTER


def own_stems(desk: Desk, fact: Fact, *, quote: str) -> frozenset[str]:
    """The words of a quotation that no other owner's lines share: what makes the question answerable."""
    foreign: set[str] = set()
    for other in (*desk.facts.behaviours, *desk.facts.definitions, *desk.facts.ownerless):
        if other.owner != fact.owner or other.owner is None:
            foreign |= desk.stems(other.text)
    return desk.stems(quote) - foreign


def rival_names(desk: Desk, value: NamedValue, *, quote: str) -> tuple[str, ...]:
    """The names that may stand beside the right one for a quotation, in page order."""
    return tuple(
        other.name
        for other in desk.facts.values
        if other.name != value.name
        and not names_clash(value.name, other.name)
        and not points_at(desk, other.name, quote=quote)
        and not is_allied(other.name, quote=quote)
        and not speaks_of_the_same(desk, other, quote=quote)
    )


def close_names(desk: Desk, value: NamedValue, *, quote: str) -> tuple[str, ...]:
    """The names that the words of a quotation leave wrong, also where a line of theirs is about the same matter.

    A question with such a name is for a person to decide on.
    """
    return tuple(
        other.name
        for other in desk.facts.values
        if other.name != value.name
        and not names_clash(value.name, other.name)
        and not points_at(desk, other.name, quote=quote)
        and not is_allied(other.name, quote=quote)
        and not any(jaccard(desk.stems(said), desk.stems(quote)) >= NEARLY_THE_SAME for said in lines_of(other))
    )


def lines_of(value: NamedValue) -> tuple[str, ...]:
    """All that the page says under a value."""
    return (*(fact.text for fact in value.behaviours), *((value.definition.text,) if value.definition else ()))


def speaks_of_the_same(desk: Desk, value: NamedValue, *, quote: str) -> bool:
    """A value has a line of its own that a quotation could pass for."""
    return any(
        says_nearly(desk, text, other=quote) or shares_matter(desk, text, quote=quote) for text in lines_of(value)
    )


def shares_matter(desk: Desk, text: str, *, quote: str) -> bool:
    """A text and a quotation share a telling word and a concept, so that either could be said of the other."""
    shared = concepts(text) & concepts(quote)
    return bool(shared) and not telling_stems(desk, text).isdisjoint(telling_stems(desk, quote))


def telling_stems(desk: Desk, text: str) -> frozenset[str]:
    """The words that say something of what is wanted: no people, no words that stand in every line."""
    return desk.stems(" ".join(token.word for token in tokens(text) if is_telling(token.word)))


def fit_together(texts: tuple[str, ...]) -> bool:
    """No text among the options is longer by more than twice than another, once they are long at all."""
    lengths = [len(text) for text in texts]
    return max(lengths) <= 30 or max(lengths) <= 2.2 * min(lengths)


def differ(desk: Desk, texts: tuple[str, ...]) -> bool:
    """No two options say nearly the same, and none holds another."""
    sets = [desk.stems(text) for text in texts]
    return all(
        jaccard(one, other) < 0.5 and not (one and other and (one <= other or other <= one))
        for one, other in combinations(sets, 2)
    )


def form_of(text: str) -> tuple[bool, str]:
    """What options must share: the case of the first letter, and how the line begins."""
    first = re.split(r"[^\w’']", text, maxsplit=1)[0]
    small = first.casefold()
    if small in {"we", "i", "to", "by", "how", "the", "a", "our"}:
        return first[:1].isupper(), small
    return first[:1].isupper(), "ing" if small.endswith("ing") and small not in _NO_GERUNDS else "other"


@lru_cache(maxsize=16384)
def _share_a_root(name: str, quote: str) -> bool:
    return any(_same_root(one, other) for one in _long_words(name) for other in _long_words(quote))


def _long_words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _LETTERS.findall(text))


def _same_root(one: str, other: str) -> bool:
    """Two words that open alike for most of their length, unless the lexicon knows them for different things."""
    opening = _shared_opening(one, other)
    if opening < SHARED_OPENING or (opening < SHARED_PART * max(len(one), len(other)) and not _one_opens(one, other)):
        return False
    known = concepts(one) | concepts(other)
    return not known or not concepts(one).isdisjoint(concepts(other))


def _one_opens(one: str, other: str) -> bool:
    """The stem of one word opens the other: “neighbours”, “neighbourliness”."""
    shorter, longer = sorted((one, other), key=len)
    return any(len(stem) >= SHARED_OPENING and longer.startswith(stem) for stem in stems(shorter))


def _shared_opening(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
