"""What managers reported about people, in words: for the manager's rows and for the administrators' list."""

from datetime import date

from quizapp.assessment.data_queries import QueryKind
from quizapp.web.shell.filters import long_date, short_date

KINDS = {
    QueryKind.WAITING: "waiting",
    QueryKind.ON_LEAVE: "on leave",
    QueryKind.CANNOT_SIGN_IN: "cannot sign in",
    QueryKind.HAS_LEFT: "has left",
    QueryKind.NOT_IN_MY_TEAM: "not in this team",
    QueryKind.DONE_ON_PAPER: "done on paper",
}


def kind_words(kind: QueryKind, until_date: date | None, *, day: date) -> str:
    """Has left; on leave, back on 20 July."""
    return f"{KINDS[kind]}, back on {near_date(until_date, day)}" if until_date else KINDS[kind]


def near_date(when: date, day: date) -> str:
    """6 June in the year of the page's day, 6 June 2025 in any other."""
    return short_date(when) if when.year == day.year else long_date(when)
