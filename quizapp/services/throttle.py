"""Guessing slows down: what did not match is counted per key before the next try is looked at, so that a burst cannot
outrun it."""

from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

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


def client_network(address: str) -> str:
    """What a client is counted by: an IPv4 address, or the network a single household or office has with IPv6.

    Some proxies write a port behind the address, which would make every connection another client.
    """
    host = address.strip().removeprefix("[").partition("]")[0]
    if host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        found = ip_address(host)
    except ValueError:
        return "unknown"
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)


def count_try(key: str, *, now: datetime) -> None:
    """Count a try inside the caller's transaction; raises Invalid while the wait after earlier ones lasts."""
    entrance.lock_address(key)
    failures = entrance.list_sign_in_failures(key, since=now - MEMORY)
    if len(failures) >= FREE_TRIES:
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(len(failures) - FREE_TRIES, 10))
        left = failures[-1] + wait - now
        if left > timedelta(0):
            raise Invalid(None, f"There have been too many tries. Wait {waiting_time(left)}, then try again.")
    count_miss(key, now=now)


def forget_tries(key: str, *, now: datetime) -> None:
    """A right password wipes the count, inside the caller's transaction."""
    entrance.forget_sign_in_failures(key, older_than=now - MEMORY)


def time_to_wait(key: str, *, most: int, within: timedelta, now: datetime) -> timedelta | None:
    """How long until a key with so many misses within that time may try again; None for at once. Until the caller's
    transaction ends nobody else with that key gets past here, so a burst cannot outrun the count."""
    entrance.lock_address(key)
    misses = entrance.list_sign_in_failures(key, since=now - within)
    return misses[-most] + within - now if len(misses) >= most else None


def count_miss(key: str, *, now: datetime) -> None:
    """Count one that did not match, inside the caller's transaction."""
    db.session.add(SignInFailure(email_hash=key, at=now))


def waiting_time(left: timedelta) -> str:
    """A wait in words, in whole minutes: 1 minute, 7 minutes."""
    minutes = -(-int(left.total_seconds()) // 60) or 1
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
