"""Advice on the options of an item: wrong options that nobody would choose, and patterns that point at the key."""

from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import is_heading
from question_bank.model import Kind
from question_bank.quantities import numbers
from question_bank.words import words

SHORTEST_RATIO = 0.60
LONGEST_RATIO = 1.67
LENGTH_THAT_SHOWS = 15
STEMS_FOR_SHARING = 3
LONGEST_NAME = 4
WORDS_OF_A_NUMBER = 3


def implausible(case: Case) -> Iterator[str]:
    """A wrong option under 0.60 or over 1.67 of the key's length looks wrong (7.4 % of MOOC items, 12.5 % labelled)."""
    if not _offers_texts(case) or len(case.item.keys) != 1 or _are_all_names(case):
        return
    right = len(case.item.keys[0].text)
    for option in case.item.distractors:
        differs = abs(len(option.text) - right) >= LENGTH_THAT_SHOWS
        if differs and not SHORTEST_RATIO * right <= len(option.text) <= LONGEST_RATIO * right:
            yield f"“{option.text}” has {len(option.text)} characters, the key {right}"


def odd_one_out(case: Case) -> Iterator[str]:
    """The key alone is a name, or alone has a number (logical cue: 2.5 % of MOOC items, 3.7 % labelled; NBME)."""
    if not _offers_texts(case) or not case.item.distractors:
        return
    right = {_sort(case, option.text) for option in case.item.keys}
    wrong = {_sort(case, option.text) for option in case.item.distractors}
    if len(right) == 1 and len(wrong) == 1 and right != wrong:
        yield f"the key is {right.pop()}, every wrong option {wrong.pop()}"


def shared_words(case: Case) -> Iterator[str]:
    """The key shares the most words with the others, if only by one (strict convergence: precision .26, recall .52)."""
    said = [case.stems(option.text) for option in case.item.options]
    if case.item.kind is not Kind.SINGLE or len(case.item.keys) != 1:
        return
    if len(said) < 2 or min(len(one) for one in said) < STEMS_FOR_SHARING:
        return
    sums = [sum(len(one & other) for other in said) - len(one) for one in said]
    right = next(total for total, option in zip(sums, case.item.options, strict=True) if option.correct)
    if sums.count(right) == 1 and right == max(sums):
        yield f"the key shares {right} words with the other options, more than any of them"


def _offers_texts(case: Case) -> bool:
    return case.item.kind in {Kind.SINGLE, Kind.MULTIPLE, Kind.GAP}


def _are_all_names(case: Case) -> bool:
    printed = case.printed
    return printed is not None and all(is_heading(printed, option.text) for option in case.item.options)


def _sort(case: Case, text: str) -> str:
    if case.printed is not None and is_heading(case.printed, text):
        return "a name"
    if numbers(text) and len(words(text)) <= WORDS_OF_A_NUMBER:
        return "a number"
    return "a name" if len(words(text)) <= LONGEST_NAME else "a text"
