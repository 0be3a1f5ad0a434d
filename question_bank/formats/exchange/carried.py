"""What a format has no field for goes along beside each question, and comes back where the question is unchanged."""

import json
from dataclasses import replace
from typing import Any

from question_bank.errors import FormatError
from question_bank.formats.json_bank import bank_from_data, bank_to_dict, item_from_data, item_to_dict
from question_bank.model import Bank, Capacity, DraftStatus, Item, Kind, Option
from question_bank.text import fold_space

MARK = "question_bank"
NOTHING_KNOWN = Capacity(0, 0, 0)


def item_record(item: Item) -> str:
    """One line of ASCII that is the whole item."""
    return f"{MARK} item {_json(item_to_dict(item))}"


def bank_record(bank: Bank) -> str:
    """One line of ASCII with what a bank says beside its items, and how many they are."""
    return f"{MARK} bank {_json({**bank_to_dict(replace(bank, items=())), 'items': len(bank.items)})}"


def read_item(line: str) -> Item | None:
    """The item of a line, or None where the line is none of ours; FormatError where it was spoilt."""
    data = _data(line, "item")
    return None if data is None else item_from_data(data, "the record beside the question")


def read_bank(line: str) -> tuple[Bank, int] | None:
    """A bank without its items and how many it had, or None where the line is none of ours."""
    data = _data(line, "bank")
    if data is None:
        return None
    number = data.get("items") if isinstance(data, dict) else None
    if not isinstance(number, int):
        raise FormatError("the record of the bank has no number of items")
    return bank_from_data({**data, "items": []}), number


def complete_bank(record: tuple[Bank, int] | None, items: tuple[Item, ...], *, is_whole: bool) -> Bank:
    """The bank around the items; what was counted over all of them is dropped where one has changed."""
    if record is None:
        return Bank(None, "", items, NOTHING_KNOWN)
    bank, number = record
    if is_whole and number == len(items):
        return replace(bank, items=items)
    return replace(bank, items=items, capacity=NOTHING_KNOWN, findings=())


def merge(shown: Item, before: Item) -> tuple[Item, tuple[str, ...]]:
    """What is shown now, with what was known before and still holds, for review; the notes list what does not hold."""
    options = tuple(_option(option, before, shown.kind) for option in shown.options)
    kept = [option.text for option in options if option.proof]
    lost = [option.text for option in before.options if option.proof and option.text not in kept]
    notes = []
    if lost:
        notes.append(f"the proofs for {', '.join(f'“{text}”' for text in lost)}, which are its wrong answers no more")
    if before.findings:
        notes.append("its findings, which are about its former words")
    if before.overrides:
        notes.append("its overrides, which are about its former words")
    return (
        replace(
            before,
            id=shown.id,
            kind=shown.kind,
            status=DraftStatus.REVIEW,
            stem=before.stem if _is_same(shown.stem, before.stem) else shown.stem,
            options=options,
            pairs=shown.pairs,
            findings=(),
            overrides=(),
        ),
        tuple(notes),
    )


def _option(shown: Option, before: Item, kind: Kind) -> Option:
    """An option keeps its proof where its words and its side are the same."""
    same = [
        option
        for option in before.options
        if option.correct == shown.correct and _is_same(option.text, shown.text) and before.kind == kind
    ]
    if not same:
        return shown
    is_shown = bool(shown.rationale) or kind is not Kind.MATCHING
    rationale = shown.rationale if is_shown and not _is_same(shown.rationale, same[0].rationale) else same[0].rationale
    return replace(same[0], rationale=rationale)


def _is_same(one: str, other: str) -> bool:
    return fold_space(one) == fold_space(other)


def _json(data: Any) -> str:
    """ASCII that ends neither a comment of XML nor stands for an id or a tag in one of GIFT."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("--", "-\\u002d").replace("[id:", "\\u005bid:").replace("[tag:", "\\u005btag:")


def _data(line: str, what: str) -> Any:
    head = f"{MARK} {what} "
    if not line.strip().startswith(head):
        return None
    try:
        return json.loads(line.strip().removeprefix(head))
    except (ValueError, RecursionError) as error:
        raise FormatError("the record beside the question was changed and cannot be read") from error
