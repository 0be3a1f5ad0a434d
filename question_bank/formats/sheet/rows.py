"""Rows of a table into items: columns in any order, and one clear line where a cell cannot be used."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import NOTHING_KNOWN
from question_bank.formats.exchange.questions import stable_id
from question_bank.formats.sheet.columns import MARK, PROOF, RATIONALE, heading_of, option_heading
from question_bank.formats.sheet.packing import NOTHING, unpack_lines, unpack_parts, unpack_text
from question_bank.formats.transfer import Incoming
from question_bank.model import (
    Bank,
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

_E = TypeVar("_E", bound=StrEnum)

_RIGHT = ("right", "yes", "true", "1", "x", "correct", "✓")
_WRONG = ("", "wrong", "no", "false", "0", "incorrect")
_KINDS = {"true/false": "true_false", "single choice": "single", "multiple response": "multiple"}
_NEEDED = ("kind", "question")
_SPOILT = {"TRUE": "True", "FALSE": "False"}


def read_rows(rows: Iterable[Sequence[str]], *, name: str) -> Incoming:
    """One item a row below the headings; FormatError names row and column of the first cell that cannot be used."""
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row))
    number, first = next(numbered, (1, ()))
    headings, notes = _headings(first, f"{name}: row {number}")
    items = []
    for number, row in numbered:
        cells = _Row(f"{name}: row {number}", _cells(row, headings, f"{name}: row {number}"))
        item = _item(cells)
        if item.kind is Kind.TRUE_FALSE and all(option.text in _SPOILT for option in item.options):
            item = replace(item, options=tuple(replace(one, text=_SPOILT[one.text]) for one in item.options))
            notes.append(f"row {number}: TRUE and FALSE, which spreadsheets make of them, were read as True and False")
        items.append(item)
    return Incoming(Bank(None, "", tuple(items), NOTHING_KNOWN), tuple(notes))


def is_heading_row(row: Sequence[str]) -> bool:
    """Whether a row names the columns an item cannot be without."""
    return set(_NEEDED) <= {heading_of(cell) for cell in row}


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row by heading, and how to say what is wrong with one."""

    where: str
    cells: Mapping[str, str]

    def text(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def word(self, heading: str) -> str:
        return fold_space(self.text(heading)).casefold()

    def fault(self, heading: str, what: str) -> FormatError:
        return FormatError(f"{self.where}, column “{heading}”: {what}")

    def member(self, kind: type[_E], heading: str, *, word: str) -> _E:
        if word not in tuple(kind):
            raise self.fault(heading, f"“{word}” is none of {', '.join(kind)}")
        return kind(word)

    def numbered(self, what: str) -> Iterator[tuple[str, str]]:
        """The cells of `pair 1`, `pair 2` and so on that are not empty."""
        numbers = [heading.removeprefix(f"{what} ") for heading in self.cells if heading.startswith(f"{what} ")]
        for number in sorted(int(number) for number in numbers if number.isdecimal()):
            heading = f"{what} {number}"
            if self.text(heading):
                yield heading, self.text(heading)


def _headings(row: Sequence[str], where: str) -> tuple[list[str | None], list[str]]:
    headings = [heading_of(cell) for cell in row]
    known = [heading for heading in headings if heading]
    for needed in _NEEDED:
        if needed not in known:
            raise FormatError(
                f"{where}: has no column “{needed}”; the first row names the columns, see docs/formats.md"
            )
    twice = next((heading for heading in known if known.count(heading) > 1), None)
    if twice:
        raise FormatError(f"{where}: has the column “{twice}” twice; keep one of them")
    strange = [fold_space(cell) for cell, heading in zip(row, headings, strict=True) if cell.strip() and not heading]
    return headings, [f"left out, a column that is not known: “{cell}”" for cell in strange]


def _cells(row: Sequence[str], headings: Sequence[str | None], where: str) -> dict[str, str]:
    if any(cell.strip() for cell in row[len(headings) :]):
        raise FormatError(f"{where}: has a cell beyond the last heading; look for a separator too many")
    return {heading: cell for heading, cell in zip(headings, row, strict=False) if heading and cell}


def _item(row: _Row) -> Item:
    kind = row.word("kind")
    if not row.text("question").strip() and not row.text("id"):
        raise row.fault("question", "is empty")
    item = Item(
        id=fold_space(row.text("id")),
        kind=row.member(Kind, "kind", word=_KINDS.get(kind, kind)),
        template=row.text("template"),
        status=row.member(DraftStatus, "status", word=row.word("status") or DraftStatus.DRAFT.value),
        stem=row.text("question"),
        options=tuple(_options(row)),
        facts=tuple(fact for (fact,) in _lines(row, "facts", "one fact", sizes=(1,))),
        source=tuple(_citation(row, heading, cell) for heading, cell in row.numbered("source")),
        value=unpack_text(row.text("value")),
        pairs=_pairs(row),
        setting=unpack_text(row.text("setting")),
        findings=tuple(_findings(row)),
        overrides=tuple(_overrides(row)),
    )
    return item if item.id else replace(item, id=stable_id(item))


def _options(row: _Row) -> Iterator[Option]:
    numbers = {heading.split()[1] for heading in row.cells if heading.startswith("option ")}
    for number in sorted(map(int, numbers)):
        mark = row.word(option_heading(number, MARK))
        if mark not in _RIGHT + _WRONG:
            raise row.fault(option_heading(number, MARK), f"“{mark}” is neither right nor wrong")
        proof = row.word(option_heading(number, PROOF))
        yield Option(
            text=row.text(option_heading(number)),
            correct=mark in _RIGHT,
            rationale=row.text(option_heading(number, RATIONALE)),
            proof=row.member(Proof, option_heading(number, PROOF), word=proof) if proof else None,
        )


def _pairs(row: _Row) -> tuple[tuple[str, str], ...] | None:
    cells = list(row.numbered("pair"))
    if not cells:
        return None
    if [cell for _, cell in cells] == [NOTHING]:
        return ()
    pairs = []
    for heading, cell in cells:
        parts = unpack_parts(cell)
        if len(parts) != 2:
            raise row.fault(heading, "must be LEFT | RIGHT, with one stroke between the sides")
        pairs.append((parts[0], parts[1]))
    return tuple(pairs)


def _citation(row: _Row, heading: str, cell: str) -> Citation:
    line, *text = unpack_parts(cell)
    if len(text) != 1 or not line.strip().removeprefix("-").isdecimal():
        raise row.fault(heading, "must be LINE | WORDS, such as 12 | be kind")
    return Citation(int(line), text[0])


def _findings(row: _Row) -> Iterator[Finding]:
    for severity, rule, words, *item in _lines(row, "findings", "SEVERITY | RULE | WORDS", sizes=(3, 4)):
        yield Finding(rule, row.member(Severity, "findings", word=severity), words, item[0] if item else None)


def _overrides(row: _Row) -> Iterator[Override]:
    for rule, reason in _lines(row, "overrides", "RULE | REASON", sizes=(2,)):
        if not reason.strip():
            raise row.fault("overrides", f"“{rule}” has no reason; say why the question may stand")
        yield Override(rule, reason)


def _lines(row: _Row, heading: str, form: str, *, sizes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    for parts in unpack_lines(row.text(heading)):
        if len(parts) not in sizes:
            raise row.fault(heading, f"each line must be {form}")
        yield parts
