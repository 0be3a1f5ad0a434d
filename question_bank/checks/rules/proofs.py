"""Whether the proof of every wrong option is true on the page."""

from collections.abc import Callable, Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.claims import LONGEST_NAME, asked_places
from question_bank.checks.evidence.gap import fill, gap_context
from question_bank.checks.evidence.printed import (
    Place,
    PlaceKind,
    Printed,
    contains,
    holders,
    holds,
    is_heading,
    is_printed,
    is_unwanted,
    labelled,
    small,
)
from question_bank.checks.rules.grounding import split_coordination
from question_bank.lexicon import concepts
from question_bank.model import Kind, Option, Proof
from question_bank.quantities import numbers
from question_bank.text import sentences
from question_bank.words import words

_ARTICLES = {"a", "an", "the"}


def proof(case: Case) -> Iterator[str]:
    """Every wrong option says why it is wrong, and the page bears it out.

    Ours, by structure and never by estimate. One is enough. Two right answers: 8.8 to 11.1 % of items.
    """
    for option in case.item.distractors:
        if option.proof is None:
            yield f"“{option.text}” has none"
        elif (option.proof is Proof.OPPOSITE) != (case.item.kind is Kind.TRUE_FALSE):
            yield f"“{option.text}”: {option.proof} is no proof in this kind of item"
        elif case.printed is not None and not _TESTS[option.proof](case, case.printed, option):
            yield f"“{option.text}”: {option.proof} is not so on the page"


def _is_of_other_value(case: Case, printed: Printed, option: Option) -> bool:
    """The option is another value's name, behaviour or definition, and not the keyed one's too."""
    keyed = _keyed_places(case, printed)
    named = labelled(printed, option.text)
    if named is not None and named.kind is PlaceKind.VALUE:
        return named not in keyed
    owners = [place for place in holders(printed, option.text) if place.kind in {PlaceKind.VALUE, PlaceKind.NAMELESS}]
    return bool(owners) and not any(place in keyed for place in owners)


def _is_in_other_section(case: Case, printed: Printed, option: Option) -> bool:
    """The option is another heading, or stands in a passage that the key does not rest on and that is not asked for."""
    if labelled(printed, option.text) or (is_heading(printed, option.text) and not holders(printed, option.text)):
        return small(option.text) not in {small(key.text) for key in case.item.keys}
    if any(holds(place, option.text) for place in asked_places(case, printed)):
        return False
    keyed, elsewhere = _part_by_citation(case, printed)
    whole = small(option.text)
    if any(contains(text, whole) for text in keyed):
        return False
    stands_whole = any(contains(text, whole) for text in elsewhere)
    members = (whole,) if stands_whole else split_coordination(option.text)
    return bool(members) and all(any(contains(text, member) for text in elsewhere) for member in members)


def _is_not_in_this_gap(case: Case, printed: Printed, option: Option) -> bool:
    """The page has the key's words in this place, and with the option's words in it the run is not on the page."""
    if case.item.kind is Kind.GAP:
        filled = fill(gap_context(case), option.text)
        return filled is not None and not is_printed(printed, filled)
    for citation in case.item.source:
        cited = small(citation.text)
        for key in case.item.keys:
            if contains(cited, small(key.text)):
                return not is_printed(printed, cited.replace(small(key.text), small(option.text)))
    return False


def _is_not_on_page(case: Case, printed: Printed, option: Option) -> bool:
    """No passage says it, in other words either; a name beside the names of values shares no stem or concept at all."""
    if is_printed(printed, option.text):
        return False
    own = case.stems(option.text)
    if len(words(option.text)) <= LONGEST_NAME and _asks_for_values(case, printed):
        return own.isdisjoint(printed.stems) and concepts(option.text).isdisjoint(printed.concepts)
    said = (passage.exact for passage in printed.passages)
    if numbers(option.text):  # a passage with “4 weeks” in one sentence and “2 days” in the next does not say “2 weeks”
        said = (sentence for passage in printed.passages for sentence in sentences(passage.exact))
    return not own or not any(_says(case, text, option.text) for text in said)


def _says(case: Case, passage: str, text: str) -> bool:
    """Whether a passage has the numbers and the content of a text; of a single content word, every word beside it."""
    own = case.stems(text)
    if not (own <= case.stems(passage) and numbers(text) <= numbers(passage)):
        return False
    beside = {word for word in words(text.casefold()) if not case.stems(word)} - _ARTICLES
    return len(own) > 1 or beside <= set(words(passage.casefold()))


def _is_not_wanted(case: Case, printed: Printed, option: Option) -> bool:
    return is_unwanted(printed, option.text)


def _is_opposite(case: Case, printed: Printed, option: Option) -> bool:
    return case.item.kind is Kind.TRUE_FALSE


def _part_by_citation(case: Case, printed: Printed) -> tuple[list[str], list[str]]:
    """The passages that the item cites from, and the others."""
    cited = [small(citation.text) for citation in case.item.source]
    parts: tuple[list[str], list[str]] = ([], [])
    for passage in printed.passages:
        is_cited = any(contains(passage.small, words) or passage.small.strip(" .") in words for words in cited if words)
        parts[not is_cited].append(passage.small)
    return parts


def _asks_for_values(case: Case, printed: Printed) -> bool:
    keyed = [place for key in case.item.keys if (place := labelled(printed, key.text))]
    return any(place.kind is PlaceKind.VALUE for place in keyed)


def _keyed_places(case: Case, printed: Printed) -> tuple[Place, ...]:
    """The value the key belongs to: the one it names, the one asked about, else the ones it stands in."""
    rights = [right for _, right in case.item.pairs or ()] if case.item.kind is Kind.MATCHING else []
    named = [place for text in (*(key.text for key in case.item.keys), *rights) if (place := labelled(printed, text))]
    if named:
        return tuple(named)
    asked = tuple(place for place in asked_places(case, printed) if place.kind is PlaceKind.VALUE)
    return asked or tuple(place for key in case.item.keys for place in holders(printed, key.text))


_Test = Callable[[Case, Printed, Option], bool]
_TESTS: dict[Proof, _Test] = {
    Proof.OTHER_VALUE: _is_of_other_value,
    Proof.OTHER_SECTION: _is_in_other_section,
    Proof.NOT_THIS_GAP: _is_not_in_this_gap,
    Proof.NOT_ON_PAGE: _is_not_on_page,
    Proof.NOT_WANTED: _is_not_wanted,
    Proof.OPPOSITE: _is_opposite,
}
