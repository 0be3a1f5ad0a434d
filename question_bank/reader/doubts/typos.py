"""Words that look wrong on the page: asked about, never corrected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from question_bank.reader.lines.unit import LINE_BREAK, Unit
from question_bank.reader.lines.wording import NAME_RUN_ON
from question_bank.text import fold_space

_AFTER_HEALTH = r"(?:independent|independently|happy|happier|active|fulfilled|fulfilling|productive|longer)"
_SUSPECTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), question)
    for pattern, question in (
        (rf"\bhealth(?=,? {_AFTER_HEALTH}\b)", "Should “health” be “healthy”?"),
        (r"\beach others(?= [a-z])", "Is an apostrophe missing in “others”?"),
        (r"(?<=[a-z])\?(?=[a-z])", "Did a “?” take the place of another character?"),
        (r"\ufffd|â€.|Â(?=[^\w]|$)|Ã[©¨¢®´¼¶¤]", "Was a character lost when the page was copied?"),
        (r"\b(the|a|an|of|to|and|in|is|we|for|with|our|that|be)\s+\1\b", "Is a word printed twice?"),
        (r"\b(?:wit h|o f|a nd|an d|th e|t he|ou r|o ur|w e)\b", "Is there a blank inside a word?"),
        (r"(?-i:\b(?!YouTube|WhatsApp|FaceTime)[A-Z]?[a-z]{3,}[A-Z][a-z]{2,}\b)", "Are two words run together?"),
        (rf"(?-i:^{NAME_RUN_ON})", "Are a name and its meaning run together?"),
        (r"\bmoral(?= is high| of staff)", "Should “moral” be “morale”?"),
        (r"\bpubic\b", "Should this be “public”?"),
        (r"\bpatients(?= (?:needs|rights|dignity|privacy|views)\b)", "Is an apostrophe missing in “patients”?"),
        (
            r"\b(?:ambitous|acheiv\w+|recieve\w*|comit\w+|committment\w*|seperat\w+|occured|definately|"
            r"accomodat\w+|enviroment\w*|proffes\w+|profesional\w*|responsab\w+|organistion\w*|improvment\w*|"
            r"improvemnt\w*|collegue\w*|colleage\w*|independant\w*|excellance|compasion\w*|compassionatly|integrety|"
            r"intergrity|behavour\w*|behavoir\w*|servce\w*|wether|untill|teh|thier|liason|priviledg\w*|sucess\w*|"
            r"succesful\w*|maintainance|knowlege|challanging|oppurtunit\w*|opportunites|dignaty|respectfull|truely)\b",
            "Is this word spelt as you want it?",
        ),
    )
)
_WORDS_BEFORE = re.compile(r"(?:\S+\s+)?\S*$")
_WORDS_AFTER = re.compile(r"\S*(?:\s+\S+)?")
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class Typo:
    """A doubtful spot: its line, the words around it, and what to ask."""

    line: int
    words: str
    question: str


def find_typos(unit: Unit) -> Iterator[Typo]:
    """The doubtful spots of one logical line, in the order of the kinds of doubt."""
    for pattern, question in _SUSPECTS:
        line, counted = unit.line, 0
        for found in pattern.finditer(unit.raw):
            line += len(LINE_BREAK.findall(unit.raw, counted, found.start()))
            counted = found.start()
            yield Typo(line=line, words=_around(unit, found.span()), question=question)


def _around(unit: Unit, spot: tuple[int, int]) -> str:
    """The spot as whole words, with one more on either side."""
    start, end = spot
    before = _WORDS_BEFORE.search(unit.raw[max(0, start - _FARTHEST) : start])
    after = _WORDS_AFTER.match(unit.raw[end : end + _FARTHEST])
    begin = start - len(before.group()) if before else start
    return fold_space(unit.raw[begin : end + (len(after.group()) if after else 0)])
