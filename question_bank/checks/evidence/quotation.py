"""Quotation marks in a text: what stands between them, and the text without it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from question_bank.text import fold_space

GAP = "____"
QUOTED = "“”"  # stands for a quotation in the text outside

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")
_NEXT_SINGLE = re.compile(r"‘|(?<=[\s(])'(?=\w)")
_JOINT = re.compile(r"\[?(?:…|\.\.\.+)\]?|_{2,}")


@dataclass(frozen=True, slots=True)
class Quotations:
    """A text taken apart: the quotations without their marks, and the text with `QUOTED` in their place."""

    inside: tuple[str, ...]
    outside: str


@lru_cache(maxsize=2048)
def take_apart(text: str) -> Quotations:
    """Part a text into its quotations and the rest; an apostrophe neither opens nor closes one."""
    folded = fold_space(text)
    inside: list[str] = []
    outside: list[str] = []
    position = 0
    for opening in _OPENING.finditer(folded):
        start = opening.start()
        end = _end_of_quotation(folded, start) if start >= position else None
        if end is None:
            continue
        quoted = folded[start + 1 : end]
        inside.append(quoted)
        outside += [folded[position:start], QUOTED, _mark_that_ends_the_sentence(quoted, folded[end + 1 :])]
        position = end + 1
    return Quotations(tuple(inside), "".join(outside) + folded[position:])


def runs(text: str) -> tuple[str, ...]:
    """The verbatim runs of a quotation: an ellipsis and a gap join two."""
    parts = (part.strip() for part in _JOINT.split(fold_space(text)))
    return tuple(part for part in parts if any(sign.isalnum() for sign in part))


def without_marks(text: str) -> str:
    """The text of an option or a left side without quotation marks around the whole of it."""
    folded = fold_space(text)
    end = _end_of_quotation(folded, 0) if folded else None
    if end is not None and not folded[end + 1 :].strip(".,;:"):
        return folded[1:end]
    return folded


def _end_of_quotation(text: str, start: int) -> int | None:
    """Where the quotation that opens at `start` closes; None where none opens there."""
    mark = text[start]
    closing = _CLOSING.get(mark)
    if closing is None:
        return None
    if mark in "‘'":
        return _end_of_single(text, start, closing)
    ends = [end for sign in closing if (end := text.find(sign, start + 1)) > 0]
    if ends:
        return min(ends)
    return None if mark == '"' else len(text)


def _end_of_single(text: str, start: int, closing: str) -> int | None:
    """The closing mark of a single quotation, told from apostrophes by the letters around it."""
    if start and text[start - 1].isalnum():
        return None
    if start + 1 >= len(text) or text[start + 1] == " ":
        return None
    following = _NEXT_SINGLE.search(text, start + 1)
    limit = following.start() if following else len(text)
    ends = [
        end
        for end in range(start + 2, limit)
        if text[end] == closing and text[end - 1] != " " and not text[end + 1 : end + 2].isalnum()
    ]
    plain = [end for end in ends if not (text[end - 1] in "sS" and text[end + 1 : end + 2] == " ")]
    return next(iter(plain or ends), None)


def _mark_that_ends_the_sentence(quoted: str, rest: str) -> str:
    """The full stop or question mark printed inside a quotation that ends its sentence."""
    last = quoted.rstrip()[-1:]
    rest = rest.lstrip()
    return last if last in {".", "?", "!"} and not quoted.endswith("..") and (not rest or rest[0].isupper()) else ""
