"""How well a page was read, held against a reading by hand."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from question_bank.errors import ReadError
from question_bank.model import Value, ValuesPage
from question_bank.reader import read_file

_NEARLY_EQUAL = 0.92

Gold = dict[str, Any]


@dataclass
class Score:
    """Counts over one page or many; `notes` say in words what was missed."""

    pages: int = 0
    crashes: int = 0
    values: list[int] = field(default_factory=lambda: [0, 0, 0])
    behaviours: list[int] = field(default_factory=lambda: [0, 0, 0])
    unwanted: list[int] = field(default_factory=lambda: [0, 0, 0])
    misattached: int = 0
    avoid_as_wanted: int = 0
    spurious: int = 0
    visions: int = 0
    missions: int = 0
    definitions: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def value_f1(self) -> float:
        """Values found under their name, or without one where the page has none."""
        return _f1(self.values)

    @property
    def behaviour_f1(self) -> float:
        """Behaviours found under their own value."""
        return _f1(self.behaviours)

    @property
    def unwanted_f1(self) -> float:
        """Unwanted conduct found as such."""
        return _f1(self.unwanted)


def score_folder(folder: Path) -> Score:
    """Every `page-NN.txt` of a folder against the `page-NN.json` beside it."""
    total = Score()
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        total.pages += 1
        try:
            page = read_file(path)
        except ReadError as error:
            total.crashes += 1
            total.notes.append(f"{path.name}: {error}")
            continue
        before = len(total.notes)
        score_page(page, gold, total=total)
        total.notes[before:] = [f"{path.name}: {note}" for note in total.notes[before:]]
    return total


def score_page(page: ValuesPage, gold: Gold, *, total: Score) -> None:
    """Add what was found on one page to the counts."""
    owners = _match_values(page.values, gold["values"], total)
    _score_items(page.values, gold, owners, total)
    for name, said in (("vision", page.vision), ("mission", page.mission)):
        wanted, got = gold[name], said.text if said else None
        is_right = _is_same_statement(wanted, got)
        total.visions += is_right and name == "vision"
        total.missions += is_right and name == "mission"
        if not is_right:
            total.notes.append(f"{name} is {got!r}, not {wanted!r}")


def _match_values(values: Sequence[Value], wanted: Sequence[Gold], total: Score) -> dict[int, int]:
    """Which value read goes with which value of the gold, by position."""
    owners: dict[int, int] = {}
    for place, gold in enumerate(wanted):
        free = [number for number in range(len(values)) if number not in owners.values()]
        found = next((number for number in free if _is_same_value(values[number], gold)), None)
        if found is None:
            total.notes.append(f"value missed: {gold['name'] or gold['definition']!r} ({gold['name_status']})")
            continue
        owners[place] = found
        if _is_same_statement(gold["definition"], _definition(values[found])):
            total.definitions += 1
        else:
            total.notes.append(f"meaning of {gold['name']!r}: {_definition(values[found])!r}")
    spare = [values[number] for number in range(len(values)) if number not in owners.values()]
    total.notes.extend(f"value too many: {value.name or _definition(value)!r}" for value in spare)
    total.spurious += len(spare)
    _count(total.values, hits=len(owners), wanted=len(wanted), got=len(values))
    return owners


def _score_items(values: Sequence[Value], gold: Gold, owners: dict[int, int], total: Score) -> None:
    last = _last_item(gold) if gold["truncated_tail"] else None
    placed = [(_fold(item.text), number) for number, value in enumerate(values) for item in value.behaviours]
    refused = {_fold(item.text) for value in values for item in value.avoid}
    hits = wanted = 0
    for place, value in enumerate(gold["values"]):
        for item in value["behaviours"]:
            key = _fold(item)
            if item == last:
                continue
            wanted += 1
            found = [number for text, number in placed if text == key]
            if owners.get(place) in found:
                hits += 1
            elif found:
                total.misattached += 1
                total.notes.append(f"at the wrong value: {item!r} under {values[found[0]].name!r}")
            elif value.get("behaviours_heading_lost") is None:
                total.notes.append(f"behaviour missed: {item!r}{' (unwanted)' if key in refused else ''}")
    _count(total.behaviours, hits=hits, wanted=wanted, got=sum(text != _fold(last) for text, _ in placed))
    unwanted = {_fold(item) for value in gold["values"] for item in value["avoid"]}
    _count(total.unwanted, hits=len(unwanted & refused), wanted=len(unwanted), got=len(refused))
    taken = [text for text, _ in placed if text in unwanted]
    total.avoid_as_wanted += len(taken)
    total.notes.extend(f"unwanted taken as wanted: {text!r}" for text in taken)


def _is_same_value(value: Value, gold: Gold) -> bool:
    names = [gold["name"], gold.get("name_inferable"), *gold.get("name_also_accept", [])]
    if value.name is not None:
        return _fold(value.name) in {_fold(name) for name in names if name}
    if gold["name"] is not None:
        return False
    items = {_fold(item.text) for item in value.behaviours}
    if gold["behaviours"]:
        return not items.isdisjoint(map(_fold, gold["behaviours"]))
    return _is_same_statement(gold["definition"], _definition(value))


def _is_same_statement(wanted: str | None, got: str | None) -> bool:
    """Equal or nearly so; of a statement with several paragraphs one part will do."""
    one, other = _fold(wanted), _fold(got)
    if not one or not other:
        return one == other
    return other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEARLY_EQUAL


def _last_item(gold: Gold) -> str | None:
    items = [item for value in gold["values"] for item in (*value["behaviours"], *value["avoid"])]
    return items[-1] if items else None


def _definition(value: Value) -> str | None:
    return value.definition.text if value.definition else None


def _fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKC", text or "").casefold().replace("&", " and ").replace("’", "'")
    return " ".join(re.sub(r"[^\w' ]+", " ", plain).split())


def _count(counts: list[int], *, hits: int, wanted: int, got: int) -> None:
    counts[:] = [counts[0] + hits, counts[1] + wanted, counts[2] + got]


def _f1(counts: Iterable[int]) -> float:
    hits, wanted, got = counts
    return 2 * hits / (wanted + got) if wanted + got else 1.0
