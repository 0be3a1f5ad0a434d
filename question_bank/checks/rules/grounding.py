"""Whether an item rests on the page: its citations, its quotations, its key."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import Printed, contains, is_heading, is_printed, small
from question_bank.checks.evidence.quotation import runs
from question_bank.model import Citation, Kind
from question_bank.text import fold_for_match

_COORDINATION = re.compile(r"\s*(?:,|;|&|\band\b|\bor\b)\s*", re.IGNORECASE)


def source(case: Case) -> Iterator[str]:
    """Every cited passage stands verbatim on the page at its line, and there is one (EduQG: a link an item)."""
    if not case.item.source:
        yield "no passage of the page is cited"
        return
    if case.printed is None:
        return
    for citation in case.item.source:
        if not _stands_at_its_line(case.printed, citation):
            yield f"line {citation.line}: “{citation.text}”"


def quote(case: Case) -> Iterator[str]:
    """Words in quotation marks in the stem are on the page in this spelling; an ellipsis or a gap may join two runs."""
    if case.printed is None:
        return
    for quoted in case.stem.inside:
        for run in runs(quoted):
            folded = fold_for_match(run)
            if not any(contains(case.printed.exact, form) for form in (folded, folded.strip(" .,;:?!\"'"))):
                yield f"“{run}”"


def key(case: Case) -> Iterator[str]:
    """The key is on the page or a name on it (miskeyed: 4 % of human items, 6 % of generated ones; Law 2025)."""
    if case.printed is None or case.item.kind is Kind.TRUE_FALSE or case.is_scenario:
        return
    for text in _answers(case):
        if not (is_printed(case.printed, text) or is_heading(case.printed, text) or _is_joined(case.printed, text)):
            yield f"“{text}”"


def split_coordination(text: str) -> tuple[str, ...]:
    """The members of “a, b and c”."""
    return tuple(part for part in _COORDINATION.split(small(text)) if part)


def _answers(case: Case) -> tuple[str, ...]:
    if case.item.kind is Kind.MATCHING:
        return tuple(dict.fromkeys(side for pair in case.item.pairs or () for side in pair))
    return tuple(option.text for option in case.item.keys)


def _is_joined(printed: Printed, text: str) -> bool:
    """Whether a text joins members of one passage that the page prints with others between them."""
    parts = split_coordination(text)
    if len(parts) < 2:
        return False
    return any(all(contains(passage.small, part) for part in parts) for passage in printed.passages)


def _stands_at_its_line(printed: Printed, citation: Citation) -> bool:
    cited = fold_for_match(citation.text).strip("\"' ")
    if not cited or not 1 <= citation.line <= len(printed.lines):
        return False
    first = printed.lines[citation.line - 1]
    start = _from_line(printed, citation.line, enough=len(first) + len(cited)).find(cited)
    return 0 <= start < len(first) or any(
        passage.number == citation.line and contains(passage.exact, cited) for passage in printed.passages
    )


def _from_line(printed: Printed, number: int, *, enough: int) -> str:
    """The text from a line on, as much of it as a passage that begins there can need."""
    joined = ""
    for line in printed.lines[number - 1 :]:
        joined = f"{joined} {line}" if joined and line else joined or line
        if len(joined) > enough:
            break
    return joined
