"""Advice on the stem of an item: whether it can be understood at once, and whether it asks what matters."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case, is_spare_note
from question_bank.model import Kind
from question_bank.text import fold_space
from question_bank.words import words

MOST_LEAD_IN_WORDS = 25
MOST_QUOTED_WORDS = 30
FEWEST_STEM_WORDS = 6

_BLANK = re.compile(r"(?:_{2,}|…|\.{3,})(?=.*\w)")
_ORPHAN = re.compile(r"(?:this|these|those|it|they|he|she|such|its|their)\b", re.IGNORECASE)
_TRIVIAL = re.compile(
    r"\bhow many (?:\S+ ){0,2}(?:values|behaviours|aims|goals|priorities|principles|points|headings|sections|lines|"
    r"words|letters)\b|\b(?:which|what) (?:line|page|paragraph|number|position|letter|font|colour)\b|"
    r"\b(?:comes|stands|is|listed) (?:first|second|third|last)\b|\bin (?:what|which) order\b",
    re.IGNORECASE,
)


def blank(case: Case) -> Iterator[str]:
    """A blank in the middle of a choice question has to be kept in mind (2.0 % of MOOC items, 3.7 % of labelled)."""
    if case.item.kind in {Kind.SINGLE, Kind.MULTIPLE} and (found := _BLANK.search(case.stem.outside)):
        yield f"“{found.group()}” in the middle of the question"


def orphan(case: Case) -> Iterator[str]:
    """A quotation opens with a word that points elsewhere (unclear: 9.3 % of MOOC items, 14.8 of labelled)."""
    said = [*case.stem.inside, *(option.text for option in case.item.options), *(left for left, _ in _pairs(case))]
    for text in said:
        if (found := _ORPHAN.match(text.strip())) and len(words(text)) > 1:
            yield f"“{found.group()}” in “{text}” points to something that is not quoted"


def wordy(case: Case) -> Iterator[str]:
    """A lead-in over 25 words or a quotation over 30 is more than is needed (gratuitous: 4.6 % of labelled items)."""
    asked = sum(len(words(sentence)) for sentence in case.sentences if not is_spare_note(sentence))
    if asked > MOST_LEAD_IN_WORDS and not case.is_scenario:
        yield f"{asked} words beside the quotation, not {MOST_LEAD_IN_WORDS} or fewer"
    for text in case.stem.inside:
        if len(words(text)) > MOST_QUOTED_WORDS:
            yield f"a quotation of {len(words(text))} words, not {MOST_QUOTED_WORDS} or fewer"


def focus(case: Case) -> Iterator[str]:
    """A stem under six words seldom says what is asked (unfocused: 5.4 % of MOOC items, 6.0 % of labelled)."""
    said = len(words(fold_space(case.item.stem)))
    if said < FEWEST_STEM_WORDS and case.item.kind is not Kind.TRUE_FALSE:
        yield f"a stem of {said} words, not {FEWEST_STEM_WORDS} or more"


def trivial(case: Case) -> Iterator[str]:
    """Counts, places and order on the page are not what anybody should remember (Haladyna 2002: no trivial content)."""
    if found := _TRIVIAL.search(" ".join(case.questions)):
        yield f"“{found.group()}”"


def _pairs(case: Case) -> tuple[tuple[str, str], ...]:
    return case.item.pairs or ()
