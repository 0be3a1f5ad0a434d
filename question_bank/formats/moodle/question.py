"""One question element of Moodle XML: its words made plain, its answers with their shares."""

import math
import re
from collections.abc import Callable, Iterator

from question_bank.formats.exchange.cloze import parse_cloze
from question_bank.formats.exchange.plain_text import HTML, MARKDOWN, MOODLE, PLAIN, to_plain
from question_bank.formats.exchange.questions import CHOICE, MATCHING, RIGHT, TRUE_FALSE, Answer, Question
from question_bank.formats.moodle.tree import Element
from question_bank.text import fold_space

_FORMATS = {"html": HTML, "plain_text": PLAIN, "markdown": MARKDOWN, "moodle_auto_format": MOODLE}
_YES = ("true", "1", "yes")
_GAP = re.compile(r"\[\[(\d+)\]\]")
_USUAL_FEEDBACK = ("your answer is correct.", "your answer is partially correct.", "your answer is incorrect.")
_USUAL_PENALTIES = ("0", "0.333333", "1")


def parse_question(element: Element, *, place: int) -> Question:
    """What the element says; `place` counts the questions of the file from 1."""
    kind = element.get("type", "without a type")
    name = text_of(element.find("name"))
    body = _Body()
    parse = _PARSERS.get(kind)
    found = parse(element, body) if parse else Question(kind, "", body.words(element.find("questiontext")))
    return Question(
        found.type,
        name,
        found.stem,
        found.answers,
        found.pairs,
        found.spares,
        found.several,
        explanation=body.words(element.find("generalfeedback")),
        number=text_of(element.find("idnumber")),
        left_out=tuple(dict.fromkeys((*body.left_out, *_left_out(element)))),
        where=f"question {place}" + (f" “{name}”" if name else ""),
    )


def text_of(element: Element | None) -> str:
    """The plain words of an element that names something; they stand in it or in its text element."""
    return fold_space(_raw(element))


class _Body:
    """Makes words of the texts of one question, and remembers what they lost."""

    def __init__(self) -> None:
        self.left_out: list[str] = []

    def words(self, element: Element | None) -> str:
        """The words of a formatted text; each has its format beside it."""
        if element is None:
            return ""
        return self.plain(_raw(element), _FORMATS.get(element.get("format", ""), HTML))

    def plain(self, text: str, markup: str = HTML) -> str:
        """The words of a text in a format."""
        plain, lost = to_plain(text, markup)
        self.left_out += lost
        return plain


def _choice(element: Element, body: _Body) -> Question:
    is_single = text_of(element.find("single")).lower() in ("", *_YES)
    answers = tuple(_answers(element, body))
    return Question(CHOICE, "", body.words(element.find("questiontext")), answers, several=not is_single)


def _true_false(element: Element, body: _Body) -> Question:
    """Both sides, True first, whichever way round they stand."""
    answers = {answer.text.lower(): answer for answer in _answers(element, body)}
    sides = tuple(
        Answer(side, answers[side.lower()].share, answers[side.lower()].feedback)
        for side in ("True", "False")
        if side.lower() in answers
    )
    return Question(TRUE_FALSE, "", body.words(element.find("questiontext")), sides)


def _matching(element: Element, body: _Body) -> Question:
    found = [(body.words(pair), body.plain(*_right(pair))) for pair in element.findall("subquestion")]
    if any(left and not right for left, right in found):
        body.left_out.append("a pair without a right side")
    return Question(
        MATCHING,
        "",
        body.words(element.find("questiontext")),
        pairs=tuple((left, right) for left, right in found if left and right),
        spares=tuple(right for left, right in found if right and not left),
    )


def _right(pair: Element) -> tuple[str, str]:
    """Moodle shows right sides as they are, without markup; older files have some all the same."""
    return _raw(pair.find("answer")), PLAIN if pair.get("format") == "plain_text" else HTML


def _cloze(element: Element, body: _Body) -> Question:
    return parse_cloze(_raw(element.find("questiontext")), body.plain)


def _gap_select(element: Element, body: _Body) -> Question:
    """One gap in the text and its group of words; choices are counted from 1."""
    stem = body.words(element.find("questiontext"))
    gaps = _GAP.findall(stem)
    choices = [*element.findall("selectoption"), *element.findall("dragbox")]
    if len(gaps) != 1 or not 0 < int(gaps[0]) <= len(choices):
        return Question(element.get("type", ""), "", stem)
    right = choices[int(gaps[0]) - 1]
    group = [choice for choice in choices if text_of(choice.find("group")) == text_of(right.find("group"))]
    answers = tuple(Answer(body.words(choice), RIGHT if choice is right else 0.0) for choice in group)
    return Question(CHOICE, "", _GAP.sub("____", stem), answers)


def _answers(element: Element, body: _Body) -> Iterator[Answer]:
    for answer in element.findall("answer"):
        share = _number(answer.get("fraction", "0"))
        yield Answer(body.words(answer), share, body.words(answer.find("feedback")))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def _left_out(element: Element) -> Iterator[str]:
    """What our quizzes decide for themselves or have no place for, where it is not Moodle's usual."""
    for tag in element.iterfind("tags/tag"):
        yield f"the tag “{text_of(tag)}”"
    if element.find("hint") is not None:
        yield "its hints"
    if text_of(element.find("hidden")) in _YES:
        yield "that it is hidden"
    said = [text_of(element.find(f"{side}feedback")) for side in ("correct", "partiallycorrect", "incorrect")]
    if any(text and _bare(text) not in _USUAL_FEEDBACK for text in said):
        yield "its feedback for the answer as a whole"
    grade = text_of(element.find("defaultgrade"))
    if grade and _number(grade) != 1:
        yield f"its mark of {_number(grade):g}"
    penalty = text_of(element.find("penalty"))
    if penalty and f"{_number(penalty):g}" not in _USUAL_PENALTIES:
        yield f"its penalty of {_number(penalty):g}"
    if text_of(element.find("shuffleanswers")).lower() in ("false", "0"):
        yield "that its answers keep their order"
    if text_of(element.find("answernumbering")) not in ("", "abc"):
        yield f"its numbering “{text_of(element.find('answernumbering'))}”"
    if any(file.get("name") for file in element.iter("file")):
        yield "its files"


def _raw(element: Element | None) -> str:
    if element is None:
        return ""
    inner = element.find("text")
    return "".join((element if inner is None else inner).itertext())


def _bare(text: str) -> str:
    return to_plain(text, HTML)[0].lower()


_PARSERS: dict[str, Callable[[Element, _Body], Question]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "matching": _matching,
    "cloze": _cloze,
    "gapselect": _gap_select,
    "ddwtos": _gap_select,
}
