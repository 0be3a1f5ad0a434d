"""Guessing slows down: tries are counted per key before a password is looked at, so that a burst cannot outrun it."""

from datetime import datetime, timedelta
from hashlib import sha256

from quizapp.services.errors import Invalid
from quizapp.storage.db import db
from quizapp.storage.models.person import SignInFailure
from quizapp.storage.queries import entrance

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
MEMORY = timedelta(hours=1)


def throttle_key(*parts: str) -> str:
    """What tries are counted by, kept as a hash. With the client's own address in it, a stranger who guesses from
    elsewhere cannot keep the owner out."""
    return sha256("\n".join(parts).encode()).hexdigest()


def count_try(key: str, *, now: datetime) -> None:
    """Count a try inside the caller's transaction; raises Invalid while the wait after earlier ones lasts."""
    entrance.lock_address(key)
    failures = entrance.list_sign_in_failures(key, since=now - MEMORY)
    if len(failures) >= FREE_TRIES:
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(len(failures) - FREE_TRIES, 10))
        left = failures[-1] + wait - now
        if left > timedelta(0):
            minutes = -(-int(left.total_seconds()) // 60)
            unit = "minute" if minutes == 1 else "minutes"
            raise Invalid(None, f"There have been too many tries. Wait {minutes} {unit}, then try again.")
    db.session.add(SignInFailure(email_hash=key, at=now))


def forget_tries(key: str, *, now: datetime) -> None:
    """A right password wipes the count, inside the caller's transaction."""
    entrance.forget_sign_in_failures(key, older_than=now - MEMORY)
