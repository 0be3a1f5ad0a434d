"""What a page prints around every name: "Value 1: Openness", "What do we mean by openness?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from question_bank.reader.lines.unit import Unit

_LABELS = (
    re.compile(
        r"(?:our )?(?:value|principle) (?:no\.? ?|number )?(?:\d{1,2}|one|two|three|four|five|six)\s*[:.–-]\s*(.+)",
        re.IGNORECASE,
    ),
    re.compile(r"what (?:do we mean by|does it mean to be|do we mean when we say) (.+?)\s*\?", re.IGNORECASE),
    re.compile(
        r"what (?:does|do) (?:being )?(.+?) (?:mean|look like)(?: (?:to|for|in|at) [\w ]+)?\s*\?", re.IGNORECASE
    ),
)
_PRONOUN = re.compile(r"(?:it|this|that|they|these|our values|the values|we)\b.*", re.IGNORECASE)
_LONGEST = 120


def without_labels(units: Sequence[Unit]) -> list[Unit]:
    """Cut the lines to what the label goes with, where several lines have the same label and not the same name."""
    cut = list(units)
    for label in _LABELS:
        found = {place: _named(unit, label) for place, unit in enumerate(units) if len(unit.raw) <= _LONGEST}
        named = {place: unit for place, unit in found.items() if unit is not None}
        if len({unit.text.casefold() for unit in named.values()}) > 1:
            cut = [named.get(place, unit) for place, unit in enumerate(cut)]
    return cut


def _named(unit: Unit, label: re.Pattern[str]) -> Unit | None:
    found = label.fullmatch(unit.raw)
    if found is None or _PRONOUN.fullmatch(found.group(1)):
        return None
    return replace(unit.cut(found.start(1), found.end(1)), glyph="")
