"""The states of an item's review and which moves a person may make."""

from enum import StrEnum


class ReviewStatus(StrEnum):
    """Draft items wait for a person, approved ones are drawn, retired ones are drawn no more."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


_MOVES = {
    ReviewStatus.DRAFT: frozenset({ReviewStatus.APPROVED, ReviewStatus.RETIRED}),
    ReviewStatus.APPROVED: frozenset({ReviewStatus.RETIRED}),
    ReviewStatus.RETIRED: frozenset({ReviewStatus.APPROVED}),
}


def may_move(current: ReviewStatus, wanted: ReviewStatus) -> bool:
    """Whether a review may follow the current one; a retired item may come back by a new approval."""
    return wanted in _MOVES[current]
