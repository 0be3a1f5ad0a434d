"""Lines that set down what somebody says, and who says it: they belong to no value."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from question_bank.reader.lines.unit import Kind, Unit

_OPENING_QUOTES = "\"“‘'"
_SHORTEST_QUOTATION = 40
_LONGEST_TITLE = 200
_MOST_TITLE_WORDS, _MOST_POST_WORDS = 12, 7
_POST = (
    r"(?:nurse|manager|director|clerk|chief|officer|doctor|consultant|matron|chair(?:man|woman)?|executive|assistant|"
    r"lead|head of|midwife|therapist|porter|receptionist|administrator|governor|secretary|sister|member|practitioner|"
    r"worker|paramedic|surgeon|pharmacist|dietitian|co-?ordinator|volunteer|apprentice|student|carer|driver|president|"
    r"principal|teacher|\w+worker|resident|daughter|son|wife|husband|mother|father|parent|relative|neighbour|friend|headteacher|councillor|patient|engineer|technician|cleaner|cook|chaplain|trustee)"
)
_POST_WORD = re.compile(rf"\b{_POST}\b", re.IGNORECASE)
_PERSON = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Cllr|Rev)\.? )?(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?: (?:[A-Z][\w'’.-]*|de|van|von|al|ap)){1,3}"
)
_NAME = re.compile(_PERSON)
_NAME_AND_POST = re.compile(rf"[-–—]? ?{_PERSON}(?:, | [-–—] |: ?| \().*")
_PERSON_AND_MORE = re.compile(rf"[-–—]? ?{_PERSON}, [a-z(].*")
_QUOTED = re.compile(r"[\"“‘'][^\"“”]{3,150}[\"”’'][.]?")
_SAYS = re.compile(rf"{_PERSON}(?:,[^:“\"]{{1,80}})?: ?[“\"‘].*", re.DOTALL)


def mark_asides(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Set apart quotations, and the names and posts of those who are quoted."""
    mottoes = _mottoes(units)
    units = [replace(unit, kind=Kind.PARAGRAPH) if place in mottoes else unit for place, unit in enumerate(units)]
    asides = {place for place, unit in enumerate(units) if unit.kind is not Kind.ITEM and is_aside(unit.raw)} - mottoes
    for place in sorted(asides):
        asides.update(_speaker(units, range(place + 1, place + 3)))
        asides.update(_speaker(units, range(place - 1, place - 3, -1)))
    return tuple(replace(unit, kind=Kind.ASIDE) if place in asides else unit for place, unit in enumerate(units))


def is_aside(text: str) -> bool:
    """Whether a paragraph is what somebody is quoted as saying, or who said it."""
    return is_quotation(text) or is_job_title(text)


def is_quotation(text: str) -> bool:
    """Whether a line of some length opens as speech, or says before the speech whose it is."""
    if len(text) <= _SHORTEST_QUOTATION:
        return False
    return text[0] in _OPENING_QUOTES or _SAYS.match(text, 0, _LONGEST_TITLE) is not None


def is_job_title(text: str) -> bool:
    """Whether a short line is a person's name with a post."""
    if len(text) > _LONGEST_TITLE or len(text.split()) > _MOST_TITLE_WORDS:
        return False
    return _NAME_AND_POST.fullmatch(text) is not None and _POST_WORD.search(text) is not None


def _mottoes(units: Sequence[Unit]) -> set[int]:
    """Where lines in quotation marks stand right above lists, on a page that gives several lists such a line."""
    places = {
        place
        for place, (unit, following) in enumerate(pairwise(units))
        if unit.kind is not Kind.ITEM and following.kind in (Kind.ITEM, Kind.STEM) and _QUOTED.fullmatch(unit.raw)
    }
    return places if len(places) > 1 else set()


def _speaker(units: Sequence[Unit], places: Iterable[int]) -> set[int]:
    """The name and the post on lines of their own, right beside a quotation."""
    beside = [place for place in places if 0 <= place < len(units) and _may_be_speaker(units[place])]
    if beside and _PERSON_AND_MORE.fullmatch(units[beside[0]].raw):
        return {beside[0]}
    post = next((place for place in beside if _POST_WORD.search(units[place].raw)), None)
    if post is None:
        return set()
    if post - 1 in beside and _NAME.fullmatch(units[post - 1].raw):
        return {post - 1, post}
    return {post} if post == beside[0] else set()


def _may_be_speaker(unit: Unit) -> bool:
    if unit.kind not in (Kind.HEADING, Kind.PARAGRAPH) or len(unit.raw) > _LONGEST_TITLE:
        return False
    return len(unit.raw.split()) <= _MOST_POST_WORDS and not unit.raw.endswith((".", ":", "?"))
