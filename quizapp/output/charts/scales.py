"""Where numbers lie on an axis: round steps, as many labels as have room, labels that keep their distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

_STEPS = (1, 2, 5, 10, 20, 25)
_MOST_STEPS = 6
_SMALLEST_SPAN = 10.0
_CLEARANCE = 5
"""The lowest value stands clear of the bottom by a fifth of a step."""
_STRIDES = (1, 2, 3, 4, 6, 12, 24)


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to places; `start` may be the larger place, as upwards on a screen."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a number."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def percent_ticks(values: Sequence[float]) -> tuple[int, ...]:
    """Round percentages around all values, from under the lowest to over the highest, within 0 to 100."""
    low, high = min(values, default=0.0), max(values, default=100.0)
    if high - low < _SMALLEST_SPAN:
        middle = (low + high) / 2
        low, high = middle - _SMALLEST_SPAN / 2, middle + _SMALLEST_SPAN / 2
    low, high = max(0.0, low), min(100.0, high)
    step = next(step for step in _STEPS if (high - low) / step <= _MOST_STEPS)
    first, last = floor(low / step) * step, min(ceil(high / step) * step, 100)
    if low - first < step / _CLEARANCE and first:
        first = max(0, first - step)
    return (*range(first, last, step), last)


def thin_labels(widths: Sequence[float], *, spacing: float, gap: float) -> list[int]:
    """Which of the labels, so far apart, can stand without touching: the last one, and every so many before it."""
    widest = max(widths, default=0.0)
    stride = next((stride for stride in _STRIDES if stride * spacing >= widest + gap), len(widths) or 1)
    return sorted(range(len(widths) - 1, -1, -stride))


def keep_apart(places: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as their order allows so that neighbours are `gap` apart, between two ends."""
    order = sorted(range(len(places)), key=lambda number: places[number])
    moved = list(places)
    floor_ = low
    for number in order:
        moved[number] = max(places[number], floor_)
        floor_ = moved[number] + gap
    ceiling = high
    for number in reversed(order):
        moved[number] = min(moved[number], ceiling)
        ceiling = moved[number] - gap
    return moved
