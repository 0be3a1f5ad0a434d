"""What in a row of numbers chance seldom gives: the four rules of a control chart, decided in exact fractions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

LONG_RUN = 7
"""So many on one side of the mean are more than chance would usually give."""
LONG_TREND = 6
"""So many, each higher or each lower than the one before; the first of them counts."""
OUTER_THIRD = Fraction(2, 3)
"""How far from the mean to a limit the outer third begins."""


class SignalKind(StrEnum):
    """Which rule was met, the plainest first."""

    ONE_SIDE = "one side"
    TREND = "trend"
    OUTSIDE = "outside"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Signal:
    """A stretch of points, from the first to the last, that chance seldom gives; `is_up` is above, or rising."""

    kind: SignalKind
    first: int
    last: int
    is_up: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """What chance alone usually stays between, month after month; they may lie beyond 0 and 1."""

    lower: Fraction
    upper: Fraction


def find_signals(values: Sequence[Fraction], *, mean: Fraction, limits: Limits) -> tuple[Signal, ...]:
    """Every stretch that one of the rules speaks of, by its end, and the plainest rule first among equals.

    A value on the mean stands on neither side; one on a limit is inside; one that repeats neither rises nor falls.
    """
    near = inner_limits(mean, limits)
    found = [
        *_runs(values, SignalKind.ONE_SIDE, above=lambda x: x > mean, below=lambda x: x < mean),
        *_trends(values),
        *_runs(values, SignalKind.OUTSIDE, above=lambda x: x > limits.upper, below=lambda x: x < limits.lower),
        *_pairs(values, lambda x: x > near.upper, is_up=True),
        *_pairs(values, lambda x: x < near.lower, is_up=False),
    ]
    kinds = tuple(SignalKind)
    return tuple(sorted(found, key=lambda signal: (signal.last, -kinds.index(signal.kind)), reverse=True))


def inner_limits(mean: Fraction, limits: Limits) -> Limits:
    """Where the outer third begins on either side: beyond it, a value is near a limit."""
    return Limits(mean - OUTER_THIRD * (mean - limits.lower), mean + OUTER_THIRD * (limits.upper - mean))


def _runs(
    values: Sequence[Fraction],
    kind: SignalKind,
    *,
    above: Callable[[Fraction], bool],
    below: Callable[[Fraction], bool],
) -> Iterator[Signal]:
    least = LONG_RUN if kind is SignalKind.ONE_SIDE else 1
    sides = [above(value) - below(value) for value in values]
    for first, last in _stretches(sides):
        if sides[first] and last - first + 1 >= least:
            yield Signal(kind, first, last, is_up=sides[first] > 0)


def _trends(values: Sequence[Fraction]) -> Iterator[Signal]:
    ways = [(later > earlier) - (later < earlier) for earlier, later in pairwise(values)]
    for first, last in _stretches(ways):
        if ways[first] and last + 1 - first + 1 >= LONG_TREND:
            yield Signal(SignalKind.TREND, first, last + 1, is_up=ways[first] > 0)


def _pairs(values: Sequence[Fraction], is_near: Callable[[Fraction], bool], *, is_up: bool) -> Iterator[Signal]:
    """Two of three in a row near one limit; stretches that share a point are one."""
    near = [number for number, value in enumerate(values) if is_near(value)]
    joined: list[tuple[int, int]] = []
    for first, last in pairwise(near):
        if last - first > 2:
            continue
        if joined and joined[-1][1] == first:
            first = joined.pop()[0]
        joined.append((first, last))
    return (Signal(SignalKind.NEAR, first, last, is_up) for first, last in joined)


def _stretches(signs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where equal neighbours begin and end."""
    first = 0
    for number in range(1, len(signs) + 1):
        if number == len(signs) or signs[number] != signs[first]:
            yield first, number - 1
            first = number
