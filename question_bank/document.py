"""What is known of a page besides its text: whose it is, where from, and what its author decided."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from question_bank.errors import FormatError
from question_bank.model import ConcernKind

FILE_NAME = "document.toml"
PAGE_NAME = "page.txt"

_FIELDS = ("organisation", "title", "source", "date_taken", "language", "licence")
_DECISION_FIELDS = ("concern", "line", "decision", "note")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the author decided on one concern of the reader."""

    concern: ConcernKind
    line: int
    decision: str
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page's particulars; `organisation` is the name as it is to be printed."""

    organisation: str
    title: str
    source: str
    date_taken: datetime.date
    language: str
    licence: str
    decisions: tuple[Decision, ...] = ()


def load_document(path: Path) -> Document:
    """Read a document.toml; FormatError names the file and the field at fault."""
    content = _parse(path)
    _refuse_unknown(path, content, known=(*_FIELDS, "decisions"))
    taken = content.get("date_taken")
    if type(taken) is not datetime.date:
        raise FormatError(f"{path}: field 'date_taken' must be a date such as 2025-11-01")
    return Document(
        organisation=_text(content, "organisation", path=path),
        title=_text(content, "title", path=path),
        source=_text(content, "source", path=path),
        date_taken=taken,
        language=_text(content, "language", path=path),
        licence=_text(content, "licence", path=path),
        decisions=_decisions(path, content.get("decisions", [])),
    )


def document_beside(path: Path) -> Document | None:
    """The particulars kept in the same folder as a page, if there are any."""
    beside = Path(path).parent / FILE_NAME
    return load_document(beside) if beside.is_file() else None


def shipped_documents() -> dict[str, Path]:
    """Where the shipped pages are: folder name to the path of its page, in order of name."""
    content = Path(str(resources.files("question_bank") / "content"))
    return {folder.name: folder / PAGE_NAME for folder in sorted(content.iterdir()) if (folder / PAGE_NAME).is_file()}


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: cannot be opened as text; check that the file is there") from error
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{path}: is not TOML: {error}") from error


def _decisions(path: Path, entries: Any) -> tuple[Decision, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FormatError(f"{path}: field 'decisions' must be written as [[decisions]] tables")
    return tuple(_decision(path, entry) for entry in entries)


def _decision(path: Path, entry: Mapping[str, Any]) -> Decision:
    _refuse_unknown(path, entry, known=_DECISION_FIELDS, within="decisions.")
    concern = _text(entry, "concern", path=path, within="decisions.")
    if concern not in tuple(ConcernKind):
        raise FormatError(f"{path}: field 'decisions.concern' is {concern!r}; known are {', '.join(ConcernKind)}")
    line = entry.get("line")
    if type(line) is not int or line < 1:
        raise FormatError(f"{path}: field 'decisions.line' must be a line number from 1")
    return Decision(
        concern=ConcernKind(concern),
        line=line,
        decision=_text(entry, "decision", path=path, within="decisions."),
        note=_text(entry, "note", path=path, within="decisions."),
    )


def _refuse_unknown(path: Path, entry: Mapping[str, Any], *, known: tuple[str, ...], within: str = "") -> None:
    for field in entry:
        if field not in known:
            raise FormatError(f"{path}: field '{within}{field}' is not known; known are {', '.join(known)}")


def _text(entry: Mapping[str, Any], field: str, *, path: Path, within: str = "") -> str:
    value = entry.get(field)
    if not isinstance(value, str) or not value.strip():
        raise FormatError(f"{path}: field '{within}{field}' is missing or is not text")
    return value
