"""Where a passage holds what looks like a slip or breaks off: those words are neither quoted nor asked for."""

import re

from question_bank.generator.language.grammar import FUNCTION_WORDS, PREPOSITIONS, is_verb, tokens
from question_bank.generator.language.vocabulary import classes
from question_bank.model import Concern, ConcernKind, Passage, ValuesPage
from question_bank.text import fold_space

TypoPlaces = frozenset[int]

# Words on either side of a slip that a quotation leaves out with it.
MARGIN = 2
_STOPS = frozenset(".!?…”’'\")")
_MARKS_AT_END = " \t\u00a0"
_OPENING_WORDS = frozenset({"a", "an", "the", "and", "or", "to", "our", "your", "their", "that", "which", "who"})
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]|[‘']([^’']+)[’'](?!\w)")


def blocked_places(page: ValuesPage, passage: Passage, *, text: str) -> TypoPlaces:
    """The numbers of the words of a passage that stand at or near a likely typo."""
    last_line = page.line_at(passage.end)
    blocked: set[int] = set()
    for concern in page.concerns:
        if concern.kind is ConcernKind.LIKELY_TYPO and passage.line <= concern.line <= last_line:
            blocked |= _near(page, concern, text)
    return frozenset(blocked)


def breaks_off(page: ValuesPage, passage: Passage) -> bool:
    """Whether a page ends inside a passage: no stop, no new line, and a last word that nobody knows or that opens one.

    When in doubt the last line of such a page is left out: half a word in a question is worse than a line not asked.
    """
    is_last = not page.text[passage.end :].strip(_MARKS_AT_END) and not page.text.endswith(("\n", "\r"))
    said = [word.word for word in tokens(passage.text)]
    if not is_last or not said or passage.text.rstrip()[-1:] in _STOPS:
        return False
    last = said[-1]
    if last in FUNCTION_WORDS:
        return last in PREPOSITIONS | _OPENING_WORDS
    elsewhere = [word.word for word in tokens(page.text)].count(last) > 1
    return not (elsewhere or classes(last) or is_verb(last))


def _near(page: ValuesPage, concern: Concern, text: str) -> set[int]:
    """The places around the words that the concern quotes; every place where it is not clear what it means."""
    words = _words(text)
    runs = [_words(one or other) for one, other in _QUOTED.findall(fold_space(concern.message))]
    found = sorted((_places(words, run) for run in runs if _places(words, run)), key=len)
    if found:
        core = found[0] & found[-1] or found[0]  # the slip itself, where the words around it are quoted too
        return {near for place in core for near in range(place - MARGIN, place + MARGIN + 1)}
    on_its_line = (_words(line) for line in page.text_on(concern.line))
    return set() if any(_places(line, run) for line in on_its_line for run in runs) else set(range(len(words)))


def _places(words: list[str], run: list[str]) -> set[int]:
    places: set[int] = set()
    for start in range(len(words) - len(run) + 1) if run else ():
        if words[start : start + len(run)] == run:
            places |= set(range(start, start + len(run)))
    return places


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]
