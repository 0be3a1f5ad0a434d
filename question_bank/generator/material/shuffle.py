"""Chance that a seed repeats: the same seed and purpose give the same order on every machine."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def shuffled(things: Sequence[Thing], *purpose: object) -> tuple[Thing, ...]:
    """The things in an order fixed by the seed and purpose (Fisher and Yates, numbers from SHA-256)."""
    order = list(things)
    key = "|".join(str(part) for part in purpose)
    for last in range(len(order) - 1, 0, -1):
        other = _number_below(last + 1, f"{key}|{last}")
        order[last], order[other] = order[other], order[last]
    return tuple(order)


def short_hash(text: str, *, length: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:length]


def _number_below(limit: int, key: str) -> int:
    """256 bits against a handful of things: what the remainder favours cannot be measured."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8")).digest(), "big") % limit
