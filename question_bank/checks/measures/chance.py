"""How likely counts are where only chance is at work: the chi-square test, and the limit a guesser stays under."""

from collections.abc import Sequence
from math import exp, lgamma, log, sqrt

ONE_SIDED_95 = 1.645

_STEPS = 1000
_CLOSE = 1e-15


def limit_of_chance(chance: float, n: int) -> float:
    """The share of right answers that a guesser stays under in 95 of 100 banks of n items."""
    return chance + ONE_SIDED_95 * sqrt(chance * (1 - chance) / n) if n else 1.0


def chi_square(counts: Sequence[int]) -> tuple[float, int]:
    """The statistic of counts against equal shares, and its degrees of freedom."""
    total = sum(counts)
    if len(counts) < 2 or not total:
        return 0.0, 0
    expected = total / len(counts)
    return sum((count - expected) ** 2 for count in counts) / expected, len(counts) - 1


def chance_of_more(statistic: float, degrees: int) -> float:
    """The chance of a chi-square statistic of this size or larger (upper incomplete gamma function; 0.0 to 1.0)."""
    if degrees <= 0 or statistic <= 0:
        return 1.0
    shape, x = degrees / 2, statistic / 2
    scale = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1:
        return max(0.0, 1 - scale * _series(shape, x))
    return min(1.0, scale * _fraction(shape, x))


def _series(shape: float, x: float) -> float:
    """The lower part by its series, which settles quickly where x is small."""
    term = total = 1 / shape
    for step in range(1, _STEPS):
        term *= x / (shape + step)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """The upper part by its continued fraction (modified Lentz), which settles quickly where x is large."""
    tiny = 1e-300
    below = x + 1 - shape
    upper, lower = 1 / tiny, 1 / below
    result = lower
    for step in range(1, _STEPS):
        factor = -step * (step - shape)
        below += 2
        lower = 1 / (factor * lower + below or tiny)
        upper = below + factor / upper or tiny
        change = lower * upper
        result *= change
        if abs(change - 1) < _CLOSE:
            break
    return result
