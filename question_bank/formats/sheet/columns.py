"""The columns of the table: their headings, and what an item has in each."""

import re
from collections.abc import Sequence

from question_bank.formats.sheet.packing import NOTHING, pack_lines, pack_parts, pack_text
from question_bank.model import Bank, Item
from question_bank.text import fold_space

LEADING = ("id", "kind", "status", "value", "setting", "question")
TRAILING = ("facts", "template", "findings", "overrides")
MARK, RATIONALE, PROOF = "right or wrong", "rationale", "proof"
RIGHT, WRONG = "right", "wrong"
OPTIONS, PAIRS, SOURCES = 8, 6, 6

_ALSO = {
    "stem": "question",
    "question text": "question",
    "fact": "facts",
    "finding": "findings",
    "override": "overrides",
    "type": "kind",
}
_PARTS = {
    "": "",
    "text": "",
    "right or wrong": MARK,
    "right": MARK,
    "correct": MARK,
    "is": MARK,
    "rationale": RATIONALE,
    "why": RATIONALE,
    "feedback": RATIONALE,
    "proof": PROOF,
}
_OPTION = re.compile(r"(?:option|answer) ?(\d{1,3})(?: (.+))?")
_OPTION_BEHIND = re.compile(r"(.+?) ?(\d{1,3})")
_NUMBERED = re.compile(r"(pair|source) ?(\d{1,3})")


def headings_for(items: Sequence[Item]) -> tuple[str, ...]:
    """The headings in order: as many options, pairs and sources as the widest item needs, and never few."""
    options = max([OPTIONS, *(len(item.options) for item in items)])
    pairs = max([PAIRS, *(len(item.pairs or ()) for item in items)])
    sources = max([SOURCES, *(len(item.source) for item in items)])
    names = list(LEADING)
    for number in range(1, options + 1):
        names += [option_heading(number), *(option_heading(number, part) for part in (MARK, RATIONALE, PROOF))]
    names += [f"pair {number}" for number in range(1, pairs + 1)]
    names += [f"source {number}" for number in range(1, sources + 1)]
    return (*names, *TRAILING)


def option_heading(number: int, part: str = "") -> str:
    """`option 2`, or `option 2 proof`."""
    return f"option {number} {part}".strip()


def heading_of(cell: str) -> str | None:
    """The heading a person meant by what stands in the first row, or None."""
    text = fold_space(cell.replace("_", " ")).casefold().rstrip(":?")
    text = _ALSO.get(text, text)
    if text in LEADING or text in TRAILING:
        return text
    if numbered := _NUMBERED.fullmatch(text):
        return f"{numbered[1]} {int(numbered[2])}"
    if option := _OPTION.fullmatch(text):
        part = _PARTS.get(option[2] or "")
        return None if part is None else option_heading(int(option[1]), part)
    behind = _OPTION_BEHIND.fullmatch(text)
    if behind and behind[1] in _PARTS:
        return option_heading(int(behind[2]), _PARTS[behind[1]])
    return None


def homeless(bank: Bank) -> tuple[str, ...]:
    """What the bank says beside its items, for which a table of items has no place."""
    has = {
        "the organisation": bank.organisation,
        "the page's fingerprint": bank.page_sha256,
        "the capacity": bank.capacity.largest_paper,
        "the findings on the bank as a whole": bank.findings,
    }
    names = [name for name, value in has.items() if value]
    return (f"a table has no place for {', '.join(names)}",) if names else ()


def cells_of(item: Item) -> dict[str, str]:
    """What an item has in its row, by heading; empty cells are left out."""
    cells = {
        "id": item.id,
        "kind": item.kind.value,
        "status": item.status.value,
        "value": pack_text(item.value),
        "setting": pack_text(item.setting),
        "question": item.stem,
        "facts": pack_lines([fact] for fact in item.facts),
        "template": item.template,
        "findings": pack_lines(
            [finding.severity, finding.rule, finding.words, *([] if finding.item is None else [finding.item])]
            for finding in item.findings
        ),
        "overrides": pack_lines([override.rule, override.reason] for override in item.overrides),
    }
    for number, option in enumerate(item.options, start=1):
        cells[option_heading(number)] = option.text
        cells[option_heading(number, MARK)] = RIGHT if option.correct else WRONG
        cells[option_heading(number, RATIONALE)] = option.rationale
        cells[option_heading(number, PROOF)] = option.proof or ""
    if item.pairs == ():
        cells["pair 1"] = NOTHING
    for number, pair in enumerate(item.pairs or (), start=1):
        cells[f"pair {number}"] = pack_parts(pair)
    for number, citation in enumerate(item.source, start=1):
        cells[f"source {number}"] = pack_parts([str(citation.line), citation.text])
    return cells
