"""Moodle's embedded answers: a text with one gap and words to choose from becomes a choice with a blank."""

import re
from collections.abc import Callable

from question_bank.formats.exchange.questions import CHOICE, RIGHT, Answer, Question

_GAP = re.compile(r"\{(\d*):([A-Z_]+):((?:\\.|[^\\{}])*)\}", re.DOTALL)
_CHOICES = frozenset(
    f"{name}{layout}{shuffled}"
    for name, layouts in (("MULTICHOICE", ("", "_V", "_H")), ("MC", ("", "V", "H")))
    for layout in layouts
    for shuffled in ("", "S", "_S")
)
_PARTS = re.compile(r"((?:\\.|[^\\~])+)", re.DOTALL)
_WEIGHT = re.compile(r"%(-?\d+(?:\.\d*)?)%")
_FEEDBACK = re.compile(r"(?<![\\&])#")
_BACKSLASH = re.compile(r"\\(.)", re.DOTALL)


def parse_cloze(text: str, words: Callable[[str], str]) -> Question:
    """A choice where the text has one gap with words to choose from; else a question of type cloze, which has no place.

    `words` makes plain words of a text.
    """
    gaps = list(_GAP.finditer(text))
    if len(gaps) != 1 or gaps[0][2] not in _CHOICES:
        return Question("cloze", "", words(text))
    stem = f"{text[: gaps[0].start()]}____{text[gaps[0].end() :]}"
    answers = tuple(_answer(part, words) for part in _PARTS.findall(gaps[0][3]))
    return Question(CHOICE, "", words(stem), answers)


def _answer(part: str, words: Callable[[str], str]) -> Answer:
    share, part = (RIGHT, part[1:]) if part.startswith("=") else (0.0, part)
    if weight := _WEIGHT.match(part):
        share, part = float(weight[1]), part[weight.end() :]
    text, *feedback = _FEEDBACK.split(part, maxsplit=1)
    return Answer(words(_meant(text)), share, words(_meant(feedback[0])) if feedback else "")


def _meant(text: str) -> str:
    return _BACKSLASH.sub(r"\1", text)
