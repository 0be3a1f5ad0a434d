"""Names of values: compared in any spelling, freed of what is stuck to them."""

import re
from collections.abc import Collection, Sequence

from question_bank.reader.lines.unit import Unit
from question_bank.text import fold_for_match

_PREFIX = re.compile(
    r"(?:we(?:['’]re| are| will be| work as(?: an?)?)|i am|being|value|our value)(?:\s*(?:\.\.\.|…|:))?\s+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s+(?:behaviou?rs?|values?|for (?:all|everyone|everybody|all staff|our staff|our patients))$", re.IGNORECASE
)
_NOT_A_WORD = re.compile(r"[^\w\s]")
_IZED = re.compile(r"is(ed?)\b")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s*(?=\S)")
_PUNCTUATION = " \t\r\n\xa0.,;:!'\"“”‘’()…–—-"
_MOST_WORDS_OF_BARE_NAME = 4
_MOST_HEADING_WORDS = 12


def key_of(name: str) -> str:
    """A name as it is compared: case, hyphens, ampersands and the commonest spelling differences folded."""
    plain = fold_for_match(name).casefold().replace("&", " and ")
    words = " ".join(_NOT_A_WORD.sub(" ", plain).split())
    return _IZED.sub(r"iz\1", words.replace("tered", "tred")) if "ise" in words or "tered" in words else words


def bare_key(heading: str) -> str:
    """The folded name in a heading, without "We are" before or "behaviours" behind it."""
    return key_of(_SUFFIX.sub("", _PREFIX.sub("", heading.rstrip(" :.-–—"))))


def has_prefix(name: str) -> bool:
    """Whether a name begins with "We are" or the like."""
    return _PREFIX.match(name) is not None


def without_affixes(names: Sequence[Unit]) -> tuple[Unit, ...]:
    """Names freed of the opening or ending that every one of them has."""
    return tuple(_strip_suffixes(_strip_prefixes(list(names))))


def without_punctuation(unit: Unit) -> Unit:
    """A name without the marks around it."""
    number = _NUMBER.match(unit.raw)
    unit = unit.cut(number.end()) if number else unit
    stripped = unit.raw.strip(_PUNCTUATION)
    begin = unit.raw.find(stripped)
    return unit.cut(begin, begin + len(stripped)) if stripped else unit


def find_name(heading: Unit, known: Collection[str]) -> Unit | None:
    """The longest part of a heading that is one of the known names, whole words only."""
    words = list(re.finditer(r"\S+", heading.raw))
    if len(words) > _MOST_HEADING_WORDS:
        return None
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            piece = heading.cut(words[first].start(), words[first + size - 1].end())
            if key_of(piece.raw) in known:
                return without_punctuation(piece)
    return None


def _strip_prefixes(names: list[Unit]) -> list[Unit]:
    found = [_PREFIX.match(name.raw) for name in names]
    if len(names) < 2 or not all(found):
        return names
    short = [name.cut(mark.end()) for name, mark in zip(names, found, strict=True) if mark]
    return short if all(len(name.raw.split()) <= _MOST_WORDS_OF_BARE_NAME for name in short) else names


def _strip_suffixes(names: list[Unit]) -> list[Unit]:
    found = [_SUFFIX.search(name.raw) for name in names]
    if len(names) < 2 or not all(found):
        return names
    return [name.cut(0, mark.start()) for name, mark in zip(names, found, strict=True) if mark]
