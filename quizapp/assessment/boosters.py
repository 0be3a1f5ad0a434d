"""Boosters: two questions some weeks after a pass, about the values that were missed; they count for nothing."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from quizapp.assessment.papers.chance import shuffled

LENGTH = 2
"""Questions of a booster; about a minute."""

DAYS_AFTER_PASS = {1: 28, 2: 84}
"""When each booster is due: four and twelve weeks after the pass."""

LATEST_DAYS = 14
"""A booster that was not sent within so many days of its due day is not sent any more."""

LINK_DAYS = 28
"""How long a booster can be answered, from the day it was sent."""


def due_day(passed_on: date, *, number: int) -> date:
    """The day the first or second booster after a pass is due."""
    return passed_on + timedelta(days=DAYS_AFTER_PASS[number])


def passes_due(number: int, *, on: date) -> tuple[date, date]:
    """The first and the last day of a pass whose booster of this number can be sent on a day."""
    last = on - timedelta(days=DAYS_AFTER_PASS[number])
    return last - timedelta(days=LATEST_DAYS), last


def may_answer(sent_on: date, *, on: date) -> bool:
    """Whether a booster still takes answers; the last day counts."""
    return on <= sent_on + timedelta(days=LINK_DAYS)


def next_due_day(due_on: date, *, number: int) -> date | None:
    """When the booster after this one is due; None after the last."""
    if number + 1 not in DAYS_AFTER_PASS:
        return None
    return due_on + timedelta(days=DAYS_AFTER_PASS[number + 1] - DAYS_AFTER_PASS[number])


def list_missed(missed: Sequence[Collection[str]], *, known: Sequence[str]) -> list[str]:
    """The known values that were missed, those of the first attempt before those of later ones.

    `missed` holds the values missed in each attempt, first to last; within one they stand as they do in `known`.
    """
    order = (name for attempt in missed for name in known if name in attempt)
    return list(dict.fromkeys(order))


def choose_values(missed: Sequence[str], *, known: Sequence[str], number: int, seed: str) -> list[str]:
    """The values a booster asks about: missed ones first, then others in the seed's order.

    Where more were missed than a booster has questions, the second goes on where the first stopped.
    """
    start = (number - 1) * LENGTH % len(missed) if missed else 0
    others = shuffled([name for name in known if name not in missed], seed=seed)
    return [*missed[start:], *missed[:start], *others][:LENGTH]
