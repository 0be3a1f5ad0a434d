"""Between the two pages of signing in: which accounts a right password opened, for five minutes."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from typing import Any

from quizapp.services.people.accounts import Account

LIFE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pending:
    """The accounts to choose from, and the page somebody was on the way to."""

    accounts: tuple[Account, ...]
    target: str | None


def keep(accounts: Sequence[Account], *, target: str | None, now: datetime) -> dict[str, Any]:
    """What the signed session keeps of it; no password, and worth nothing after five minutes."""
    opened = [list(astuple(account)) for account in accounts]
    return {"accounts": opened, "target": target, "until": (now + LIFE).timestamp()}


def read(kept: dict[str, Any] | None, *, now: datetime) -> Pending | None:
    """What was kept; None where there is nothing or it is too long ago."""
    if kept is None or now.timestamp() > kept["until"]:
        return None
    return Pending(tuple(Account(*account) for account in kept["accounts"]), kept["target"])
