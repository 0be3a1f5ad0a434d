"""What an item claims, read from its words alone: which part of the page it asks about, and what it quotes."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import Place, PlaceKind, Printed, labelled, small
from question_bank.checks.evidence.quotation import runs
from question_bank.model import Kind
from question_bank.text import fold_for_match
from question_bank.words import words

LONGEST_NAME = 4

_STATEMENT = re.compile(r"(?<!and )\b(vision|mission)\b(?!\s*(?:,|and\b|or\b))", re.IGNORECASE)
_STATEMENT_ASKED = re.compile(
    r"\b(?:from|in|of|is|are|does|do|did|has|have)\s+(?:(?:\S+'s|\S+s'|the|its|our)\s+)?(vision|mission)\b(?!\s*(?:,|and\b|or\b))",
    re.IGNORECASE,
)
_ORGANISATION = "Organisation"


def asked_places(case: Case, printed: Printed) -> tuple[Place, ...]:
    """The places that the question names: a value or a heading in capitals or quoted, the vision, the mission."""
    text = question_text(case)
    places = [place for quoted in case.stem.inside if (place := labelled(printed, quoted))]
    lower = text.casefold()
    named = [place for label, place in printed.labels.items() if label in lower and place.label]
    for place in sorted(named, key=lambda place: len(place.label or ""), reverse=True):
        if place.kind in {PlaceKind.VISION, PlaceKind.MISSION}:
            places += [place] if _asks_for_statement(case, text, place.label or "") else []
        elif place.kind is not PlaceKind.LIST and (found := _find_label(text, fold_for_match(place.label or ""))):
            places.append(place)
            text = text[: found.start()] + " " + text[found.end() :]
    return tuple(dict.fromkeys(places))


def content(case: Case, printed: Printed) -> tuple[str, ...]:
    """What the stem quotes of the page beside names; where it quotes nothing, the passages it prints unquoted."""
    quoted = tuple(quote for quote in case.stem.inside if runs(quote) and not labelled(printed, quote))
    return quoted or tuple(_unquoted(case, printed))


def question_text(case: Case) -> str:
    """The sentences that ask, folded, with one word for the organisation's name."""
    text = fold_for_match(" ".join(case.questions))
    return text.replace(fold_for_match(case.organisation), _ORGANISATION) if case.organisation else text


def _asks_for_statement(case: Case, text: str, label: str) -> bool:
    says_it_at_large = case.item.kind in {Kind.TRUE_FALSE, Kind.GAP}
    pattern = _STATEMENT if says_it_at_large else _STATEMENT_ASKED
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
            yield from (text for text in place.texts if len(words(text)) > LONGEST_NAME and small(text) in outside)
