"""What managers say about a person of their team where the data are wrong or somebody needs help."""

from datetime import date
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


ABOUT_THE_PERSON = frozenset(
    {QueryKind.ON_LEAVE, QueryKind.CANNOT_SIGN_IN, QueryKind.HAS_LEFT, QueryKind.NOT_IN_MY_TEAM}
)
"""What holds whichever quiz it was said about; the others are about one quiz."""
SHORT_LEAVE_DAYS = 28
LONGEST_LEAVE_DAYS = 731


def asks_administrator(kind: QueryKind, *, on_date: date, until_date: date | None) -> bool:
    """Whether somebody beside the manager has something to do; a short leave only stops reminders until its end."""
    if kind is QueryKind.ON_LEAVE:
        return until_date is None or (until_date - on_date).days > SHORT_LEAVE_DAYS
    return kind is not QueryKind.WAITING
