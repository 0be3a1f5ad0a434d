"""A question as quiz programs have it, and the item it becomes: what both GIFT and Moodle XML are read into."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from question_bank.errors import FormatError
from question_bank.model import DraftStatus, Item, Kind, Option
from question_bank.text import fold_space

TEMPLATE = "imported"
CHOICE, TRUE_FALSE, MATCHING = "multichoice", "truefalse", "matching"
RIGHT = 100.0

_BLANK = re.compile(r"_{3,}")
_LONGEST_ID = 100
_NO_PLACE = {
    "shortanswer": "a short answer has no wrong answers to choose from",
    "numerical": "a number is typed, not chosen",
    "calculated": "its numbers are worked out anew each time",
    "calculatedsimple": "its numbers are worked out anew each time",
    "calculatedmulti": "its numbers are worked out anew each time",
    "essay": "an essay is marked by a person",
    "description": "it asks nothing",
    "cloze": "it has several gaps, or one without words to choose from",
    "gapselect": "it has several gaps, or one without words to choose from",
    "ddwtos": "it has several gaps, or one without words to choose from",
    "ddimageortext": "it is answered on a picture",
    "ddmarker": "it is answered on a picture",
    "unclosed": "its braces are not closed",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its share of the mark in per cent: 100 is right, 0 or less is wrong."""

    text: str
    share: float
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question in plain text; `where` says where it stands in its file, `left_out` what of it was not taken."""

    type: str
    name: str
    stem: str
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    spares: tuple[str, ...] = ()
    several: bool = False
    explanation: str = ""
    number: str = ""
    left_out: tuple[str, ...] = field(default=(), compare=False)
    where: str = field(default="", compare=False)


def to_item(question: Question) -> tuple[Item, tuple[str, ...]]:
    """The item and what could not come along; FormatError says why a question cannot be one of ours."""
    if question.type not in (CHOICE, TRUE_FALSE, MATCHING):
        raise FormatError(
            _NO_PLACE.get(question.type, f"questions of the type “{question.type}” have no counterpart here")
        )
    if not question.stem:
        raise FormatError("it has no words to ask with")
    item = _matching(question) if question.type == MATCHING else _choice(question)
    item, is_explained = _explain(item, question.explanation)
    notes = [*question.left_out, *_shares(question)]
    if question.explanation and not is_explained:
        notes.append("its general feedback")
    return replace(item, id=_own_id(question) or stable_id(item)), tuple(notes)


def unique_ids(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with ids that differ: the second of a name becomes name-2."""
    taken: dict[str, int] = {}
    unique = []
    for item in items:
        name = item.id
        while name in taken:
            taken[item.id] += 1
            name = f"{item.id}-{taken[item.id]}"
        taken[name] = 1
        unique.append(item if name == item.id else replace(item, id=name))
    return tuple(unique)


def stable_id(item: Item) -> str:
    """An id made from what is asked and answered, the same on every machine."""
    texts = [item.kind.value, item.stem, *(option.text for option in item.options)]
    texts += [side for pair in item.pairs or () for side in pair]
    return f"imported-{hashlib.sha256(chr(31).join(texts).encode('utf-8', 'replace')).hexdigest()[:8]}"


def _choice(question: Question) -> Item:
    options = tuple(Option(answer.text, _is_right(answer, question), answer.feedback) for answer in question.answers)
    if not any(option.correct for option in options):
        raise FormatError("no answer of it is right")
    if all(option.correct for option in options):
        raise FormatError("no answer of it is wrong")
    empty = [str(place) for place, option in enumerate(options, start=1) if not option.text]
    if empty:
        raise FormatError(f"answer {', '.join(empty)} of it has no words")
    kind, stem = _kind(question, options)
    return _item(kind, stem, options)


def _kind(question: Question, options: tuple[Option, ...]) -> tuple[Kind, str]:
    if question.type == TRUE_FALSE:
        return Kind.TRUE_FALSE, question.stem
    if question.several or sum(option.correct for option in options) > 1:
        return Kind.MULTIPLE, question.stem
    if len(_BLANK.findall(question.stem)) == 1:
        return Kind.GAP, _BLANK.sub("____", question.stem)
    return Kind.SINGLE, question.stem


def _matching(question: Question) -> Item:
    if len(question.pairs) < 2:
        raise FormatError("it has fewer than two pairs")
    rights = dict.fromkeys(right for _, right in question.pairs)
    spares = [spare for spare in dict.fromkeys(question.spares) if spare not in rights]
    options = (*(Option(right, True, "") for right in rights), *(Option(spare, False, "") for spare in spares))
    return replace(_item(Kind.MATCHING, question.stem, options), pairs=question.pairs)


def _item(kind: Kind, stem: str, options: tuple[Option, ...]) -> Item:
    """A person has to look at it: it rests on no passage of a page, and no answer is shown to be wrong."""
    return Item("", kind, TEMPLATE, DraftStatus.REVIEW, stem, options, facts=(), source=())


def _explain(item: Item, explanation: str) -> tuple[Item, bool]:
    """General feedback says why the right answer is right, where that answer has no feedback of its own."""
    bare = [option for option in item.options if option.correct and not option.rationale]
    if not explanation or not bare or len(bare) > 1:
        return item, False
    options = tuple(replace(option, rationale=explanation) if option is bare[0] else option for option in item.options)
    return replace(item, options=options), True


def _is_right(answer: Answer, question: Question) -> bool:
    """With one answer to give only the full mark is right; with several, whatever earns something."""
    return answer.share > 0 if question.several else answer.share >= RIGHT - 0.01


def _shares(question: Question) -> Iterator[str]:
    if question.several:
        if len({answer.share for answer in question.answers if answer.share > 0}) > 1:
            yield "the different weights of its right answers"
    elif part := [answer for answer in question.answers if 0 < answer.share < RIGHT - 0.01]:
        yield f"the part of the mark for {_listed(answer.text for answer in part)}, which counts as wrong"


def _listed(texts: Iterator[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)


def _own_id(question: Question) -> str:
    """The id number as it is, else the name as it would stand in an address."""
    if question.number:
        return fold_space(question.number).replace(" ", "-")[:_LONGEST_ID]
    words = re.findall(r"\w+", question.name.lower())
    return "-".join(words)[:_LONGEST_ID].strip("-_")
