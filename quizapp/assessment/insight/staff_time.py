"""How long people were at a quiz, from the moments of their answers."""

from collections.abc import Sequence
from datetime import datetime

CAP_SECONDS = 20 * 60
"""Of one page: whoever takes longer has gone away from it."""


def active_seconds(started_at: datetime, answered_at: Sequence[datetime]) -> int:
    """The time up to each answer from the one before, or from the start, and no page for longer than the cap."""
    moments = sorted(answered_at)
    gaps = [(later - earlier).total_seconds() for earlier, later in zip([started_at, *moments], moments, strict=False)]
    return sum(round(min(max(gap, 0), CAP_SECONDS)) for gap in gaps)
