"""Every piece of advice over every item, then over the bank as a whole."""

from collections.abc import Callable, Iterator, Sequence

from question_bank.checks.advice import balance, coverage, options, overlap, stems
from question_bank.checks.evidence.case import Case
from question_bank.model import Finding, Severity
from question_bank.text import fold_space

ON_ITEMS: dict[str, Callable[[Case], Iterator[str]]] = {
    "implausible": options.implausible,
    "odd-one-out": options.odd_one_out,
    "shared-words": options.shared_words,
    "blank": stems.blank,
    "orphan": stems.orphan,
    "wordy": stems.wordy,
    "focus": stems.focus,
    "trivial": stems.trivial,
}
ON_THE_BANK: dict[str, Callable[[Sequence[Case]], Iterator[str]]] = {
    "coverage": coverage.coverage,
    "variants": overlap.variants,
    "same-key": overlap.same_key,
    "cross-cue": overlap.cross_cue,
    "true-false-share": balance.true_false_share,
    "position": balance.position,
    "robots": balance.robots,
    "reading-age": balance.reading_age,
}


def advise(cases: Sequence[Case]) -> tuple[Finding, ...]:
    """Notes on each item in their order, then notes on the bank."""
    return (*_on_items(cases), *_on_the_bank(cases))


def _on_items(cases: Sequence[Case]) -> Iterator[Finding]:
    for case in cases:
        for rule, advice in ON_ITEMS.items():
            for words in dict.fromkeys(advice(case)):
                yield Finding(rule, Severity.NOTE, fold_space(words), item=case.item.id)


def _on_the_bank(cases: Sequence[Case]) -> Iterator[Finding]:
    for rule, advice in ON_THE_BANK.items():
        for words in dict.fromkeys(advice(cases)):
            yield Finding(rule, Severity.NOTE, fold_space(words))
