"""The recipe of a quiz: how many items, what passes, how it is taken, when it is due."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Learn as you go explains after each answer; a test explains at the end."""

    LEARN = "learn"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class QuizBlueprint:
    """A recipe; the pass mark is a share (8 in 10) that is counted in whole items."""

    length: int = 8
    pass_in: int = 8
    pass_of: int = 10
    mode: Mode = Mode.LEARN
    due_days: int = 28

    def pass_score(self, item_count: int) -> int:
        """Items that must be right on a paper of this many, rounded up: 7 of 8."""
        return -(-item_count * self.pass_in // self.pass_of)
