"""Items that good authors wrote by hand for the shipped pages, and whether a bank holds them."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from question_bank.model import Item, Kind

FILE = Path(__file__).with_name("yardstick.toml")
ORGANISATIONS = {"nhs-somerset": "NHS Somerset", "mersey-care": "Mersey Care"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item by its kind, words its question prints, and its keys (of a matching item: “left -> right”)."""

    tier: str
    page: str
    kind: Kind
    words: str
    keys: frozenset[str]

    def is_in(self, items: Iterable[Item]) -> bool:
        """Whether a bank holds one with the same kind and keys about the same words; tier C asks for a situation."""
        return any(
            item.kind is self.kind
            and self.words in item.stem
            and keys_of(item) == self.keys
            and (self.tier != "C" or item.setting is not None)
            for item in items
        )

    def __str__(self) -> str:
        return f"{self.tier} {self.page} {self.kind} {self.words[:30]} {sorted(self.keys)[0][:30]}"


def wanted_items() -> tuple[Wanted, ...]:
    """All of them, in the file's order."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["items"]
    return tuple(Wanted(**{**row, "kind": Kind(row["kind"]), "keys": frozenset(row["keys"])}) for row in rows)


def keys_of(item: Item) -> frozenset[str]:
    """What is right about an item, in the words shown."""
    if item.pairs:
        return frozenset(f"{left} -> {right}" for left, right in item.pairs)
    return frozenset(option.text for option in item.keys)
