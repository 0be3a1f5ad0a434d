"""What the page's structure forbids: blocks without a name, and conduct that is not wanted."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.claims import asked_places, content
from question_bank.checks.evidence.gap import fill, gap_context
from question_bank.checks.evidence.membership import rests_on_the_list
from question_bank.checks.evidence.printed import Place, PlaceKind, Printed, holders, is_unwanted, labelled, small
from question_bank.model import Kind

_NO_NAME = {"none", "null", "nil", "nan", "unnamed", "no name", "without a name", "untitled", ""}
_VALUE_ASKED = re.compile(r"\b(?:which|what|whose)\b[^?]*\bvalue\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:against|avoid|unwanted|unacceptable|contrary|breach\w*|break\w*|not want\w*)\b", re.IGNORECASE
)


def headless(case: Case) -> Iterator[str]:
    """Nothing from a block without a name is given to a value, and nothing is asked that its name could answer.

    Ours. One is enough. Four of fifteen real pages have lost a heading.
    """
    if case.printed is None:
        return
    if case.printed.headless:
        yield from (f"keyed to “{text}”" for text in _given_names(case) if small(text) in _NO_NAME)
        if rests_on_the_list(case):
            yield "asks what belongs to the values while a heading is lost"
    for text in _given_to_a_value(case, case.printed):
        if _has_no_name(case.printed, text):
            yield f"“{text}” stands in a block without a name"


def avoid(case: Case) -> Iterator[str]:
    """The key never comes from conduct that the page does not want.

    Ours. One is enough. No rate is published.
    """
    if case.printed is None:
        return
    for text in _wanted(case):
        if is_unwanted(case.printed, text):
            yield f"“{text}” is not wanted"


def _given_names(case: Case) -> tuple[str, ...]:
    """What the item says things belong to."""
    if case.item.kind is Kind.MATCHING:
        return tuple(right for _, right in case.item.pairs or ())
    return tuple(option.text for option in case.item.keys)


def _given_to_a_value(case: Case, printed: Printed) -> Iterator[str]:
    """The texts that the item ties to the name of a value."""
    item = case.item
    if item.kind is Kind.MATCHING:
        yield from (left for left, _ in item.pairs or ())
    elif item.kind is Kind.TRUE_FALSE:
        if any(place.kind is PlaceKind.VALUE for place in asked_places(case, printed)):
            yield from content(case, printed)
    elif item.kind is Kind.GAP:
        if any(place.kind is PlaceKind.VALUE for place in asked_places(case, printed)):
            yield from (filled for option in item.keys if (filled := fill(gap_context(case), option.text)))
    else:
        names = [place for option in item.keys if (place := labelled(printed, option.text))]
        if any(place.kind is PlaceKind.VALUE for place in names):
            yield from content(case, printed)
            yield from (citation.text for citation in item.source)
        elif any(place.kind is PlaceKind.VALUE for place in asked_places(case, printed)):
            yield from (option.text for option in item.keys)
        elif not names and any(_VALUE_ASKED.search(sentence) for sentence in case.questions):
            yield from content(case, printed)


def _has_no_name(printed: Printed, text: str) -> bool:
    places: tuple[Place, ...] = holders(printed, text)
    return bool(places) and all(place.kind is PlaceKind.NAMELESS for place in places) and not labelled(printed, text)


def _wanted(case: Case) -> Iterator[str]:
    """The texts that the item presents as wanted."""
    item, printed = case.item, case.printed
    if printed is None:
        return
    if item.kind is Kind.MATCHING:
        yield from (left for left, _ in item.pairs or ())
    elif item.kind is Kind.TRUE_FALSE:
        if any(small(option.text) == "true" for option in item.keys):
            yield from content(case, printed)
    else:
        yield from (option.text for option in item.keys)
        if not any(_AGAINST.search(sentence) for sentence in case.questions):
            yield from case.stem.inside
