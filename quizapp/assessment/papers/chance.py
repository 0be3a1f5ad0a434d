"""Chance that can be replayed: orders that follow from a seed alone, on every Python version."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def shuffled(things: Sequence[T], *, seed: str) -> list[T]:
    """The things in a seeded order; Fisher-Yates over SHA-256 in counter mode."""
    order = list(things)
    for last in range(len(order) - 1, 0, -1):
        other = draw(last + 1, seed=f"{seed}|{last}")
        order[last], order[other] = order[other], order[last]
    return order


def draw(below: int, *, seed: str) -> int:
    """A whole number from 0 to one under `below`; 256 bits make the remainder's bias immeasurable."""
    return int.from_bytes(sha256(seed.encode()).digest()) % below
