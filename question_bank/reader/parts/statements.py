"""The vision and the mission: under their heading or label, or said in a sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from question_bank.model import Passage
from question_bank.reader.lines.unit import Kind, Unit, join_passages
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.sections import Part

_QUOTES = "\"'“”‘’„«»"
_CLOSING = {"“": "”", "‘": "’", "„": "“", "«": "»"}
_IS = (
    r"\b{word}(?:\s+statement)?(?:\s+for\s+[\w\s]{{1,40}})?(?:,[^,.:;]{{1,60}},)?\s+is"
    r"(?:(?:\s+\w+){{0,2}}\s*:|\s+that\s|\s+)\s*(?=\S)"
)
_QUOTED = (
    r"\b{word}\b[^:“‘\"]{{0,80}}(?::|\bof|\bis|\bthat|\bas)\s*[“‘\"]"
    r"([^“”\"]{{10,300}}?)(?:[”\"]|’(?!\w)|'(?=[\s,.]|$))"
)
_MORE = re.compile(r"\band\b|&|,", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A vision or mission, and the lines of its part that explain it."""

    said: tuple[Unit, ...]
    rest: tuple[Unit, ...] = ()
    part: Part | None = None

    def passage(self) -> Passage | None:
        """Its words, without the bullets where it is a list, and the run of the page they stand in."""
        return join_passages(self.said)


def find_statement(parts: Sequence[Part], role: Role) -> Statement | None:
    """What the page gives as its vision or mission; a page may have none."""
    stated = sorted((part for part in parts if part.role is role and part.units), key=_speaks_of_more)
    for part in stated[:1]:
        said = _first_statement(part.units)
        rest = tuple(unit for unit in part.units if not said[0].start <= unit.start <= said[-1].start)
        return Statement((_trim(said[0], role), *said[1:]), rest, part)
    return _in_quotation_marks(parts, role) or _in_sentence(parts, role)


def _speaks_of_more(part: Part) -> bool:
    """Whether a heading such as "Vision and strategy" promises more than the statement."""
    return part.heading is not None and _MORE.search(part.heading.raw) is not None


def _in_quotation_marks(parts: Iterable[Part], role: Role) -> Statement | None:
    """What stands in quotation marks behind "a vision of" or a colon, in whatever sentence."""
    quoted = re.compile(_QUOTED.format(word=role.value), re.IGNORECASE)
    for unit in (unit for part in parts for unit in part.units if unit.kind is Kind.PARAGRAPH):
        found = quoted.search(unit.raw)
        if found is not None:
            return Statement((unit.cut(found.start(1), found.end(1)),))
    return None


def _first_statement(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The opening paragraph, or the whole list where there is one instead; the opening of a list is not part of it."""
    units = units[1:] if units[0].kind is Kind.STEM and len(units) > 1 else units
    return tuple(takewhile(lambda unit: unit.kind is Kind.ITEM, units)) or (units[0],)


def _in_sentence(parts: Iterable[Part], role: Role) -> Statement | None:
    said_so = re.compile(_IS.format(word=role.value), re.IGNORECASE)
    for part in parts:
        for unit in part.units:
            found = said_so.search(unit.raw)
            if found is None or unit.kind is Kind.ITEM:
                continue
            close = _SENTENCE_END.search(unit.raw, found.end())
            return Statement((_trim(unit.cut(found.end(), close.end() if close else None), role),))
    return None


def _trim(said: Unit, role: Role) -> Unit:
    """Take off "Our vision is that" and the quotation marks around the whole."""
    opening = re.compile(rf"(?:our|the|its)\s{_IS.format(word=role.value)}", re.IGNORECASE).match(said.raw)
    if opening:
        said = said.cut(opening.end())
    raw = said.raw
    if raw[0] not in _QUOTES or _quotes_a_word(raw):
        return said
    bare = raw.lstrip(_QUOTES)
    closed = bare.rstrip(_QUOTES + ".")
    if bare[len(closed) :].strip(".") and not bare.endswith("."):
        end = len(bare.rstrip(_QUOTES))
    else:
        end = len(closed) if bare[len(closed) :].strip(".") else len(bare)
    return said.cut(len(raw) - len(bare), len(raw) - len(bare) + end) if closed else said


def _quotes_a_word(raw: str) -> bool:
    """Whether the quotation that opens a text is closed long before its end."""
    close = _CLOSING.get(raw[0], raw[0])
    if raw.rstrip(" .")[-1] in _QUOTES:
        return False
    return re.search(rf"(?<=\w){re.escape(close)}(?!\w)", raw[1:]) is not None
