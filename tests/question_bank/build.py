"""Short ways to write down an item, and the shipped pages to judge it by."""

from dataclasses import replace
from functools import cache

from question_bank.document import shipped_documents
from question_bank.generator import generate
from question_bank.model import Bank, Citation, DraftStatus, Item, Kind, Option, Proof, ValuesPage
from question_bank.reader import read_file


@cache
def shipped_page(name: str) -> ValuesPage:
    """A shipped page, read once."""
    return read_file(shipped_documents()[name])


@cache
def shipped_bank(name: str, *, organisation: str | None, seed: int = 0) -> Bank:
    """The bank of a shipped page, made once for all tests of a process."""
    return generate(shipped_page(name), organisation=organisation, seed=seed)


def right(text: str) -> Option:
    """A key."""
    return Option(text, correct=True, rationale=f"The page says so of {text}.")


def wrong(text: str, proof: Proof | None) -> Option:
    """A wrong option with its proof."""
    return Option(text, correct=False, rationale=f"The page puts {text} elsewhere.", proof=proof)


def cite(page: ValuesPage, *texts: str) -> tuple[Citation, ...]:
    """Citations of words that stand on the page, each with the line it begins on."""
    folded = [" ".join(line.split()) for line in page.text.split("\n")]
    return tuple(Citation(line=_line_of(folded, text), text=text) for text in texts)


def item(kind: Kind, stem: str, options: list[Option], *, source: tuple[Citation, ...] = (), **more: object) -> Item:
    """An item with an id made from its stem."""
    made = Item(
        id=f"{kind}-{sum(stem.encode())}",
        kind=kind,
        template="",
        status=DraftStatus.DRAFT,
        stem=stem,
        options=tuple(options),
        facts=(),
        source=source,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _line_of(lines: list[str], text: str) -> int:
    for number in range(1, len(lines) + 1):
        start = " ".join(lines[number - 1 : number + 2]).find(text)
        if 0 <= start < len(lines[number - 1]):
            return number
    raise ValueError(f"{text!r} does not stand on the page")
