"""Passages that have a run of words in common, so that one gives the other away."""

from collections.abc import Iterable

from question_bank.generator.language.grammar import is_content, tokens
from question_bank.generator.material.facts import Fact

KIN_RUN = 4
KIN_CONTENT = 3


def find_kin(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """For the id of each passage that repeats words of others the ids of those others."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for fact in facts:
        words = [token.word for token in tokens(fact.text)]
        for start in range(len(words) - KIN_RUN + 1):
            run = tuple(words[start : start + KIN_RUN])
            if sum(is_content(word) for word in run) >= KIN_CONTENT:
                holders.setdefault(run, []).append(fact.id)
    kin: dict[str, dict[str, None]] = {}
    for ids in holders.values():
        for one in ids if len(ids) > 1 else ():
            kin.setdefault(one, {}).update((other, None) for other in ids if other != one)
    return {one: tuple(others) for one, others in kin.items()}
