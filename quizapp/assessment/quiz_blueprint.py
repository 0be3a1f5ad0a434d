"""The recipe of a quiz: how many items, what passes, how it is taken, when it is due."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Learn as you go explains after each answer; a test explains at the end."""

    LEARN = "learn"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class QuizBlueprint:
    """A recipe; the pass mark is a share (8 in 10) that is counted in whole items, and a pass without months lasts."""

    length: int = 8
    pass_in: int = 8
    pass_of: int = 10
    mode: Mode = Mode.LEARN
    due_days: int = 28
    valid_months: int | None = None
    has_boosters: bool = True
    certificate_has_score: bool = False

    def pass_score(self, item_count: int) -> int:
        """Items that must be right on a paper of this many, rounded up: 7 of 8."""
        return -(-item_count * self.pass_in // self.pass_of)
