"""Advice on a bank as a whole: never a reason to refuse it."""

from collections.abc import Iterator, Sequence
from math import sqrt

from question_bank.model import Finding, Item, Kind, Severity, ValuesPage

ENOUGH_ITEMS = 2
ENOUGH_TO_COUNT = 30
ONE_SIDED_95 = 1.645


def advise(items: Sequence[Item], *, page: ValuesPage | None) -> tuple[Finding, ...]:
    """Values with too few items, and keys that are the longest option more often than chance."""
    return tuple(
        Finding(rule=rule, severity=Severity.NOTE, words=words)
        for rule, words in (*_coverage(items, page), *_longest_key(items))
    )


def _coverage(items: Sequence[Item], page: ValuesPage | None) -> Iterator[tuple[str, str]]:
    if not items:
        yield "coverage", "the bank holds no items"
    for value in page.values if page and items else ():
        if value.name and (found := sum(1 for item in items if _is_about(item, value.name))) < ENOUGH_ITEMS:
            yield "coverage", f"“{value.name}” is asked about by {found} of {len(items)} items"


def _is_about(item: Item, name: str) -> bool:
    if item.kind is Kind.MATCHING:
        return any(right == name for _, right in item.pairs or ())
    return item.value == name or any(option.text == name for option in item.keys)


def _longest_key(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Who always picks the longest option must not beat chance (36.7 against 27.8 % on human items)."""
    counted = [item for item in items if item.kind is Kind.SINGLE and len(item.keys) == 1 and item.distractors]
    if len(counted) < ENOUGH_TO_COUNT:
        return
    longest = sum(1 for item in counted if _has_longest_key(item))
    chance = sum(1 / len(item.options) for item in counted) / len(counted)
    limit = chance + ONE_SIDED_95 * sqrt(chance * (1 - chance) / len(counted))
    if longest > limit * len(counted):
        yield "longest-key", f"the key is the longest option in {longest} of {len(counted)} single-choice items"


def _has_longest_key(item: Item) -> bool:
    return len(item.keys[0].text) > max(len(option.text) for option in item.distractors)
