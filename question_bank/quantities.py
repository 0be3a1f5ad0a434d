"""Numbers, dates and lengths of time in an option: which one it holds, and in what order such options belong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SHORT_FRAME = 3

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS + _TEENS)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
    "once": 1,
    "twice": 2,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? (?P<month>{_MONTH})\b\.?,?(?: {_YEAR}\b)?"),
    re.compile(rf"\b(?P<month>{_MONTH})\.? {_DAY}\b(?!\d),?(?: {_YEAR}\b)?"),
    re.compile(rf"\b(?P<month>{_MONTH})\.? {_YEAR}\b"),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{_YEAR}\b"),
)
_NUMBER = re.compile(
    rf"(?<![\w.])\d+(?:[.,]\d+)*(?=%|(?:st|nd|rd|th)?\b)|\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})\b|"
    rf"\b(?:{'|'.join(_WORDS)})\b"
)
_TIMES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160, "month": 43800, "year": 525600}
_TIME = re.compile(rf"\W*(?:working |calendar )?({'|'.join(_TIMES)})s?\b")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with the words around it, and the minutes it lasts where it is a length of time."""

    number: float
    frame: tuple[str, ...]
    minutes: float | None = None
    in_figures: bool = True


def numbers(text: str) -> frozenset[float]:
    """The numbers in a text, in figures or words."""
    return frozenset(_value(found.group()) for found in _NUMBER.finditer(text.casefold()))


def in_order(texts: Sequence[str]) -> bool | None:
    """Whether options that hold one comparable number, date or time each rise or fall; None where they do not."""
    amounts = _dates(texts) or _comparable([_amount(text.casefold()) for text in texts])
    if amounts is None:
        return None
    return amounts in (sorted(amounts), sorted(amounts, reverse=True))


def _dates(texts: Sequence[str]) -> list[float] | None:
    found = [_date(text.casefold()) for text in texts]
    known = [date for date in found if date is not None]
    return known if len(known) == len(found) else None


def _date(text: str) -> float | None:
    for pattern in _DATES:
        if found := pattern.search(text):
            parts = found.groupdict()
            month = parts["month"]
            place = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            return float((int(parts.get("year") or 0) * 12 + place) * 31 + int(parts.get("day") or 0))
    return None


def _comparable(amounts: Sequence[_Amount | None]) -> list[float] | None:
    """Lengths of time by how long they are; other numbers where the words around them are alike, or few by figures."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None
    times = [amount.minutes for amount in known if amount.minutes is not None]
    if len(times) == len(known):
        return times
    are_figures = all(amount.in_figures and len(amount.frame) <= SHORT_FRAME for amount in known)
    if are_figures or len({amount.frame for amount in known}) == 1:
        return [amount.number for amount in known]
    return None


def _amount(text: str) -> _Amount | None:
    """The only number of a text."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    number = _value(found[0].group())
    rest = text[: found[0].start()] + " " + text[found[0].end() :]
    time = _TIME.match(text, found[0].end())
    frame = tuple(word.rstrip("s") for word in re.findall(r"[^\W\d_]+", rest))
    minutes = number * _TIMES[time.group(1)] if time else None
    return _Amount(number, frame, minutes, in_figures=found[0].group()[0].isdigit())


def _value(text: str) -> float:
    if text[0].isdigit():
        plain = text.replace(",", "")
        return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))
    return float(sum(_WORDS[part] for part in text.split("-")))
