"""Verbatim runs of a passage that begin and end where a clause or a phrase does."""

import re
from collections.abc import Sequence
from functools import lru_cache

from question_bank.generator.language.grammar import (
    CONJUNCTIONS,
    FUNCTION_WORDS,
    Token,
    count_content,
    is_noun,
    is_only_adjective,
    is_verb,
    tokens,
)
from question_bank.generator.language.vocabulary import PEOPLE, classes, modifiers, word_set

LONGEST_QUOTE = 30

_CLAUSE_WORDS = word_set("which who when if because so while whilst where unless until although in")
_PHRASE_WORDS = word_set("through by with across within throughout for from into without including under")
_OPENERS = word_set("and or but so that which who we will it they also by to as shall can")
_STRONG_MARKS = re.compile(r"[;:]|^[–—-]|\s[–—-]|[.?!…]+$|[()]")
# Nouns that want to be gone on with: “the right time / to ask”, “the need / for …”.
_OPEN_NOUNS = word_set("time way ways ability right need needs chance chances opportunity opportunities reason")
_PRONOUNS = word_set("i we you they he she it who")
_SUBORDINATORS = word_set("as when if while whilst because although though since where unless until")
_POINTING_BACK = word_set("they them their theirs themselves")
_OUTER_MARKS = " \t.,;:…–—"
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"'}


def bare(text: str) -> str:
    """The passage without its last mark, and without quotation marks that hold all of it."""
    stripped = text.strip(_OUTER_MARKS)
    while stripped and _QUOTES.get(stripped[0]) == stripped[-1] and len(stripped) > 1:
        stripped = stripped[1:-1].strip(_OUTER_MARKS)
    return stripped


@lru_cache(maxsize=4096)
def openings(text: str, *, least: int) -> tuple[str, ...]:
    """The passage and its openings of at least so many content words, longest first."""
    whole = bare(text)
    words = tokens(whole)
    ends = [word.start for place, word in enumerate(words) if place and _may_end_before(words, place)]
    cut = _usable([bare(whole[:end]) for end in reversed(ends)], least=least)
    return (whole, *cut) if count_content(whole) >= least and len(words) <= LONGEST_QUOTE else cut


@lru_cache(maxsize=4096)
def clauses(text: str, *, least: int, phrases: bool = False) -> tuple[str, ...]:
    """Runs that begin where a clause does (with `phrases`, also at a preposition), longest first."""
    whole = bare(text)
    words = tokens(whole)
    starts = [0] if words else []
    starts += [_start_after_openers(words, place) for place in range(1, len(words)) if _may_start_at(words, place)]
    if phrases:
        starts += [place for place in range(1, len(words)) if words[place].word in _PHRASE_WORDS]
    ends = [place for place in range(1, len(words)) if _may_end_before(words, place)] + [len(words)]
    runs = [
        bare(whole[words[_with_its_twin(words, start, end)].start : words[end - 1].end])
        for start in sorted(set(starts))
        for end in ends
        if start < end <= start + LONGEST_QUOTE
        and (end == len(words) or words[start].word not in _SUBORDINATORS)
        and _keeps_its_nouns(words, start, end)
    ]
    return _usable(sorted(runs, key=len, reverse=True), least=least)


def places_of(text: str, run: str) -> tuple[int, ...]:
    """The numbers of the words of a text that a verbatim run covers; none where it does not stand there."""
    start = text.find(run)
    if start < 0:
        return ()
    return tuple(place for place, word in enumerate(tokens(text)) if word.end > start and word.start < start + len(run))


def _usable(runs: Sequence[str], *, least: int) -> tuple[str, ...]:
    kept = [run for run in dict.fromkeys(runs) if _stands_alone(run) and count_content(run) >= least]
    return tuple(run for run in kept if len(tokens(run)) <= LONGEST_QUOTE)


def _stands_alone(run: str) -> bool:
    """No word is left hanging at the end, no bracket or quotation mark is left open."""
    words = tokens(run)
    if not words or words[-1].word in FUNCTION_WORDS - {"others", "it", "us", "them", "have", "ourselves"}:
        return False
    return run.count("(") == run.count(")") and run.count("“") == run.count("”")


def _may_end_before(words: Sequence[Token], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if _STRONG_MARKS.search(word.gap):
        return True
    if "," in word.gap:
        return _opens_clause(words, place)
    if word.word == "to":
        return _is_purpose(words, place)
    if word.word in _CLAUSE_WORDS:
        return word.word != "in" or _word_at(words, place + 1) == "order"
    if before.word in _OPEN_NOUNS or not is_noun(before.word) or _word_at(words, place - 2) in _PRONOUNS:
        return False
    return word.word in _PHRASE_WORDS or (word.word in CONJUNCTIONS and _joins_whole_phrases(words, place))


def _may_start_at(words: Sequence[Token], place: int) -> bool:
    word = words[place]
    if words[place - 1].word == "means" and place < 5:
        return True  # “Clarity means seeing to it …”: the explanation without the name
    return bool(_STRONG_MARKS.search(word.gap)) or ("," in word.gap and _opens_clause(words, place))


def _start_after_openers(words: Sequence[Token], place: int) -> int:
    """The first word that says something, past “and we will”."""
    while place < len(words) - 1 and words[place].word in _OPENERS:
        place += 1
    return place


def _with_its_twin(words: Sequence[Token], start: int, end: int) -> int:
    """“by working …, and by growing …” keeps its first “by”."""
    opener = _word_at(words, start - 1)
    if opener not in {"by", "to"}:
        return start
    twins = (words[place - 1].word == "and" and words[place].word == opener for place in range(start + 1, end))
    return start - 1 if any(twins) else start


def _keeps_its_nouns(words: Sequence[Token], start: int, end: int) -> bool:
    """No “they” stands in the run whose people were named before it, or are not named at all."""
    pointing = next((place for place in range(start, end) if words[place].word in _POINTING_BACK), None)
    if pointing is None or not start:
        return True
    if any(_is_people(word.word) for word in words[:start]):
        return False
    return any(_is_people(word.word) or word.word.endswith("s") for word in words[start:pointing] if is_noun(word.word))


def _is_people(word: str) -> bool:
    return word in {"people", "everyone", "everybody"} or not classes(word).isdisjoint(PEOPLE)


def _opens_clause(words: Sequence[Token], place: int) -> bool:
    """After this comma comes a clause, not the next member of a list."""
    word = words[place].word
    if word in CONJUNCTIONS:
        following = _word_at(words, place + 1)
        return following in _OPENERS | {"using"} or following.endswith("ing")
    if word in _OPENERS | _CLAUSE_WORDS | {"with", "through", "including", "from"}:
        return True
    return word.endswith(("ing", "ed")) and not is_noun(word) and not is_only_adjective(word)


def _is_purpose(words: Sequence[Token], place: int) -> bool:
    """This “to” opens what something is for: “the resources that we have / to come up with …”."""
    if not is_verb(_word_at(words, place + 1)):
        return False
    before = words[place - 1].word
    if before == "have":
        return place > 2 and words[place - 3].word in {"that", "which"}
    if before in _OPEN_NOUNS or not classes(before).isdisjoint(PEOPLE) or before in {"people", "everyone"}:
        return False
    return is_noun(before) and not is_verb(before)


def _joins_whole_phrases(words: Sequence[Token], place: int) -> bool:
    """This “and” stands between two phrases that have a qualifier each and do not end a list with commas."""
    in_list = any("," in words[earlier].gap for earlier in range(max(1, place - 4), place + 1))
    two_before = f"{_word_at(words, place - 2)} {_word_at(words, place - 1)}"
    each_has_one = is_only_adjective(_word_at(words, place - 2)) and is_only_adjective(_word_at(words, place + 1))
    return each_has_one and not in_list and two_before not in modifiers()


def _word_at(words: Sequence[Token], place: int) -> str:
    return words[place].word if 0 <= place < len(words) else ""
