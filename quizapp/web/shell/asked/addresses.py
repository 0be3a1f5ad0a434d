"""What an address says after its question mark: written, and read without believing it."""

from collections.abc import Mapping
from urllib.parse import urlencode


def address(path: str, query: Mapping[str, str]) -> str:
    """A path with a query; empty values are left out."""
    parameters = urlencode({name: value for name, value in query.items() if value})
    return f"{path}?{parameters}" if parameters else path


def whole_number(text: str | None) -> int | None:
    """An id or a page number, or None where the text is none; nine digits are enough for any."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
