"""Names of values: found in sentences, freed of what is stuck to them, compared in any spelling."""

import re
from collections.abc import Iterable, Sequence

from question_bank.reader.lines.unit import Unit
from question_bank.text import fold_for_match

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ANNOUNCED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: [\w-]+){0,3} values\b")
_VALUES = re.compile(r"\bvalues\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:were|used to|old|previous|former)\b[^.:;]{0,30}$", re.IGNORECASE)
_OPENING = re.compile(r"(?:[:;–—]|\s-\s|\bare|\bof|\bis|\bas|\bbeing|\bcalled|\binclude)\s+(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\s*$")
_SEPARATOR = re.compile(r"\s*[,;•|]\s*(?:(?:and|&)\s+)?")
_LAST_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_WIDE_GAP = re.compile(r"[^\S\r\n]{2,}")
_NOT_A_NAME = re.compile(
    r"(?:to|we|in|the|they|it|that|which|who|by|for|from|with|on|at|this|these|our|how|what|so|if|because|part|as|is|"
    r"are|a|an|all|not|not only|also|there|you|your|their|its|some|more|set|used|built|listed|shown)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:we(?:'re| are| will be| work as(?: an?)?)|i am|being|be|value|our value)(?:\.\.\.|…)?\s+", re.IGNORECASE
)
_SUFFIX = re.compile(
    r"\s+(?:behaviou?rs?|values?|for (?:all|everyone|everybody|all staff|our staff|our patients))$", re.IGNORECASE
)
_MOST_WORDS = 5
_LONGEST_LIST = 400


def key_of(name: str) -> str:
    """A name as it is compared: case, hyphens, ampersands and the commonest spelling differences folded."""
    plain = fold_for_match(name).casefold().replace("&", " and ")
    words = re.sub(r"[^\w\s]", " ", plain).split()
    return " ".join(re.sub(r"ise(d?)$", r"ize\1", re.sub(r"tered$", "tred", word)) for word in words)


def announced_number(text: str) -> int | None:
    """How many values a sentence speaks of, if it says so in figures or words."""
    found = _ANNOUNCED.search(fold_for_match(text).casefold())
    if not found:
        return None
    return _NUMBERS.get(found.group(1)) or int(found.group(1))


def names_in_sentence(unit: Unit) -> tuple[Unit, ...]:
    """The names that a sentence on values strings together; none where it does not."""
    number = announced_number(unit.raw)
    for speaking in _VALUES.finditer(unit.raw):
        for opening in _OPENING.finditer(unit.raw, speaking.end(), speaking.end() + 160):
            if _PAST.search(unit.raw, max(0, opening.start() - 60), opening.end()):
                continue
            close = _SENTENCE_END.search(unit.raw, opening.end(), opening.end() + _LONGEST_LIST)
            names = _split_names(unit, opening.end(), close.start(), number=number) if close else ()
            if len(names) >= 3 or (len(names) == 2 and number == 2):
                return names
    return ()


def without_affixes(names: Sequence[Unit]) -> tuple[Unit, ...]:
    """Names freed of the opening or ending that every one of them has."""
    return tuple(_strip_suffixes(_strip_prefixes(list(names))))


def find_name(heading: Unit, known: Iterable[str]) -> Unit | None:
    """The part of a heading that is one of the known names, whole words only."""
    words = list(re.finditer(r"\S+", heading.raw))
    for key in known:
        size = len(key.split())
        for first in range(len(words)):
            for last in range(first, min(len(words), first + size + 1)):
                piece = heading.cut(words[first].start(), words[last].end())
                if key_of(piece.raw) == key:
                    return _without_punctuation(piece)
    return None


def _split_names(unit: Unit, start: int, end: int, *, number: int | None) -> tuple[Unit, ...]:
    if end - start >= _LONGEST_LIST:
        return ()
    cuts = [found.span() for found in _SEPARATOR.finditer(unit.raw, start, end)]
    if not cuts:
        cuts = [found.span() for found in _WIDE_GAP.finditer(unit.raw, start, end)]
    if not cuts and number != 2:
        return ()
    after = cuts[-1][1] if cuts else start
    has_own_and = bool(cuts) and _LAST_AND.search(f" {unit.raw[cuts[-1][0] : after]} ")
    joins = [] if has_own_and else list(_LAST_AND.finditer(unit.raw, after, end))
    if joins and (number is None or len(cuts) + 1 < number):
        cuts.append(joins[-1].span())
    borders = [start, *(border for cut in cuts for border in cut), end]
    pieces = [unit.cut(borders[place], borders[place + 1]) for place in range(0, len(borders), 2)]
    names = [_without_punctuation(piece) for piece in pieces if piece.raw.strip()]
    return tuple(names) if all(_is_name(name.raw) for name in names) else ()


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _MOST_WORDS and not _NOT_A_NAME.match(text)


def _without_punctuation(unit: Unit) -> Unit:
    stripped = unit.raw.strip(" \t\xa0.,;:!'\"“”‘’()…–—-")
    begin = unit.raw.find(stripped)
    return unit.cut(begin, begin + len(stripped)) if stripped else unit


def _strip_prefixes(names: list[Unit]) -> list[Unit]:
    found = [_PREFIX.match(name.raw) for name in names]
    if len(names) < 2 or not all(found):
        return names
    short = [name.cut(mark.end()) for name, mark in zip(names, found, strict=True) if mark]
    return short if all(len(name.raw.split()) <= 4 for name in short) else names


def _strip_suffixes(names: list[Unit]) -> list[Unit]:
    found = [_SUFFIX.search(name.raw) for name in names]
    if len(names) < 2 or not all(found):
        return names
    return [name.cut(0, mark.start()) for name, mark in zip(names, found, strict=True) if mark]
