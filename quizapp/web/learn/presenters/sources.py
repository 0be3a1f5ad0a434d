"""The lines of the organisation's page that a question rests on, and the way to that page."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.attempts.questions import Quote


@dataclass(frozen=True, slots=True)
class PageLine:
    """The page's own words and where they stand."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page the lines come from; the address is None where it is not known or cannot be linked."""

    title: str
    lines: tuple[PageLine, ...]
    address: str | None


def present_source(title: str, address: str | None, *, quotes: Sequence[Quote]) -> SourcePage:
    """The lines in the order of the page."""
    lines = tuple(PageLine(f"Line {quote.line}", quote.text) for quote in quotes)
    return SourcePage(title, lines, address if can_be_linked(address) else None)


def can_be_linked(address: str | None) -> bool:
    """Whether an address may be put into a link."""
    return address is not None and address.startswith(("https://", "http://"))


def leave_out_line(rationale: str, quotes: Sequence[Quote], *, ending: str) -> str:
    """A rationale without the quotation at its end, where that line or the whole of it is printed beside it."""
    said, quoted, end = rationale.rpartition(": “")
    words = end.removesuffix("”.").strip(" …")
    if quoted and end.endswith("”.") and any(words in quote.text for quote in quotes):
        return said + ending
    return rationale
