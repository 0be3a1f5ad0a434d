"""Passwords: how they are kept, and which ones are refused."""

import unicodedata

import argon2

SHORTEST = 12
LONGEST = 128

# OWASP's second profile: 19 MiB, two passes, one lane; 18 ms here, so a nine o'clock induction gets in.
_HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Verified where there is no account, so that an unknown address costs as much time as a known one.
_NOBODY = _HASHER.hash("an address nobody has")

_COMMON = ("password", "letmein", "welcome", "qwerty", "induction", "nhs12345", "123456789", "iloveyou")


def hash_password(password: str) -> str:
    """The Argon2id hash to keep."""
    return _HASHER.hash(_folded(password))


def is_right(password_hash: str | None, password: str) -> bool:
    """Whether a password fits; takes as long where there is no hash to fit."""
    try:
        _HASHER.verify(password_hash or _NOBODY, _folded(password))
    except argon2.exceptions.VerificationError:
        return False
    return password_hash is not None


def find_weakness(password: str, *, names: tuple[str, ...]) -> str | None:
    """Why a new password is refused; `names` are the person's and the organisation's own."""
    if len(password) < SHORTEST:
        return f"Your password needs {SHORTEST} characters or more. Three words together work well."
    if len(password) > LONGEST:
        return f"Your password can have up to {LONGEST} characters."
    folded = password.casefold()
    if len(set(folded)) < 5 or any(word in folded for word in _COMMON):
        return "That password is used by many people. Choose three words that do not belong together."
    known = {part.casefold() for name in names for part in name.replace("@", " ").split() if len(part) > 3}
    if any(part in folded for part in known):
        return "Leave your name, your e-mail address and the organisation's name out of your password."
    return None


def _folded(password: str) -> str:
    """One spelling for letters that keyboards put together in different ways."""
    return unicodedata.normalize("NFC", password)
