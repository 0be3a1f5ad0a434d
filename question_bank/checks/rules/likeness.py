"""Options and items that are too much alike."""

from collections.abc import Iterator, Sequence

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import is_unwanted, small
from question_bank.checks.evidence.quotation import take_apart
from question_bank.model import Item, Kind, Proof
from question_bank.quantities import numbers
from question_bank.words import jaccard, stems, words

CLASH_STEMS = 4
CLASH = 0.07
DUPLICATE = 0.85


def clash(case: Case) -> Iterator[str]:
    """A wrong option says nearly what a key says.

    Ours. Jaccard of 0.07 from 4 stems each; at 0.06 it finds 16 of 19 such pairs. 8.8 to 11.1 % of items have two keys.
    """
    if case.item.kind in {Kind.MATCHING, Kind.TRUE_FALSE}:
        return
    for key in case.item.keys:
        for option in case.item.distractors:
            if option.proof is Proof.NOT_WANTED or (case.printed and is_unwanted(case.printed, option.text)):
                continue
            one, other = case.stems(key.text), case.stems(option.text)
            if min(len(one), len(other)) >= CLASH_STEMS and jaccard(one, other) >= CLASH:
                yield f"{', '.join(sorted(one & other))}: “{option.text}” is near “{key.text}”"


def duplicates(items: Sequence[Item], *, organisation: str | None) -> dict[int, str]:
    """Positions of items that say what an earlier one says, or carry its id, with the words at fault."""
    found: dict[int, str] = {}
    ids: dict[str, int] = {}
    alike: dict[tuple[object, ...], list[int]] = {}
    for position, item in enumerate(items):
        earlier = alike.setdefault(_answers(item), [])
        if item.id in ids:
            found[position] = f"the id “{item.id}” is taken"
        for other in earlier:
            if _asks_the_same(item, items[other], organisation=organisation):
                found.setdefault(position, f"asks what {items[other].id} asks")
        ids.setdefault(item.id, position)
        earlier.append(position)
    return found


def _answers(item: Item) -> tuple[object, ...]:
    pairs = tuple(sorted((small(left), small(right)) for left, right in item.pairs or ()))
    options = tuple(sorted((small(option.text), option.correct) for option in item.options))
    return item.kind, pairs, options


def _asks_the_same(one: Item, other: Item, *, organisation: str | None) -> bool:
    """Whether two stems are alike; where they hold no content of their own, their words and numbers say so."""
    if small(one.stem) == small(other.stem):
        return True
    first, second = stems(one.stem, organisation=organisation), stems(other.stem, organisation=organisation)
    if not first and not second:
        return _bare_words(one) == _bare_words(other)
    return jaccard(first, second) >= DUPLICATE


def _bare_words(item: Item) -> tuple[object, ...]:
    """What a stem without content still says: its quotations, and of a statement every word; numbers as figures."""
    quoted = tuple(small(text) for text in take_apart(item.stem).inside)
    if item.kind is not Kind.TRUE_FALSE:
        return quoted
    plain = small(item.stem)
    return (*quoted, numbers(plain), frozenset(word for word in words(plain) if not numbers(word)))
