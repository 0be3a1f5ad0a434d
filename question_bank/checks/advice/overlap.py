"""Advice on items of one bank that lean on each other: variants, repeats, and answers that another item prints."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.claims import asked_places, content
from question_bank.checks.evidence.gap import fill, gap_context
from question_bank.checks.evidence.printed import contains, small
from question_bank.model import Kind, are_enemies
from question_bank.words import jaccard

MOST_VARIANTS = 3
ALIKE = 0.85
SHARE_ALIKE = 0.10


@dataclass(frozen=True, slots=True)
class _Answer:
    """What has to be read together somewhere to know the answer of an item, in small letters."""

    case: Case
    parts: tuple[str, ...]


def variants(cases: Sequence[Case]) -> Iterator[str]:
    """More than 3 items of one template on one fact add nothing (B5, ours)."""
    made = Counter((fact, case.item.template) for case in cases if case.item.template for fact in case.item.facts)
    for (fact, template), found in made.items():
        if found > MOST_VARIANTS:
            yield f"{found} items of template {template} on {fact}, not {MOST_VARIANTS} or fewer"


def same_key(cases: Sequence[Case]) -> Iterator[str]:
    """Items with one key and stems 0.85 alike are at most a tenth of the bank (B5, ours)."""
    groups: dict[tuple[object, ...], list[Case]] = {}
    for case in cases:
        keys = tuple(sorted(small(option.text) for option in case.item.keys))
        groups.setdefault((case.item.kind, keys, case.item.pairs), []).append(case)
    alike: dict[str, None] = {}
    for group in groups.values():
        for one, other in combinations(group, 2):
            if jaccard(one.stems(one.item.stem), other.stems(other.item.stem)) >= ALIKE:
                alike[other.item.id] = None
    if len(alike) > SHARE_ALIKE * len(cases):
        yield f"{len(alike)} of {len(cases)} items ask with the same key and words as another: {', '.join(alike)}"


def cross_cue(cases: Sequence[Case]) -> Iterator[str]:
    """What an item keeps asking stands readable in another that may share its paper (enemy items; van der Linden)."""
    shown = [(case, _readable(case)) for case in cases]
    for answer in (answer for case in cases for answer in _answers(case)):
        for other, texts in shown:
            if other is answer.case or are_enemies(other.item, answer.case.item):
                continue
            if any(all(contains(text, part) for part in answer.parts) for text in texts):
                yield f"{other.item.id} prints what {answer.case.item.id} asks: {' + '.join(answer.parts)}"


def _readable(case: Case) -> tuple[str, ...]:
    """The texts of an item that can be believed: a false statement says nothing, and each option is read by itself."""
    if case.item.kind is Kind.TRUE_FALSE:
        is_true = any(small(option.text) == "true" for option in case.item.keys)
        return (small(case.item.stem),) if is_true else ()
    return small(case.item.stem), *(small(option.text) for option in case.item.options)


def _answers(case: Case) -> Iterator[_Answer]:
    item, printed = case.item, case.printed
    if printed is None or item.kind is Kind.TRUE_FALSE:
        return
    if item.kind is Kind.GAP:
        yield from (
            _Answer(case, (small(filled),)) for key in item.keys if (filled := fill(gap_context(case), key.text))
        )
        return
    if item.kind is Kind.MATCHING:
        yield from (_Answer(case, (small(left), small(right))) for left, right in item.pairs or ())
        return
    labels = [place.label for place in asked_places(case, printed) if place.label]
    beside = [small(text) for text in (*content(case, printed), *labels)]
    if beside:
        yield from (_Answer(case, (small(key.text), *dict.fromkeys(beside))) for key in item.keys)
