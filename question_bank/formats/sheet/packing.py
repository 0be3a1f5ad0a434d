"""Several things in one cell: entries on lines of their own, their parts between upright strokes."""

import re
from collections.abc import Iterable, Sequence

NOTHING = "\\e"

_TO_ESCAPE = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r"}
_MEANT = {"\\": "\\", "|": "|", "n": "\n", "r": "\r", "e": ""}
_SPECIAL = re.compile(r"[\\|\n\r]")
_ESCAPED = re.compile(r"\\([\\|nre])")
_STROKE = re.compile(r"(?:\\.|[^\\|])*", re.DOTALL)


def pack_text(text: str | None) -> str:
    """A cell that may be empty: an empty text is told from none."""
    return "" if text is None else _escape(text) or NOTHING


def unpack_text(cell: str) -> str | None:
    """What was packed."""
    return _unescape(cell) if cell else None


def pack_lines(entries: Iterable[Sequence[str]]) -> str:
    """One line for each entry, its parts in turn."""
    return "\n".join(pack_parts(entry) for entry in entries)


def unpack_lines(cell: str) -> list[tuple[str, ...]]:
    """The parts of each line; empty lines are no entries."""
    lines = [line.removesuffix("\r") for line in cell.split("\n")]
    return [unpack_parts(line) for line in lines if line]


def pack_parts(parts: Sequence[str]) -> str:
    """`one | two`; a stroke in a part is written with a backslash."""
    return " | ".join(map(_escape, parts)) or NOTHING


def unpack_parts(line: str) -> tuple[str, ...]:
    """The parts of one line; one blank on each side of a stroke belongs to the stroke."""
    cut: list[str] = []
    place = 0
    while place <= len(line):
        found = _STROKE.match(line, place)
        end = found.end() if found else len(line)
        if end < len(line) and line[end] == "\\":
            end = len(line)
        cut.append(line[place:end])
        place = end + 1
    last = len(cut) - 1
    parts = [part.removeprefix(" ") if number else part for number, part in enumerate(cut)]
    parts = [part.removesuffix(" ") if number < last else part for number, part in enumerate(parts)]
    return tuple(map(_unescape, parts))


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: _TO_ESCAPE[found[0]], text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANT[found[1]], text)
