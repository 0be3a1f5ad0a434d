"""The life of an attempt: open, then submitted, never back."""

from collections.abc import Collection
from enum import StrEnum

from quizapp.assessment.quiz_blueprint import Mode


class AttemptState(StrEnum):
    """An open attempt takes answers; a submitted one is a result."""

    OPEN = "open"
    SUBMITTED = "submitted"


def next_position(item_count: int, answered: Collection[int]) -> int | None:
    """The first place on the paper without an answer, from 1; None once all are answered."""
    return next((position for position in range(1, item_count + 1) if position not in answered), None)


def may_reveal(mode: Mode, state: AttemptState, *, is_answered: bool) -> bool:
    """Whether keys and rationales of an item may be shown; the one rule every page about an attempt asks.

    Learn as you go explains an item once it is answered; a test explains nothing before it is submitted.
    """
    if state is AttemptState.SUBMITTED:
        return True
    return mode is Mode.LEARN and is_answered
