"""Texts fit their columns and can be printed; asked here: PostgreSQL would refuse late, and SQLite not at all."""

from quizapp.services.errors import Invalid

LONGEST_NAME = 200


def demand_fit(field: str, text: str, *, most: int = LONGEST_NAME) -> None:
    """Raise Invalid where a text is too long to be kept."""
    if len(text) > most:
        raise Invalid(field, f"Use {most} characters or fewer. There are {len(text)}.")


def keep_printable(text: str) -> str:
    """The text on one line, without the control characters that no name and no reason has."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
