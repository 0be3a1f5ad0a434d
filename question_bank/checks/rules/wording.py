"""Words that blur or tilt a question: negatives, vague frequencies, absolutes."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case, is_spare_note
from question_bank.checks.evidence.printed import contains, small
from question_bank.checks.evidence.quotation import take_apart
from question_bank.model import Kind
from question_bank.text import fold_for_match

PRINTED_RUN = 4

_NEGATIVE = re.compile(r"\b(?:not|cannot|except|least|false|incorrect|never|without)\b|n't\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:frequently|often|occasionally|rarely|seldom|sometimes|usually|regularly|periodically|generally|nearly|"
    r"somewhat|partly|typically|infrequently|mostly|normally|commonly)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|all|none|every|must|completely|absolutely|totally|definitely|entirely|impossible|cannot)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\bhow often\b|\btrue or false\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")


def negative(case: Case) -> Iterator[str]:
    """The question itself is put in the negative.

    Haladyna 2002. One word is enough. 10.3 % of MOOC items (Costello 2018), 9.7 % of labelled ones.
    """
    for sentence in case.questions:
        if case.item.kind is Kind.MATCHING and is_spare_note(sentence):
            continue
        yield from _outside_the_page(case, sentence, _NEGATIVE, run=PRINTED_RUN)


def vague(case: Case) -> Iterator[str]:
    """A frequency that everybody reads otherwise stands outside the page's words.

    NBME. One word is enough. 2.5 % of MOOC items (Costello 2018), 2.3 % of labelled ones.
    """
    for text in (case.stem.outside, *(option.text for option in case.item.options)):
        yield from _outside_the_page(case, take_apart(text).outside, _VAGUE, run=2)


def absolute(case: Case) -> Iterator[str]:
    """Absolute words part the keys from the wrong options.

    NBME. In all of one side and none of the other. 14.7 % of MOOC items (Costello 2018), 7.9 % of labelled ones.
    """
    item = case.item
    if item.kind in {Kind.TRUE_FALSE, Kind.MATCHING} or not item.keys or not item.distractors:
        return
    right = [_absolutes(case, option.text) for option in item.keys]
    wrong = [_absolutes(case, option.text) for option in item.distractors]
    if all(right) and not any(_ABSOLUTE.search(option.text) for option in item.distractors):
        yield f"“{right[0][0]}” stands in the key alone"
    if all(wrong) and not any(_ABSOLUTE.search(option.text) for option in item.keys):
        yield f"“{wrong[0][0]}” stands in every option but the key"


def _absolutes(case: Case, text: str) -> list[str]:
    return list(_outside_the_page(case, take_apart(text).outside, _ABSOLUTE, run=2))


def _outside_the_page(case: Case, text: str, pattern: re.Pattern[str], *, run: int) -> Iterator[str]:
    """The words found that are not part of a run of so many words that the page prints."""
    folded = _ASKING.sub(" ", fold_for_match(text))
    places = [(found.start(), found.end()) for found in _WORD.finditer(folded)]
    for found in pattern.finditer(folded):
        position = next(number for number, (start, end) in enumerate(places) if start <= found.start() < end)
        windows = (places[first : first + run] for first in range(max(0, position - run + 1), position + 1))
        texts = [folded[window[0][0] : window[-1][1]] for window in windows if len(window) == run]
        if len(places) < run:
            texts.append(folded)
        if not any(_is_page_text(case, part) for part in texts):
            yield found.group()


def _is_page_text(case: Case, text: str) -> bool:
    """Whether the page prints these words; where no page is given, whether the item cites them."""
    needle = small(text)
    if case.printed is not None:
        return contains(case.printed.small, needle)
    return any(contains(fold_for_match(citation.text).casefold(), needle) for citation in case.item.source)
