"""Every doubt about a page, put as a question to a person."""

from collections.abc import Iterator, Sequence

from question_bank.model import Concern, ConcernKind, ValuesPage
from question_bank.reader.doubts.gaps import find_broken_acronym, find_fragments, find_lost_headings, find_missing_lists
from question_bank.reader.doubts.likeness import find_ambiguous_lines, find_joined_names, find_similar_names
from question_bank.reader.doubts.rivals import find_competing_lists
from question_bank.reader.doubts.typos import find_typos
from question_bank.reader.lines.unit import Unit
from question_bank.reader.parts.found import Found
from question_bank.reader.parts.sections import Part


def find_concerns(
    page: ValuesPage, found: Found, *, parts: Sequence[Part], units: Sequence[Unit]
) -> tuple[Concern, ...]:
    """What the reader could not settle, in page order."""
    concerns = (
        *find_lost_headings(page, found),
        *find_broken_acronym(page, units),
        *find_missing_lists(page),
        *find_fragments(page, units),
        *find_similar_names(page),
        *find_ambiguous_lines(page),
        *find_joined_names(page, found),
        *find_competing_lists(page, found, parts=parts),
        *_typos(units),
    )
    return tuple(sorted(concerns, key=lambda concern: (concern.line, concern.kind, concern.message)))


def _typos(units: Sequence[Unit]) -> Iterator[Concern]:
    for unit in units:
        for typo in find_typos(unit):
            yield Concern(
                ConcernKind.LIKELY_TYPO,
                typo.line,
                f"Line {typo.line} says “{typo.words}”. {typo.question} Until you decide, the words stay as they are.",
            )
