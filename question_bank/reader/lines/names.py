"""Names of values: found in sentences, freed of what is stuck to them, compared in any spelling."""

import re
from collections.abc import Collection, Sequence
from itertools import islice

from question_bank.reader.lines.unit import Unit
from question_bank.text import fold_for_match

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ANNOUNCED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: [\w-]+){0,3} values\b")
_VALUES = re.compile(r"\bvalues\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:were|used to|old|previous|former)\b[^.:;]{0,30}$", re.IGNORECASE)
_OPENING = re.compile(r"(?:[:;–—]|\s-\s|\bare|\bof|\bis|\bas|\bbeing|\bcalled|\binclude)\s+(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\s*$")
_SEPARATOR = re.compile(r"\s*[,;•|]\s*(?:(?:and|&)\s+)?")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_WIDE_GAP = re.compile(r"[^\S\r\n]{2,}")
_NOT_A_NAME = re.compile(
    r"(?:to|we|in|the|they|it|that|which|who|by|for|from|with|on|at|this|these|our|how|what|so|if|because|part|as|is|"
    r"are|a|an|all|not|not only|also|there|you|your|their|its|some|more|set|used|built|listed|shown)\b",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r"\b(?:is|are|was|were|we|our|will|must|should|can|by|that|which|who)\b|\w+ed (?:in|on|to|with|for|at|through)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"([^.!?:]{5,200}?)\s+are\s+(?:our|the)\s(?:[\w'’-]+\s){0,3}values\b", re.IGNORECASE)
_PREFIX = re.compile(
    r"(?:we(?:['’]re| are| will be| work as(?: an?)?)|i am|being|be|value|our value)(?:\s*(?:\.\.\.|…|:))?\s+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s+(?:behaviou?rs?|values?|for (?:all|everyone|everybody|all staff|our staff|our patients))$", re.IGNORECASE
)
_MOST_WORDS = 5
_LONGEST_LIST = 400
_MOST_HEADING_WORDS = 12
_FARTHEST_OPENING = 160
_MOST_MENTIONS = 20


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


def names_in_sentence(unit: Unit, known: Collection[str] = ()) -> tuple[Unit, ...]:
    """The names that a sentence on values strings together; none where it does not.

    `known` holds folded names that stand elsewhere on the page: they tell which "and" belongs to a name.
    """
    number = announced_number(unit.raw)
    for speaking in islice(_VALUES.finditer(unit.raw), _MOST_MENTIONS):
        for opening in _OPENING.finditer(unit.raw, speaking.end(), speaking.end() + _FARTHEST_OPENING):
            if _PAST.search(unit.raw, max(0, opening.start() - 60), opening.end()):
                continue
            close = _SENTENCE_END.search(unit.raw, opening.end(), opening.end() + _LONGEST_LIST)
            names = _split_names(unit, opening.end(), close.start(), number, known) if close else ()
            if len(names) >= 3 or (len(names) == 2 and number == 2):
                return names
    turned = _TURNED.match(unit.raw)
    names = _split_names(unit, 0, turned.end(1), number, known) if turned else ()
    return names if len(names) >= 3 else ()


def names_in_line(unit: Unit) -> tuple[Unit, ...]:
    """The names in a line that is nothing but names with commas or bars between them."""
    if len(unit.raw) > _LONGEST_LIST or not _SEPARATOR.search(unit.raw):
        return ()
    names = _split_names(unit, 0, len(unit.raw), None, ())
    return names if len(names) >= 3 and all(len(name.raw.split()) <= 3 for name in names) else ()


def without_affixes(names: Sequence[Unit]) -> tuple[Unit, ...]:
    """Names freed of the opening or ending that every one of them has."""
    return tuple(_strip_suffixes(_strip_prefixes(list(names))))


def has_prefix(name: str) -> bool:
    """Whether a name begins with "We are" or the like."""
    return _PREFIX.match(name) is not None


def find_name(heading: Unit, known: Collection[str]) -> Unit | None:
    """The longest part of a heading that is one of the known names, whole words only."""
    words = list(re.finditer(r"\S+", heading.raw))
    if len(words) > _MOST_HEADING_WORDS:
        return None
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            piece = heading.cut(words[first].start(), words[first + size - 1].end())
            if key_of(piece.raw) in known:
                return _without_punctuation(piece)
    return None


def bare_key(heading: str) -> str:
    """The folded name in a heading, without "We are" before or "behaviours" behind it."""
    return key_of(_SUFFIX.sub("", _PREFIX.sub("", heading.rstrip(" :.-–—"))))


def _split_names(unit: Unit, start: int, end: int, number: int | None, known: Collection[str]) -> tuple[Unit, ...]:
    if end - start >= _LONGEST_LIST:
        return ()
    cuts = [found.span() for found in _SEPARATOR.finditer(unit.raw, start, end)]
    if not cuts:
        cuts = [found.span() for found in _WIDE_GAP.finditer(unit.raw, start, end)]
    if not cuts and number != 2:
        return ()
    ways = [_pieces(unit, start, end, way) for way in _ways_to_cut(unit, cuts, start, end)]
    sound = [names for names in ways if names and all(_is_name(name.raw) for name in names)]
    if not sound:
        return ()
    return max(sound, key=lambda names: (len(names) == number, sum(key_of(name.raw) in known for name in names)))


def _ways_to_cut(unit: Unit, cuts: list[tuple[int, int]], start: int, end: int) -> list[list[tuple[int, int]]]:
    """The commas alone or with one "and" behind the last of them; the likeliest way first."""
    after = cuts[-1][1] if cuts else start
    joins = [found.span() for found in _AND.finditer(unit.raw, after, end)]
    with_and = [[*cuts, join] for join in reversed(joins)]
    closed = bool(cuts) and _AND.search(f" {unit.raw[slice(*cuts[-1])]} ") is not None
    return [cuts, *with_and] if closed else [*with_and, cuts]


def _pieces(unit: Unit, start: int, end: int, cuts: list[tuple[int, int]]) -> tuple[Unit, ...]:
    borders = [start, *(border for cut in cuts for border in cut), end]
    pieces = [unit.cut(borders[place], borders[place + 1]) for place in range(0, len(borders), 2)]
    return tuple(_without_punctuation(piece) for piece in pieces if piece.raw)


def _is_name(text: str) -> bool:
    if not 0 < len(text.split()) <= _MOST_WORDS or not any(character.isalpha() for character in text):
        return False
    return not _NOT_A_NAME.match(text) and not _NOT_IN_A_NAME.search(text)


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
