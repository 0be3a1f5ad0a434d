"""Names of values that are strung together in one sentence or line."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from question_bank.reader.lines.names import key_of, without_affixes, without_punctuation
from question_bank.reader.lines.unit import Unit
from question_bank.text import fold_for_match

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ANNOUNCED = re.compile(
    r"(?<![\w.])(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}(?! (?:our|the)\b))(?: [\w-]+){0,3} values\b"
)
_VALUES = re.compile(r"\bvalues\b", re.IGNORECASE)
_LISTED = re.compile(r":\s+(?=\S)")
_THEY_ARE = re.compile(r"(?:they|these) are:?\s+(?=\S)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:were(?!\s(?-i:[a-z]\w*(?:ed|en|wn|ade|uilt|et)\b))|used to|old|previous|former)\b[^.:;]{0,30}$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:[:;–—]|\s-(?=\s)|\bare|\bwere|\bof|\bis|\bas|\bbeing|\bcalled|\binclude)\s+(?=\S)", re.IGNORECASE
)
_OF = re.compile(r"of\b", re.IGNORECASE)
_LIST_END = re.compile(r"[.?!](?=\s|$)|\s[-–—]\s|$")
_TURNED = re.compile(r"([^.!?:]{5,200}?)\s+are\s+(?:our|the)\s(?:[\w'’-]+\s){0,3}values\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;•|]\s*(?:(?:and|&)\s+)?")
_STOPPED = re.compile(r"([A-Z][\w’'-]+(?: [\w’'-]+){0,2})\.(?: |$)")
_ALL_STOPPED = re.compile(rf"(?:{_STOPPED.pattern})+")
_WIDE_GAP = re.compile(r"[^\S\r\n]{2,}")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"(?:to|we|in|the|they|it|that|which|who|by|for|from|with|on|at|this|these|our|how|what|so|if|because|part|as|is|"
    r"are|a|an|all|not|not only|also|there|you|your|their|its|some|more|set|used|built|listed|shown)\b",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r":|\b(?:is|are|was|were|we|our|will|must|should|can|by|that|which|who)\b|\w+ed (?:in|on|to|with|for|at|through)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_MOST_WORDS_IN_LINE = 3
_LONGEST_LIST = 400
_FARTHEST_OPENING = 160
_FARTHEST_PAST = 60
_MOST_MENTIONS = 20


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
    found = next((names for names, is_past in _strung(unit, known) if not is_past), ())
    if found:
        return found
    turned = _TURNED.match(unit.raw)
    number = announced_number(unit.raw) if turned else None
    names = _split_names(unit.cut(0, turned.end(1)), number=number, known=known) if turned else ()
    return names if len(names) >= 3 else ()


def past_names_in_sentence(unit: Unit) -> tuple[Unit, ...]:
    """The names that a sentence gives as values of former days."""
    return next((names for names, is_past in _strung(unit, ()) if is_past), ())


def names_after_colon(unit: Unit) -> tuple[Unit, ...]:
    """The names in a sentence under a values heading: behind "They are", or with capitals behind a colon."""
    they_are = _THEY_ARE.match(unit.raw)
    opening = they_are or _LISTED.search(unit.raw, 0, _FARTHEST_OPENING)
    if opening is None:
        return ()
    close = _LIST_END.search(unit.raw, opening.end(), opening.end() + _LONGEST_LIST)
    names = _split_names(unit.cut(opening.end(), close.start() if close else None), number=None, known=())
    return names if len(names) >= 3 and all(they_are or name.raw[0].isupper() for name in names) else ()


def names_in_line(unit: Unit) -> tuple[Unit, ...]:
    """The names in a line that is nothing but names with commas, bars or full stops between them."""
    stopped = list(_STOPPED.finditer(unit.raw)) if _ALL_STOPPED.fullmatch(unit.raw, 0, _LONGEST_LIST) else []
    if len(stopped) >= 3:
        return tuple(unit.cut(name.start(1), name.end(1)) for name in stopped)
    if len(unit.raw) > _LONGEST_LIST or not _SEPARATOR.search(unit.raw):
        return ()
    names = _split_names(unit, number=None, known=())
    return names if len(names) >= 3 and all(len(name.raw.split()) <= _MOST_WORDS_IN_LINE for name in names) else ()


def _strung(unit: Unit, known: Collection[str]) -> Iterator[tuple[tuple[Unit, ...], bool]]:
    """The names behind each mention of values in a sentence, and whether they are those of former days."""
    number = announced_number(unit.raw)
    for speaking in islice(_VALUES.finditer(unit.raw), _MOST_MENTIONS):
        for opening in _OPENING.finditer(unit.raw, speaking.end(), speaking.end() + _FARTHEST_OPENING):
            if _OF.match(opening.group()) and unit.raw[speaking.end() : opening.start()].strip():
                continue  # "of" opens the list of values only right behind the word
            close = _LIST_END.search(unit.raw, opening.end(), opening.end() + _LONGEST_LIST)
            strung = unit.cut(opening.end(), close.start() if close else None)
            names = _split_names(strung, number=number, known=known)
            if len(names) >= 3 or (len(names) == 2 and number == 2):
                before = max(0, opening.start() - _FARTHEST_PAST)
                yield names, _PAST.search(unit.raw, before, opening.end()) is not None


def _split_names(strung: Unit, *, number: int | None, known: Collection[str]) -> tuple[Unit, ...]:
    if len(strung.raw) >= _LONGEST_LIST:
        return ()
    cuts = [found.span() for found in _SEPARATOR.finditer(strung.raw)]
    cuts = cuts or [found.span() for found in _WIDE_GAP.finditer(strung.raw)]
    if not cuts and number != 2:
        return ()
    ways = [_pieces(strung, way) for way in _ways_to_cut(strung, cuts)]
    sound = [names for names in ways if names and all(_is_name(name.raw) for name in names)]
    if not sound:
        return ()
    return max(sound, key=lambda names: (len(names) == number, sum(key_of(name.raw) in known for name in names)))


def _ways_to_cut(strung: Unit, cuts: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The commas alone or with one "and" behind the last of them; the likeliest way first."""
    joins = [found.span() for found in _AND.finditer(strung.raw, cuts[-1][1] if cuts else 0)]
    with_and = [[*cuts, join] for join in reversed(joins)]
    closed = bool(cuts) and _AND.search(f" {strung.raw[slice(*cuts[-1])]} ") is not None
    return [cuts, *with_and] if closed else [*with_and, cuts]


def _pieces(strung: Unit, cuts: list[tuple[int, int]]) -> tuple[Unit, ...]:
    borders = [0, *(border for cut in cuts for border in cut), len(strung.raw)]
    pieces = [strung.cut(borders[place], borders[place + 1]) for place in range(0, len(borders), 2)]
    return without_affixes([without_punctuation(piece) for piece in pieces if piece.raw])


def _is_name(text: str) -> bool:
    if not 0 < len(text.split()) <= _MOST_WORDS or not any(character.isalpha() for character in text):
        return False
    return not _NOT_A_NAME.match(text) and not _NOT_IN_A_NAME.search(text)
