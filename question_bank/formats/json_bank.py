"""A bank of items as the JSON object that generate prints and check reads, also where a person wrote it."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from question_bank.errors import FormatError
from question_bank.model import (
    Bank,
    Capacity,
    Citation,
    DraftStatus,
    Finding,
    Item,
    Kind,
    Option,
    Override,
    Proof,
    Severity,
)
from question_bank.text import fold_space

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


def bank_to_dict(bank: Bank) -> dict[str, Any]:
    """The bank as plain data, in the order of its fields."""
    return {
        "organisation": bank.organisation,
        "page": {"sha256": bank.page_sha256},
        "items": [item_to_dict(item) for item in bank.items],
        "capacity": {
            "largest_paper": bank.capacity.largest_paper,
            "paper_length": bank.capacity.paper_length,
            "different_papers": bank.capacity.different_papers,
        },
        "findings": [_finding_to_dict(finding) for finding in bank.findings],
    }


def bank_to_json(bank: Bank) -> str:
    """The bank as the text of a file, readable, in the order of its fields."""
    return json.dumps(bank_to_dict(bank), ensure_ascii=False, indent=1) + "\n"


def item_to_dict(item: Item) -> dict[str, Any]:
    """One item as plain data, in the order of its fields."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "template": item.template,
        "status": item.status.value,
        "setting": item.setting,
        "stem": item.stem,
        "options": [
            {
                "text": option.text,
                "correct": option.correct,
                "rationale": option.rationale,
                "proof": option.proof.value if option.proof else None,
            }
            for option in item.options
        ],
        "pairs": None if item.pairs is None else [list(pair) for pair in item.pairs],
        "facts": list(item.facts),
        "value": item.value,
        "source": [{"line": citation.line, "text": citation.text} for citation in item.source],
        "findings": [_finding_to_dict(finding) for finding in item.findings],
        **_overrides_to_dict(item),
    }


def bank_from_json(path: Path) -> Bank:
    """Read a bank; what a person may leave out may be missing, FormatError says what is wrong and where."""
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: cannot be opened; check that the file is there") from error
    return bank_from_bytes(content, name=str(path))


def bank_from_bytes(content: bytes, *, name: str) -> Bank:
    """The same from what stands in a file; FormatError begins with its name."""
    try:
        return bank_from_data(json.loads(content.decode("utf-8-sig")))
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{name}: is not text in UTF-8 from byte {error.start} on; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise FormatError(f"{name}: line {error.lineno}, column {error.colno}: is not JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{name}: is not JSON that can be read: {error}") from error


def bank_from_data(data: Any) -> Bank:
    """The bank of an object that JSON gave; FormatError names the field at fault."""
    bank = _object(data, "the bank")
    page = _object_or_empty(bank.get("page"), "page")
    if bank.get("items") is None:
        raise FormatError("items: is missing; a bank is an object with a list of items")
    return Bank(
        organisation=_text_or_none(bank.get("organisation"), "organisation"),
        page_sha256=_text_or_none(page.get("sha256"), "page.sha256") or "",
        items=_list(bank["items"], "items", item_from_data),
        capacity=_capacity(bank.get("capacity")),
        findings=_list(bank.get("findings"), "findings", _finding),
    )


def item_from_data(data: Any, where: str) -> Item:
    """One item of it; FormatError begins with `where` it stands."""
    item = _object(data, where)
    pairs = item.get("pairs")
    return Item(
        id=fold_space(_text(item.get("id"), f"{where}.id")),
        kind=_member(Kind, item.get("kind"), f"{where}.kind"),
        template=_text_or_none(item.get("template"), f"{where}.template") or "",
        status=_status(item.get("status"), f"{where}.status"),
        stem=_text(item.get("stem"), f"{where}.stem"),
        options=_list(item.get("options"), f"{where}.options", _option),
        facts=_list(item.get("facts"), f"{where}.facts", _text),
        source=_list(item.get("source"), f"{where}.source", _citation),
        value=_text_or_none(item.get("value"), f"{where}.value"),
        pairs=None if pairs is None else _list(pairs, f"{where}.pairs", _pair),
        setting=_text_or_none(item.get("setting"), f"{where}.setting"),
        findings=_list(item.get("findings"), f"{where}.findings", _finding),
        overrides=_list(item.get("overrides"), f"{where}.overrides", _override),
    )


def _overrides_to_dict(item: Item) -> dict[str, Any]:
    """Only where a person has overridden a rule does an item say so."""
    overrides = [{"rule": override.rule, "reason": override.reason} for override in item.overrides]
    return {"overrides": overrides} if overrides else {}


def _finding_to_dict(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "words": finding.words,
        "item": finding.item,
    }


def _status(data: Any, where: str) -> DraftStatus:
    return DraftStatus.DRAFT if data in (None, "") else _member(DraftStatus, data, where)


def _option(data: Any, where: str) -> Option:
    option = _object(data, where)
    correct = option.get("correct")
    if not isinstance(correct, bool):
        raise FormatError(f"{where}.correct: must be true or false")
    return Option(
        text=_text(option.get("text"), f"{where}.text"),
        correct=correct,
        rationale=_text_or_none(option.get("rationale"), f"{where}.rationale") or "",
        proof=_proof(_text_or_none(option.get("proof"), f"{where}.proof")),
    )


def _proof(tag: str | None) -> Proof | None:
    """A tag that is none of ours proves nothing, so the option is judged as one without proof."""
    return Proof(tag) if tag in tuple(Proof) else None


def _citation(data: Any, where: str) -> Citation:
    citation = _object(data, where)
    return Citation(
        line=_number(citation.get("line"), f"{where}.line"), text=_text(citation.get("text"), f"{where}.text")
    )


def _pair(data: Any, where: str) -> tuple[str, str]:
    sides = _list(data, where, _text)
    if len(sides) != 2:
        raise FormatError(f"{where}: must be a list of two texts, the left side and the right side")
    return sides[0], sides[1]


def _finding(data: Any, where: str) -> Finding:
    finding = _object(data, where)
    return Finding(
        rule=_text(finding.get("rule"), f"{where}.rule"),
        severity=_member(Severity, finding.get("severity"), f"{where}.severity"),
        words=_text(finding.get("words"), f"{where}.words"),
        item=_text_or_none(finding.get("item"), f"{where}.item"),
    )


def _override(data: Any, where: str) -> Override:
    override = _object(data, where)
    reason = _text(override.get("reason"), f"{where}.reason")
    if not reason.strip():
        raise FormatError(f"{where}.reason: is empty; say why the item may stand")
    return Override(rule=_text(override.get("rule"), f"{where}.rule"), reason=reason)


def _capacity(data: Any) -> Capacity:
    capacity = _object_or_empty(data, "capacity")
    return Capacity(
        largest_paper=_number(capacity.get("largest_paper", 0), "capacity.largest_paper"),
        paper_length=_number(capacity.get("paper_length", 0), "capacity.paper_length"),
        different_papers=_number(capacity.get("different_papers", 0), "capacity.different_papers"),
    )


def _object(data: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise FormatError(f"{where}: must be an object")
    return data


def _object_or_empty(data: Any, where: str) -> Mapping[str, Any]:
    return {} if data is None else _object(data, where)


def _list(data: Any, where: str, read: Callable[[Any, str], _T]) -> tuple[_T, ...]:
    if data is None:
        return ()
    if not isinstance(data, list):
        raise FormatError(f"{where}: must be a list")
    return tuple(read(entry, f"{where}[{position}]") for position, entry in enumerate(data))


def _text(data: Any, where: str) -> str:
    if not isinstance(data, str):
        raise FormatError(f"{where}: must be a text")
    return data.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair cannot be printed


def _text_or_none(data: Any, where: str) -> str | None:
    return None if data is None else _text(data, where)


def _number(data: Any, where: str) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise FormatError(f"{where}: must be a whole number")
    return data


def _member(kind: type[_E], data: Any, where: str) -> _E:
    if not isinstance(data, str) or data not in tuple(kind):
        raise FormatError(f"{where}: must be one of {', '.join(kind)}")
    return kind(data)
