"""How a share stands to the organisation's target: a word to go with the number, decided in whole people."""

from enum import StrEnum

from quizapp.assessment.measures import SMALLEST_PERCENTAGE_BASE, Share


class Rating(StrEnum):
    """The word beside a percentage; a colour never stands alone."""

    GREEN = "green"
    """At the target or above."""
    AMBER = "amber"
    """Below it, by no more than the points the organisation allows."""
    RED = "red"


def rate_against_target(share: Share, *, target: int, amber: int) -> Rating | None:
    """The word for a share, with target and amber band in points of a hundred; None for too few people to rate.

    Counted in whole people: 899 of 1,000 are below a target of 90, whatever a percentage would be rounded to.
    """
    if share.of < SMALLEST_PERCENTAGE_BASE:
        return None
    hundreds = share.count * 100
    if hundreds >= target * share.of:
        return Rating.GREEN
    return Rating.AMBER if hundreds >= (target - amber) * share.of else Rating.RED
