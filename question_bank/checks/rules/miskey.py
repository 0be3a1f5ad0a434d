"""Whether the page's structure agrees with the key and leaves every other option wrong."""

from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.claims import asked_places, content
from question_bank.checks.evidence.gap import fill, gap_context
from question_bank.checks.evidence.membership import is_membership, membership_subject
from question_bank.checks.evidence.printed import (
    Place,
    PlaceKind,
    Printed,
    contains,
    holders,
    holds,
    is_printed,
    labelled,
    small,
    value_names,
)
from question_bank.checks.rules.grounding import split_coordination
from question_bank.checks.rules.lists import misplaced
from question_bank.model import Kind, Option


def miskey(case: Case) -> Iterator[str]:
    """The page gives what is asked to the key and to no other option.

    Costello 2018: more than one right answer. One is enough. 8.8 % of MOOC items, 11.1 % of labelled ones.
    """
    if case.printed is None:
        return
    printed, kind = case.printed, case.item.kind
    if kind is Kind.MATCHING:
        yield from _matching(case, printed)
    elif kind is Kind.GAP:
        yield from _gap(case, printed)
    elif kind is Kind.TRUE_FALSE:
        yield from _true_false(case, printed)
    elif is_membership(case):
        yield from _membership(case, printed)
    elif any(labelled(printed, option.text) for option in case.item.keys):
        yield from _owner(case, printed)
    else:
        yield from _listing(case, printed)


def _owner(case: Case, printed: Printed) -> Iterator[str]:
    """Which value or heading a quotation belongs to."""
    quoted = content(case, printed)
    for option in case.item.options:
        place = labelled(printed, option.text)
        if place is not None:
            yield from _owner_of(option, place, quoted, printed)
    keyed = [place for option in case.item.keys if (place := labelled(printed, option.text))]
    if all(place.kind is PlaceKind.VALUE for place in keyed):
        yield from _cited_elsewhere(case, keyed, printed)
        if case.item.value in value_names(printed) and case.item.value not in [place.label for place in keyed]:
            yield f"keyed to “{keyed[0].label}” but said to ask about “{case.item.value}”"


def _owner_of(option: Option, place: Place, quoted: tuple[str, ...], printed: Printed) -> Iterator[str]:
    for text in quoted:
        stands_here = holds(place, text)
        if stands_here and not option.correct:
            yield f"“{text}” stands under “{option.text}” too"
        if not stands_here and option.correct and (others := _named(holders(printed, text))):
            yield f"“{text}” stands under “{others[0]}”, not under “{option.text}”"


def _cited_elsewhere(case: Case, keyed: list[Place], printed: Printed) -> Iterator[str]:
    """The key is a value, and all that is cited belongs to other values."""
    owners = [
        [place for place in holders(printed, citation.text) if place.kind is PlaceKind.VALUE]
        for citation in case.item.source
        if not labelled(printed, citation.text)
    ]
    if owners and all(owners) and not any(place in keyed for places in owners for place in places):
        yield f"what is cited stands under “{owners[0][0].label}”, not under “{keyed[0].label}”"


def _listing(case: Case, printed: Printed) -> Iterator[str]:
    """Which of these stands under a value or a heading."""
    if case.is_scenario:
        yield from _cites_a_wrong_option(case, printed)
        return
    places = asked_places(case, printed)
    if len(places) != 1:
        yield from misplaced(case, printed)
        return
    asked = places[0]
    for option in case.item.options:
        stands_here = holds(asked, option.text)
        if stands_here and not option.correct:
            yield f"“{option.text}” stands under “{asked.label}” too"
        if not stands_here and option.correct and (others := _named(holders(printed, option.text))):
            yield f"“{option.text}” stands under “{others[0]}”, not under “{asked.label}”"
    said = case.item.value
    if asked.kind is PlaceKind.VALUE and said in value_names(printed) and small(said or "") != small(asked.label or ""):
        yield f"asks about “{asked.label}” but is said to ask about “{said}”"


def _cites_a_wrong_option(case: Case, printed: Printed) -> Iterator[str]:
    """Only a person can tell what a situation calls for, but the passage cited is the one it was written on."""
    cited = [small(citation.text) for citation in case.item.source]
    keys = [small(option.text) for option in case.item.keys if is_printed(printed, option.text)]
    if not keys or any(_overlap(text, key) for text in cited for key in keys):
        return
    for option in case.item.distractors:
        if any(_overlap(text, small(option.text)) for text in cited):
            yield f"what is cited is “{option.text}”, which is marked wrong"


def _overlap(one: str, other: str) -> bool:
    return contains(one, other) or contains(other, one)


def _membership(case: Case, printed: Printed) -> Iterator[str]:
    """Which of these is one of the values."""
    names = {small(name) for name in value_names(printed)}
    for option in case.item.options:
        if option.correct != (small(option.text) in names):
            yield f"“{option.text}” is {'not ' if option.correct else ''}one of the values"


def _gap(case: Case, printed: Printed) -> Iterator[str]:
    context = gap_context(case)
    for option in case.item.options:
        filled = fill(context, option.text)
        if filled is None:
            continue
        if option.correct != is_printed(printed, filled):
            yield f"“{filled}” {'does not stand' if option.correct else 'stands too'}"
        elif option.correct:
            yield from _filled_elsewhere(case, filled, printed)


def _filled_elsewhere(case: Case, filled: str, printed: Printed) -> Iterator[str]:
    """The gap is said to be in one part of the page, its words stand in another."""
    places = asked_places(case, printed)
    if len(places) == 1 and not holds(places[0], filled) and (others := _named(holders(printed, filled))):
        yield f"“{filled}” stands under “{others[0]}”, not under “{places[0].label}”"


def _matching(case: Case, printed: Printed) -> Iterator[str]:
    rights = tuple(dict.fromkeys([option.text for option in case.item.options]))
    for left, right in case.item.pairs or ():
        own = labelled(printed, right)
        if own is None:
            continue
        if not holds(own, left) and (others := _named(holders(printed, left))):
            yield f"“{left}” stands under “{others[0]}”, not under “{right}”"
        for text in rights:
            other = labelled(printed, text)
            if other is not None and other is not own and holds(other, left):
                yield f"“{left}” stands under “{text}” too"


def _true_false(case: Case, printed: Printed) -> Iterator[str]:
    keyed = [small(option.text) for option in case.item.keys]
    truth = _truth(case, printed)
    if truth is not None and len(keyed) == 1 and keyed[0] in {"true", "false"} and (keyed[0] == "true") != truth:
        yield f"the statement is {'true' if truth else 'false'} on the page"


def _truth(case: Case, printed: Printed) -> bool | None:
    """Whether a statement holds; None where it cannot be told from the page's structure."""
    subject = membership_subject(case)
    if subject is not None and is_membership(case):
        names = {small(name) for name in value_names(printed)}
        return small(subject) in names or set(split_coordination(subject)) <= names
    places = asked_places(case, printed)
    quoted = content(case, printed)
    if len(places) > 1 and not quoted:  # what is said to stand there is the name of another part
        quoted = tuple(text for text in case.stem.inside if labelled(printed, text) in places[:-1])
        places = places[-1:]
    if len(places) != 1 or not quoted or not all(is_printed(printed, text) for text in quoted):
        return None
    if places[0].kind is PlaceKind.VALUE and not any(_named(holders(printed, text)) for text in quoted):
        return None  # it stands in a block without a name, which another rule is about
    return all(holds(places[0], text) for text in quoted)


def _named(places: tuple[Place, ...]) -> list[str]:
    return [place.label for place in places if place.label]
