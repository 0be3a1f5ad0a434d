"""Pairs of labels over the two lists of a value, such as "We will" and "We won't", or "As staff" and "As leaders"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.polarity import Polarity, weigh_counterpart
from question_bank.reader.lines.unit import Kind, Unit

_SHORTEST_PAIRING = 2


def find_counterparts(units: Sequence[Unit]) -> dict[int, Polarity]:
    """Where the second label of a repeated pair stands, and whether its list is wanted."""
    pairs = list(_neighbours(units))
    counts = Counter((key_of(first.raw), key_of(second.raw)) for first, second in pairs)
    opening = _keys_below_names(units)
    found: dict[int, Polarity] = {}
    for first, second in pairs:
        keys = (key_of(first.raw), key_of(second.raw))
        if keys[0] == keys[1] or counts[keys] < _SHORTEST_PAIRING or keys[1] in opening:
            continue
        found[second.start] = weigh_counterpart(first.raw, second.raw)
    return found


def _neighbours(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Labels with nothing but items between them."""
    above: Unit | None = None
    last: Unit | None = None
    for unit in units:
        if unit.kind is Kind.STEM:
            if above is not None and last is not None and last.kind is Kind.ITEM:
                yield above, unit
            above = unit
        elif unit.kind in (Kind.HEADING, Kind.PARAGRAPH):
            above = None
        last = unit


def _keys_below_names(units: Sequence[Unit]) -> frozenset[str]:
    """Labels that somewhere stand first below a heading or a meaning."""
    keys: set[str] = set()
    last: Unit | None = None
    for unit in units:
        if unit.kind is Kind.STEM and (last is None or last.kind in (Kind.HEADING, Kind.PARAGRAPH)):
            keys.add(key_of(unit.raw))
        last = unit
    return frozenset(keys)
