"""Cues that give the key away, or that make a wrong option look better than the key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import PlaceKind, labelled
from question_bank.lexicon import concepts
from question_bank.model import Kind
from question_bank.words import words

KEY_LENGTH_TENTHS = 11  # 1.10, in whole numbers so that the limit itself passes
KEY_LENGTH_WORDS = 3
SPREAD_TENTHS = 22  # 2.2
SPREAD_LENGTH = 30
CONVERGENCE_STEMS = 3
CONVERGENCE_LEAD = 2
LONGEST_NAME = 4

_VALUE = re.compile(r"\bvalues?\b", re.IGNORECASE)

# “Best” belongs to the question here, not to what it quotes.
_FITS = r"(?:fits?|appl(?:y|ies)|shows?|describes?|match(?:es)?|sums? up|answers?|completes?|explains?)"
_ASKS_FOR_BEST = re.compile(rf"\bbest {_FITS}\b|\b{_FITS} (?:(?:this|it|here) )?best\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One decision an item asks for: the words that ask, what they quote, the right texts and the wrong ones."""

    asked: str
    quoted: str
    keys: tuple[str, ...]
    distractors: tuple[str, ...]


def clang(case: Case) -> Iterator[str]:
    """A word of the stem is in a key and in no wrong option.

    NBME: word repeats. One stem is enough. 3.9 % of MOOC items (Costello 2018), 6.5 % of labelled ones.
    """
    for choice in _choices(case):
        wrong = _stems_of(case, choice.distractors)
        for key in choice.keys:
            shared = (case.stems(choice.asked) & case.stems(key)) - wrong
            yield from (f"“{word}” stands in the question and in “{key}”" for word in _words_with(case, key, shared))


def miscue(case: Case) -> Iterator[str]:
    """A word of the stem is in a wrong option and in no key.

    Ours. One stem is enough. Half of the behaviours of a shipped page do it in the plainest question.
    """
    for choice in _choices(case):
        right = _stems_of(case, choice.keys)
        for text in choice.distractors:
            shared = (case.stems(choice.asked) & case.stems(text)) - right
            yield from (f"“{word}” stands in the question and in “{text}”" for word in _words_with(case, text, shared))


def concept(case: Case) -> Iterator[str]:
    """A wrong value name means what the quotation says, and the key does not.

    Ours. One concept of the lexicon is enough; it parts names that clash from others with an area of 0.88.
    """
    for choice in _choices(case):
        right = frozenset[str]().union(*(concepts(key) for key in choice.keys))
        said = concepts(choice.quoted) - right
        for text in choice.distractors:
            if _is_name(case, text) and (shared := concepts(text) & said):
                yield f"“{text}” shares {', '.join(sorted(shared))} with the quotation"


def convergence(case: Case) -> Iterator[str]:
    """The key shares by far the most words with the other options.

    NBME. Single choice, 3 stems or more each, lead of 2 or more. 4.4 % of MOOC items, 11.6 % of labelled ones.
    """
    options = [case.stems(option.text) for option in case.item.options]
    if case.item.kind is not Kind.SINGLE or any(len(stems) < CONVERGENCE_STEMS for stems in options):
        return
    sums = [
        sum(len(one & other) for position, other in enumerate(options) if position != place)
        for place, one in enumerate(options)
    ]
    right = [total for total, option in zip(sums, case.item.options, strict=True) if option.correct]
    wrong = [total for total, option in zip(sums, case.item.options, strict=True) if not option.correct]
    if len(right) == 1 and wrong and right[0] - max(wrong) >= CONVERGENCE_LEAD:
        yield f"the key shares {right[0]} words with the other options, the next one {max(wrong)}"


def length(case: Case) -> Iterator[str]:
    """A key of three words or more is the longest, or long options differ too much.

    NBME. Over 1.10 of the longest wrong option; over 2.2 of the shortest past 30 characters. 15.3 % of labelled items.
    """
    if case.item.kind in {Kind.MATCHING, Kind.TRUE_FALSE} or not case.item.distractors:
        return
    longest_wrong = max(len(option.text) for option in case.item.distractors)
    for key in case.item.keys:
        if len(words(key.text)) >= KEY_LENGTH_WORDS and 10 * len(key.text) > KEY_LENGTH_TENTHS * longest_wrong:
            yield f"“{key.text}” is longer than every wrong option"
    lengths = [len(option.text) for option in case.item.options]
    if max(lengths) > SPREAD_LENGTH and 10 * max(lengths) > SPREAD_TENTHS * min(lengths):
        yield f"options of {min(lengths)} to {max(lengths)} characters"


def _choices(case: Case) -> Iterator[_Choice]:
    """The decisions of an item: one for each left side of a matching item, else one."""
    item = case.item
    if item.kind is Kind.TRUE_FALSE:
        return
    if item.kind is not Kind.MATCHING:
        keys = tuple(option.text for option in item.keys)
        wrong = tuple(option.text for option in item.distractors)
        yield _Choice(_ASKS_FOR_BEST.sub(" ", item.stem), " / ".join(case.stem.inside), keys, wrong)
        return
    rights = tuple(dict.fromkeys(option.text for option in item.options))
    for left, right in item.pairs or ():
        yield _Choice(left, left, (right,), tuple(text for text in rights if text != right))


def _stems_of(case: Case, texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(case.stems(text) for text in texts))


def _words_with(case: Case, text: str, shared: frozenset[str]) -> list[str]:
    """The words of a text that have one of these stems, as printed, once each."""
    return list(dict.fromkeys(word for word in words(text) if not case.stems(word).isdisjoint(shared)))


def _is_name(case: Case, text: str) -> bool:
    if case.item.kind is Kind.GAP:
        return False
    if case.printed is None:
        return len(words(text)) <= LONGEST_NAME and bool(_VALUE.search(" ".join(case.questions)))
    offered = (text, *(option.text for option in case.item.keys))
    places = [place for option in offered if (place := labelled(case.printed, option))]
    return len(words(text)) <= LONGEST_NAME and any(place.kind is PlaceKind.VALUE for place in places)
