"""Whether an item asks which names are on the list of values: by its words, or by what it tells apart."""

import re

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.claims import LONGEST_NAME, content, question_text
from question_bank.checks.evidence.printed import Place, PlaceKind, Printed, labelled, small
from question_bank.model import Kind
from question_bank.quantities import numbers
from question_bank.text import fold_for_match
from question_bank.words import stems, words

# A question about a list needs few words of its own; one with more, or with two of one passage, is about a passage.
MOST_OWN_STEMS = 4
SHARED_WITH_A_PASSAGE = 2

_TAIL = r"(?: (?:listed|named|given|printed|shown|set out|on|of|at|in|for)\b[^?.:]*)?\W*(?:$|[?.:(])"
_MEMBERSHIP = re.compile(
    rf"\b(?:(?:one|some|any|two|three|four|five|six|\d) of|among|amongst|part of|belongs? to)\b[^?.:]*\bvalues{_TAIL}"
    rf"|\b(?:as|is|are) (?:an?|the|one of) (?:\S+ ){{0,3}}values?{_TAIL}"
    rf"|\bwhich (?:of these )?values? (?:does|do|has|have)\b[^?.:]*\b(?:has|have|hold|share|name|list|include)\?"
    rf"|\bwhich of these (?:does|do|has|have)\b[^?.:]*\b(?:have|hold|share|name|list|include)\b[^?.:]*\bvalues?{_TAIL}",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bhow many (?:\S+ ){0,3}values\b", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"\W*([^.:]+?)\W* (?:is|are) (?:one of|among|amongst|part of|a|an)\b[^.:]*\bvalues?{_TAIL}", re.IGNORECASE
)
_VALUE = re.compile(r"\bvalues?\b", re.IGNORECASE)
_PLACE_OF = r"\b(?:under|beside|below|beneath|for|to|with|behind|after) (?:the (?:value|heading|name) )?[\"']?"


def is_membership(case: Case) -> bool:
    """Whether the item asks in so many words what is one of the values, or how many there are, and quotes nothing."""
    printed = case.printed
    if printed is None or case.is_scenario or content(case, printed):
        return False
    asked = question_text(case)
    if _COUNT.search(asked):
        return True
    if case.item.kind is Kind.TRUE_FALSE:
        return membership_subject(case) is not None
    offers_values = any(_is_value(printed, option.text) for option in case.item.options)
    return offers_values and bool(_MEMBERSHIP.search(asked))


def rests_on_the_list(case: Case) -> bool:
    """Whether the answer is the list of values itself, whatever words ask for it: which names it has, or how many."""
    printed = case.printed
    if printed is None or case.is_scenario or content(case, printed):
        return False
    if is_membership(case):
        return True
    if case.item.kind is Kind.TRUE_FALSE:
        return _states_a_list(case, printed)
    if case.item.kind is Kind.MATCHING:
        return False
    return _counts_values(case) or _tells_names_from_others(case, printed)


def membership_subject(case: Case) -> str | None:
    """What a true/false statement says to be one of the values."""
    found = _SUBJECT.match(fold_for_match(case.item.stem))
    return found.group(1) if found and len(words(found.group(1))) <= LONGEST_NAME else None


def _counts_values(case: Case) -> bool:
    """The options are bare numbers, values are asked about, and the number is not one that a cited passage prints."""
    bare = [bool(numbers(option.text)) and not case.stems(option.text) for option in case.item.options]
    if not bare or not all(bare) or not _VALUE.search(question_text(case)):
        return False
    printed = {number for citation in case.item.source for number in numbers(citation.text)}
    return not any(numbers(option.text) <= printed for option in case.item.keys)


def _tells_names_from_others(case: Case, printed: Printed) -> bool:
    """The keys are names of values and the wrong options are not, or the other way round, and no passage is asked."""
    right = [_is_value(printed, option.text) for option in case.item.keys]
    wrong = [_is_value(printed, option.text) for option in case.item.distractors]
    if not right or not wrong or len({*right}) > 1 or {*right} == {*wrong} or len({*wrong}) > 1:
        return False
    named = [place for option in case.item.options if (place := labelled(printed, option.text))]
    asked = case.stems(case.stem.outside)
    return len(asked) <= MOST_OWN_STEMS and not _is_about(asked, named, case, least=SHARED_WITH_A_PASSAGE)


def _states_a_list(case: Case, printed: Printed) -> bool:
    """A statement about values that says nothing of what stands under one: that a name is among them, or a count."""
    said = fold_for_match(case.stem.outside)
    named = [place for place in printed.places if place.kind is PlaceKind.VALUE and _says(said, place.label or "")]
    own = case.stems(said) - stems(" ".join(place.label or "" for place in named))
    if not _VALUE.search(said) or len(own) > MOST_OWN_STEMS:
        return False
    if any(re.search(_PLACE_OF + re.escape(small(place.label or "")), said.casefold()) for place in named):
        return False
    others = [place for place in printed.places if place.kind in {PlaceKind.VALUE, PlaceKind.NAMELESS}]
    if _is_about(own, named, case, least=1) or _is_about(own, others, case, least=SHARED_WITH_A_PASSAGE):
        return False
    return bool(own or named or numbers(said))


def _is_about(asked: frozenset[str], places: list[Place], case: Case, *, least: int) -> bool:
    """Whether a question shares enough stems with one passage of these places to be about it."""
    return any(len(asked & case.stems(text)) >= least for place in places for text in place.texts)


def _says(text: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(small(label))}(?!\w)", text.casefold()) is not None


def _is_value(printed: Printed, text: str) -> bool:
    place = labelled(printed, text)
    return place is not None and place.kind is PlaceKind.VALUE
