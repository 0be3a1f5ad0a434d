"""Why a web session is over and whose it was: looking changes nothing."""

from datetime import datetime
from enum import StrEnum

from quizapp.services.people.accounts import IDLE, LONGEST_SESSION, hash_token, idle_limit, read_visitor
from quizapp.storage.queries import entrance
from quizapp.storage.transaction import snapshot


class Ending(StrEnum):
    """What ended a session."""

    IDLE = "idle"
    IDLE_PRIVILEGED = "idle, with more to see than one's own"
    TOO_LONG = "too long"
    SIGNED_OUT = "signed out"
    """Signed out, or the password was changed, somewhere else."""


def explain_ending(token: str, *, now: datetime) -> Ending | None:
    """Why this token opens nothing any more; None where it still does, or where nothing is known of it."""
    with snapshot():
        session = entrance.find_any_web_session(hash_token(token), day=now.date())
        if session is None:
            return None
        # What ended it first counts: signing out after it was too old anyway is no reason of its own.
        over = session.ended_at or now
        limit = idle_limit(read_visitor(session, token=token, now=over))
        if over - session.seen_at > limit:
            return Ending.IDLE if limit == IDLE else Ending.IDLE_PRIVILEGED
        if over - session.created_at > LONGEST_SESSION:
            return Ending.TOO_LONG
        return Ending.SIGNED_OUT if session.ended_at is not None else None


def is_same_person(token: str, other: str) -> bool:
    """Whether both tokens, live or not, were given to one account."""
    with snapshot():
        owner = entrance.find_session_owner(hash_token(token))
        return owner is not None and owner == entrance.find_session_owner(hash_token(other))
