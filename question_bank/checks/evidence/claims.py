"""What an item claims, read from its words alone: which part of the page it asks about, and what it quotes."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import Place, PlaceKind, Printed, labelled, small
from question_bank.checks.evidence.quotation import runs
from question_bank.model import Kind
from question_bank.text import fold_for_match

_STATEMENT = re.compile(r"(?<!and )\b(vision|mission)\b(?!\s*(?:,|and\b|or\b))", re.IGNORECASE)
_STATEMENT_ASKED = re.compile(
    r"\b(?:from|in|of|is|are)\s+(?:(?:\S+'s|\S+s'|the|its|our)\s+)?(vision|mission)\b(?!\s*(?:,|and\b|or\b))",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(
    r"\b(?:one|some|two|three|four|five|any|which|\d) of\b.*\bvalues\b"
    r"|\b(?:is|are|as|listed|list|among|amongst|belongs? to|part of|include[sd]?)\s+(?:(?:also|one|part|among) )*"
    r"(?:of |to )?(?:an?|the|its|our|their|\S+'s|\S+s')\b.*\bvalues?\b"
    r"|\bwhich (?:of these )?(?:is|are) (?:an? |one of the )?(?:\S+ ){0,3}values?\b"
    r"|\bwhich (?:of these )?values? (?:does|do|has|have)\b[^“]*\b(?:has|have|hold|share|name|set out|include)\b"
    r"|\bhow many (?:\S+ ){0,3}values\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bhow many (?:\S+ ){0,3}values\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(.+?)\W*\b(?:is|are)\b.*\b(?:one of|among|amongst|part of|a)\b.*\bvalues?\b", re.IGNORECASE)
_ORGANISATION = "Organisation"


def asked_places(case: Case, printed: Printed) -> tuple[Place, ...]:
    """The places that the question names: a value or a heading in capitals or quoted, the vision, the mission."""
    text = _question(case)
    places = [place for quoted in case.stem.inside if (place := labelled(printed, quoted))]
    for place in sorted(printed.places, key=lambda place: len(place.label or ""), reverse=True):
        if place.label is None or place.kind is PlaceKind.LIST:
            continue
        if place.kind in {PlaceKind.VISION, PlaceKind.MISSION}:
            places += [place] if _asks_for_statement(case, text, place.label) else []
            continue
        found = _find_label(text, fold_for_match(place.label))
        if found:
            places.append(place)
            text = text[: found.start()] + " " + text[found.end() :]
    return tuple(dict.fromkeys(places))


def content(case: Case, printed: Printed) -> tuple[str, ...]:
    """What the stem quotes of the page beside names; where it quotes nothing, the passages it prints unquoted."""
    quoted = tuple(quote for quote in case.stem.inside if runs(quote) and not labelled(printed, quote))
    return quoted or tuple(_unquoted(case, printed))


def is_membership(case: Case) -> bool:
    """Whether the item asks what is one of the values, or how many there are, and quotes nothing."""
    printed = case.printed
    if printed is None or case.is_scenario or content(case, printed):
        return False
    if any(_COUNT.search(sentence) for sentence in case.questions):
        return True
    names = [option.text for option in case.item.options]
    if case.item.kind is Kind.TRUE_FALSE:
        names = [name for name in (membership_subject(case),) if name]
    if not any(_is_value(printed, name) for name in names):
        return False
    return any(_MEMBERSHIP.search(sentence) for sentence in case.questions)


def membership_subject(case: Case) -> str | None:
    """What a true/false statement says to be one of the values."""
    found = _SUBJECT.match(fold_for_match(case.item.stem))
    return found.group(1) if found else None


def _question(case: Case) -> str:
    text = fold_for_match(" ".join(case.questions))
    return text.replace(fold_for_match(case.organisation), _ORGANISATION) if case.organisation else text


def _asks_for_statement(case: Case, text: str, label: str) -> bool:
    pattern = _STATEMENT if case.item.kind is Kind.TRUE_FALSE else _STATEMENT_ASKED
    return any(found.group(1).casefold() == label for found in pattern.finditer(text))


def _find_label(text: str, label: str) -> re.Match[str] | None:
    """A name in the question: whole words, with a capital unless it follows “under”."""
    for found in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE):
        if text[found.start()].isupper() or text[: found.start()].casefold().endswith("under "):
            return found
    return None


def _unquoted(case: Case, printed: Printed) -> Iterator[str]:
    outside = fold_for_match(case.stem.outside).casefold()
    for place in printed.places:
        if place.kind is not PlaceKind.LIST:
            yield from (text for text in place.texts if " " in text and small(text) in outside)


def _is_value(printed: Printed, text: str) -> bool:
    place = labelled(printed, text)
    return place is not None and place.kind is PlaceKind.VALUE
