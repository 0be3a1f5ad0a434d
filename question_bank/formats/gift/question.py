"""One question of GIFT: its name, its format, its words and its answers."""

import re
from collections.abc import Sequence

from question_bank.formats.exchange.cloze import parse_cloze
from question_bank.formats.exchange.plain_text import MOODLE, to_plain
from question_bank.formats.exchange.questions import CHOICE, MATCHING, RIGHT, TRUE_FALSE, Answer, Question
from question_bank.formats.gift.syntax import find, find_last, split_at, unescape
from question_bank.text import fold_space

_FORMAT = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-*\d{1,3}(?:\.\d*)?)%")
_NUMBER = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")
_EMBEDDED = re.compile(r"\s*\d*:[A-Z_]+:")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
_BLANK = "____"


def parse_question(text: str, *, line: int, comments: Sequence[str]) -> Question:
    """What the block says, in plain words; questions that are none of ours have their type and words all the same."""
    title, rest = _cut_title(text.strip())
    start = find(rest, "{")
    end = find(rest, "}", start=max(start, 0))
    body = _Body(_format_of(rest))
    where = f"line {line}" + (f" “{fold_space(unescape(title))}”" if title.strip() else "")
    if start < 0 or end < 0:
        kind = "description" if start < 0 and find(rest, "}") < 0 else "unclosed"
        return Question(kind, fold_space(unescape(title)), body.words(rest), where=where)
    inside, after = rest[start + 1 : end].strip(), rest[end + 1 :]
    if _EMBEDDED.match(inside):
        question = parse_cloze(unescape(rest), lambda words: body.words(words, is_raw=False))
    else:
        explained = find_last(inside, "####")
        why = body.words(inside[explained + 4 :]) if explained >= 0 else ""
        inside = inside[:explained].strip() if explained >= 0 else inside
        blank = f"{_BLANK}{after}" if after.strip() else ""
        question = _answered(inside, body, stem=body.words(rest[:start] + blank), explanation=why)
    return Question(
        question.type,
        fold_space(unescape(title)),
        question.stem,
        question.answers,
        question.pairs,
        question.spares,
        question.several,
        question.explanation,
        number=_first(_NUMBER, comments),
        left_out=(*body.left_out(), *(f"the tag “{tag}”" for tag in _all(_TAG, comments))),
        where=where,
    )


class _Body:
    """Makes words of the texts of one question, and remembers what they lost."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._lost: dict[str, None] = {}

    def words(self, text: str, *, is_raw: bool = True, may_name_format: bool = True) -> str:
        """A text with its own format in front, or in the format of the question."""
        own = _FORMAT.match(text) if may_name_format else None
        meant = text[own.end() :] if own else text
        plain, lost = to_plain(unescape(meant) if is_raw else meant, own[1].lower() if own else self._markup)
        self._lost |= dict.fromkeys(lost)
        return plain

    def left_out(self) -> tuple[str, ...]:
        """What none of its texts could keep."""
        return tuple(self._lost)


def _answered(inside: str, body: _Body, *, stem: str, explanation: str) -> Question:
    parts = [(mark, part) for mark, part in split_at(inside, "=~") if mark or part.strip()]
    kind = inside.partition("#")[0].strip().upper()
    if not inside:
        return Question("essay", "", stem, explanation=explanation)
    if inside.startswith("#"):
        return Question("numerical", "", stem, explanation=explanation)
    if any(mark == "~" for mark, _ in parts):
        is_single = any(mark == "=" for mark, _ in parts)
        answers = tuple(_answer(mark, part, body) for mark, part in parts)
        return Question(CHOICE, "", stem, answers, several=not is_single, explanation=explanation)
    if all(mark == "=" and "->" in part for mark, part in parts):
        return _matching([part for _, part in parts], body, stem=stem, explanation=explanation)
    if kind in _TRUE + _FALSE:
        return _true_false(inside, body, stem=stem, explanation=explanation)
    return Question("shortanswer", "", stem, explanation=explanation)


def _answer(mark: str, part: str, body: _Body) -> Answer:
    part = part.strip()
    share = RIGHT if mark == "=" else 0.0
    weight = _WEIGHT.match(part)
    if weight:
        part = part[weight.end() :]
        share = float(f"{'-' if '-' in weight[1] else ''}{weight[1].strip('-')}")
    text, feedback = _cut(part, "#")
    return Answer(body.words(text), share, body.words(feedback))


def _matching(parts: Sequence[str], body: _Body, *, stem: str, explanation: str) -> Question:
    sides = [part.partition("->") for part in parts]
    pairs = [(body.words(left), body.words(right, may_name_format=False)) for left, _, right in sides]
    return Question(
        MATCHING,
        "",
        stem,
        pairs=tuple((left, right) for left, right in pairs if left),
        spares=tuple(right for left, right in pairs if not left),
        explanation=explanation,
    )


def _true_false(inside: str, body: _Body, *, stem: str, explanation: str) -> Question:
    """The first feedback is for a wrong answer, the second for the right one."""
    says, feedback = _cut(inside, "#")
    on_wrong, on_right = _cut(feedback, "#")
    is_true = says.strip().upper() in _TRUE
    sides = (("True", is_true), ("False", not is_true))
    answers = tuple(
        Answer(text, RIGHT if is_right else 0.0, body.words(on_right if is_right else on_wrong))
        for text, is_right in sides
    )
    return Question(TRUE_FALSE, "", stem, answers, explanation=explanation)


def _cut_title(text: str) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    end = find(text, "::", start=2)
    return (text[2:end], text[end + 2 :].strip()) if end >= 0 else ("", text)


def _cut(text: str, mark: str) -> tuple[str, str]:
    place = find(text, mark)
    return (text[:place], text[place + 1 :]) if place >= 0 else (text, "")


def _format_of(text: str) -> str:
    named = _FORMAT.match(text)
    return named[1].lower() if named else MOODLE


def _first(pattern: re.Pattern[str], comments: Sequence[str]) -> str:
    return next(iter(_all(pattern, comments)), "")


def _all(pattern: re.Pattern[str], comments: Sequence[str]) -> list[str]:
    return [found.replace("\\]", "]").strip() for comment in comments for found in pattern.findall(comment)]
