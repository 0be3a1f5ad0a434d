"""Items that somebody has judged: sound ones and bad ones with the one rule each breaks, on pages made up for it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from question_bank.document import shipped_documents
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof, ValuesPage
from question_bank.reader import read_file

DATA = Path(__file__).parent / "data" / "judged"
ORGANISATIONS: dict[str, str | None] = {
    "alder-vale": "Alder Vale Community Trust",
    "brindle-and-moor": "Brindle & Moor Partnership",
    "fenwick": "Fenwick Borough Council",
    "hartwell-care": "Hartwell Care",
    "st-brannocks": "St Brannock’s Hospice",
    "nhs-somerset": "NHS Somerset",
    "mersey-care": "Mersey Care",
    "hospital": None,
    "mental-health": None,
}


def judged_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file of judged items."""
    rows: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return rows


@cache
def judged_page(name: str) -> ValuesPage:
    """A page that judged items rest on, read once."""
    made_up = DATA / "pages" / f"{name}.txt"
    return read_file(made_up if made_up.exists() else shipped_documents()[name])


def judged_item(row: dict[str, Any]) -> Item:
    """The item of a row: an option is text, right or wrong, proof and perhaps a rationale; a source is its words."""
    pairs = row.get("pairs")
    return Item(
        id=row["name"],
        kind=Kind(row["kind"]),
        template=row.get("template", ""),
        setting=row.get("setting"),
        status=DraftStatus.DRAFT,
        stem=row["stem"],
        options=tuple(_option(*option) for option in row["options"]),
        facts=(),
        source=tuple(_citation(judged_page(row["page"]), source) for source in row["source"]),
        value=row.get("value"),
        pairs=None if pairs is None else tuple((left, right) for left, right in pairs),
    )


def _option(text: str, correct: bool, proof: str | None, rationale: str | None = None) -> Option:
    reason = f"The page {'says this' if correct else 'has other words'} here."
    tag = Proof(proof) if proof in tuple(Proof) else None
    return Option(text, correct, reason if rationale is None else rationale, tag)


def _citation(page: ValuesPage, source: str | list[Any]) -> Citation:
    """Where a source names no line, the one it begins on; 1 where the page does not have it."""
    if not isinstance(source, str):
        return Citation(*source)
    lines = [" ".join(line.split()) for line in page.text.split("\n")]
    for number in range(len(lines)):
        start = " ".join(lines[number : number + 3]).find(source)
        if 0 <= start < len(lines[number]):
            return Citation(number + 1, source)
    return Citation(1, source)
