"""The life of an attempt: open, then submitted, never back; when one may begin, and what may be shown of it."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.status import EXPIRING_DAYS


class AttemptState(StrEnum):
    """An open attempt takes answers; a submitted one is a result."""

    OPEN = "open"
    SUBMITTED = "submitted"


def next_position(item_count: int, answered: Collection[int], *, after: int = 0) -> int | None:
    """The first place on the paper without an answer, from 1, or the first after a place; None where there is none."""
    return next((position for position in range(after + 1, item_count + 1) if position not in answered), None)


def may_reveal(mode: Mode, state: AttemptState, *, is_answered: bool) -> bool:
    """Whether keys and rationales of an item may be shown; the one rule every page about an attempt asks.

    Learn as you go explains an item once it is answered; a test explains nothing before it is submitted.
    """
    if state is AttemptState.SUBMITTED:
        return True
    return mode is Mode.LEARN and is_answered


def may_renew(valid_until: date | None, *, on: date) -> bool:
    """Whether somebody who has passed may take the quiz once more: only where the pass has run out or soon will."""
    return valid_until is not None and renewal_opens(valid_until) <= on


def renewal_opens(valid_until: date) -> date:
    """The first day on which a pass may be renewed."""
    return valid_until - timedelta(days=EXPIRING_DAYS)
