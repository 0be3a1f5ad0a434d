"""What managers say about a person of their team where the data are wrong or somebody needs help."""

from enum import StrEnum


class QueryKind(StrEnum):
    """What a manager says; none of it changes a figure before the data do."""

    WAITING = "waiting"
    """The manager has spoken to the person; nothing for anybody else to do."""
    ON_LEAVE = "on-leave"
    """Until a day the manager gives."""
    CANNOT_SIGN_IN = "cannot-sign-in"
    HAS_LEFT = "has-left"
    NOT_IN_MY_TEAM = "not-in-my-team"
    DONE_ON_PAPER = "done-on-paper"
