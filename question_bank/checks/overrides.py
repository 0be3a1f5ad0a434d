"""A person's word that an item may stand although a rule speaks against it: what it changes, and what it cannot."""

from collections.abc import Iterator, Sequence

from question_bank.model import Finding, Item, Override, Severity
from question_bank.text import fold_space

# What these say is not a matter of taste: the page is different, so no reason makes the item right.
FIXED = ("source", "quote", "key", "miskey", "headless", "avoid")


def apply_overrides(item: Item, failed: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with each overridden fail as a note that gives the reason, then notes on idle overrides."""
    reasons = {override.rule: override.reason for override in item.overrides if override.rule not in FIXED}
    judged = tuple(_overridden(finding, reasons.get(finding.rule)) for finding in failed)
    rules = {finding.rule for finding in failed}
    return (*judged, *(note for override in item.overrides for note in _idle(item, override, rules)))


def _overridden(finding: Finding, reason: str | None) -> Finding:
    if reason is None:
        return finding
    words = f"overridden: {fold_space(reason)} ({finding.words})"
    return Finding(finding.rule, Severity.NOTE, words, item=finding.item)


def _idle(item: Item, override: Override, failed: set[str]) -> Iterator[Finding]:
    reason = fold_space(override.reason)
    if override.rule in FIXED:
        words = f"cannot be overridden, for the page decides ({reason})"
    elif override.rule not in failed:
        words = f"overridden, but the rule does not speak against this item ({reason})"
    else:
        return
    yield Finding(fold_space(override.rule), Severity.NOTE, words, item=item.id)
