"""Between the two pages of signing in: which accounts a right password opened, for five minutes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from quizapp.services.people.accounts import Account

LIFE = timedelta(minutes=5)


def keep(accounts: Sequence[Account], *, target: str | None, now: datetime) -> dict[str, Any]:
    """What the signed session keeps; the page to go to afterwards comes along."""
    opened = [[account.person_id, account.organisation_id, account.organisation_name] for account in accounts]
    return {"accounts": opened, "next": target, "until": (now + LIFE).timestamp()}


def read(kept: dict[str, Any] | None, *, now: datetime) -> tuple[Account, ...]:
    """The accounts that may still be chosen from; none where nothing was kept or it is too long ago."""
    if kept is None or now.timestamp() > kept["until"]:
        return ()
    return tuple(Account(*account) for account in kept["accounts"])


def target_of(kept: dict[str, Any]) -> str | None:
    """The page somebody was on the way to."""
    target: str | None = kept["next"]
    return target
