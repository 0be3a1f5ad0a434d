"""Names and lines of different values that are hard to tell apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from question_bank.lexicon import names_clash
from question_bank.model import Concern, ConcernKind, Passage, Value, ValuesPage
from question_bank.reader.doubts.phrases import label, shorten
from question_bank.reader.lines.names import key_of
from question_bank.reader.parts.found import Found
from question_bank.words import jaccard, stems

_ALIKE, _SHARED = 0.2, 3
_NEARLY_EQUAL, _SHARED_BY_SHORT = 0.6, 2
_MOST_COMPARED = 250  # a page with more lines than this is no values page that a person could settle pair by pair
_DASH = re.compile(r"\s[-–—]\s")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)


def find_similar_names(page: ValuesPage) -> Iterator[Concern]:
    """Two values whose names mean nearly the same."""
    named = [value for value in page.values if value.name is not None]
    for one, other in combinations(named[:_MOST_COMPARED], 2):
        if one.name and other.name and names_clash(one.name, other.name):
            yield Concern(
                ConcernKind.SIMILAR_NAMES,
                other.line,
                f"“{one.name}” (line {one.line}) and “{other.name}” (line {other.line}) are close in meaning. Would a "
                "new starter know which is which, or are the two never to stand side by side in a question?",
            )


def find_ambiguous_lines(page: ValuesPage) -> Iterator[Concern]:
    """Lines of two values that say nearly the same, and lines that use the name of another value."""
    lines = [(value, line) for value in page.values for line in _lines(value)]
    if len(lines) > _MOST_COMPARED:
        return
    for (owner, line), (rival, other) in combinations(lines, 2):
        if owner is not rival and _say_the_same(line, other):
            yield Concern(
                ConcernKind.AMBIGUOUS_PAIR,
                other.line,
                f"Line {line.line} under {label(owner)} (“{shorten(line.text)}”) and line {other.line} under "
                f"{label(rival)} (“{shorten(other.text)}”) say much the same. Could a reader fairly place either under "
                "both values, or are they far enough apart to ask about?",
            )
    for owner, line in lines:
        for rival in page.values:
            if rival is not owner and _uses_name(line, rival):
                yield Concern(
                    ConcernKind.AMBIGUOUS_PAIR,
                    line.line,
                    f"Line {line.line} under {label(owner)} (“{shorten(line.text)}”) uses the word of another value, "
                    f"{label(rival)} (line {rival.line}). Could a reader fairly place it there too?",
                )


def find_joined_names(page: ValuesPage, found: Found) -> Iterator[Concern]:
    """Names with a dash, or with an "and" that no heading bears out: one value or two?"""
    strung = {(name.line, key_of(name.raw)) for name in found.announced}
    for value in page.values:
        if value.name is None:
            continue
        unproven = (value.line, key_of(value.name)) in strung
        joint = _DASH.search(value.name) or (_AND.search(value.name) if unproven else None)
        if joint:
            one, other = value.name[: joint.start()], value.name[joint.end() :]
            yield Concern(
                ConcernKind.AMBIGUOUS_PAIR,
                value.line,
                f"Line {value.line} is read as one value, “{value.name}”. "
                f"Is that so, or are “{one}” and “{other}” two values?",
            )


def _lines(value: Value) -> Sequence[Passage]:
    return (*([value.definition] if value.definition else []), *value.behaviours)


def _say_the_same(line: Passage, other: Passage) -> bool:
    one, two = stems(line.text), stems(other.text)
    shared, likeness = len(one & two), jaccard(one, two)
    return (shared >= _SHARED and likeness >= _ALIKE) or (shared >= _SHARED_BY_SHORT and likeness >= _NEARLY_EQUAL)


def _uses_name(line: Passage, rival: Value) -> bool:
    wanted = stems(rival.name) if rival.name else frozenset()
    return bool(wanted) and wanted <= stems(line.text)
