"""The vision and the mission: under their heading or label, or said in a sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.sections import Part

_QUOTES = "\"'“”‘’„«»"
_IS = r"\b{word}(?:\s+statement)?(?:\s+for\s+[\w\s]{{1,40}})?\s+is(?:\s*:|\s+that\s|\s+)\s*(?=\S)"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A vision or mission, and the lines of its part that explain it."""

    said: Unit
    rest: tuple[Unit, ...] = ()
    part: Part | None = None


def find_statement(parts: Sequence[Part], role: Role, *, source: str) -> Statement | None:
    """What the page gives as its vision or mission; a page may have none."""
    for part in parts:
        if part.role is role and part.units:
            said, taken = _first_statement(part.units, source=source)
            return Statement(_trim(said, role), tuple(part.units[taken:]), part)
    return _in_sentence(parts, role)


def _first_statement(units: Sequence[Unit], *, source: str) -> tuple[Unit, int]:
    """The opening paragraph, with the list that it opens or that it is; and how many lines that takes."""
    taken = 1
    if units[0].kind is Kind.PARAGRAPH or units[0].kind is Kind.HEADING:
        return units[0], taken
    if units[0].kind is Kind.STEM and len(units) > 1 and units[1].kind is not Kind.ITEM:
        return units[1], 2
    while taken < len(units) and units[taken].kind is Kind.ITEM:
        taken += 1
    return units[0].until(units[taken - 1], source=source), taken


def _in_sentence(parts: Iterable[Part], role: Role) -> Statement | None:
    said_so = re.compile(_IS.format(word=role.value), re.IGNORECASE)
    for part in parts:
        for unit in part.units:
            found = said_so.search(unit.raw)
            if found is None or unit.kind is Kind.ITEM:
                continue
            close = _SENTENCE_END.search(unit.raw, found.end())
            return Statement(_trim(unit.cut(found.end(), close.end() if close else None), role))
    return None


def _trim(said: Unit, role: Role) -> Unit:
    """Take off "Our vision is that" and the quotation marks around the whole."""
    opening = re.compile(rf"(?:our|the|its)\s{_IS.format(word=role.value)}", re.IGNORECASE).match(said.raw)
    if opening:
        said = said.cut(opening.end())
    raw = said.raw
    if raw[0] not in _QUOTES:
        return said
    bare = raw.lstrip(_QUOTES)
    closed = bare.rstrip(_QUOTES + ".")
    if bare[len(closed) :].strip(".") and not bare.endswith("."):
        end = len(bare.rstrip(_QUOTES))
    else:
        end = len(closed) if bare[len(closed) :].strip(".") else len(bare)
    return said.cut(len(raw) - len(bare), len(raw) - len(bare) + end) if closed else said
