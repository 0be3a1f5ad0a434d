"""What the reader could not settle, put as questions to a person."""

from collections.abc import Iterable, Iterator, Sequence

from question_bank.model import Concern, ConcernKind, ValuesPage
from question_bank.reader.doubts.typos import find_typos
from question_bank.reader.lines.unit import Unit
from question_bank.reader.parts.values import Found


def find_concerns(page: ValuesPage, found: Found, units: Sequence[Unit]) -> tuple[Concern, ...]:
    """Every doubt about a page, in page order."""
    concerns = [*_lost_headings(page), *_missing_behaviours(page), *_typos(units)]
    return tuple(sorted(concerns, key=lambda concern: (concern.line, concern.kind)))


def _lost_headings(page: ValuesPage) -> Iterator[Concern]:
    for value in page.values:
        if value.name is None and (value.behaviours or value.avoid):
            first = (*value.behaviours, *value.avoid)[0]
            yield Concern(
                ConcernKind.LOST_HEADING,
                value.line,
                f"The list on line {first.line} (“{_short(first.text)}”) has no heading of its own. "
                "What is this value called, or is it to stay without a name?",
            )


def _missing_behaviours(page: ValuesPage) -> Iterator[Concern]:
    bare = [value for value in page.values if not value.behaviours and not value.avoid]
    if bare and len(bare) == len(page.values):
        yield Concern(
            ConcernKind.NO_BEHAVIOURS,
            bare[0].line,
            f"The page gives {len(bare)} values but no behaviours for them. "
            "Is there a list of what each value looks like at work that could be added?",
        )


def _typos(units: Iterable[Unit]) -> Iterator[Concern]:
    for unit in units:
        for typo in find_typos(unit):
            yield Concern(
                ConcernKind.LIKELY_TYPO,
                typo.line,
                f"Line {typo.line} says “{typo.words}”. {typo.question} Until you decide, the words stay as they are.",
            )


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:7]) + " …"
