"""The codes of certificates: made so that none can be guessed, and read however somebody types them."""

import secrets
import unicodedata

# No letters or digits that are read for one another.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12
_PART = 4


def new_code() -> str:
    """Twelve letters in threes of four; about 58 bits, so a code cannot be guessed."""
    return _in_parts("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)))


def read_code(text: str) -> str | None:
    """A code as it is kept, whether it came in capitals or not, with hyphens, blanks or neither; None where the text
    cannot be one."""
    letters = "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Pd")
    if len(letters) != _LENGTH or not letters.isascii() or not letters.isalnum():
        return None
    return _in_parts(letters.upper())


def _in_parts(letters: str) -> str:
    return "-".join(letters[place : place + _PART] for place in range(0, _LENGTH, _PART))
