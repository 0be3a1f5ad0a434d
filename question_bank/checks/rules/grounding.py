"""Whether an item rests on the page: its citations, its quotations, its key."""

import re
from collections.abc import Iterator

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import Printed, contains, is_heading, is_printed, small
from question_bank.checks.evidence.quotation import runs
from question_bank.model import Citation, Kind
from question_bank.text import fold_for_match

_DETERMINER = re.compile(r"^(?:the|an?|our|your|their|its|his|her|my) ", re.IGNORECASE)
_COORDINATION = re.compile(r"\s*(?:,|;|&|\band\b|\bor\b)\s*", re.IGNORECASE)


def source(case: Case) -> Iterator[str]:
    """Every cited passage stands verbatim on the page at its line, and there is one.

    EduQG: a sentence for each question. One that does not is enough. No rate is published.
    """
    if not case.item.source:
        yield "no passage of the page is cited"
        return
    if case.printed is None:
        return
    for citation in case.item.source:
        if not _stands_at_its_line(case.printed, citation):
            yield f"line {citation.line}: “{citation.text}”"


def quote(case: Case) -> Iterator[str]:
    """Words in quotation marks in the stem are on the page in this spelling and order; a gap or dots may join runs.

    Ours. One is enough. 6 % of generated items and 4 % of human ones have an error of fact (Law 2025).
    """
    if case.printed is None:
        return
    for quoted in case.stem.inside:
        parts = [_without_last_mark(case.printed, fold_for_match(run)) for run in runs(quoted)]
        missing = [part for part in parts if not contains(case.printed.exact, part)]
        yield from (f"“{part}”" for part in missing)
        if not missing and not any(_stand_in_order(text, parts) for text in case.printed.exact.split("\n")):
            yield f"“{quoted}”: its parts stand in another order"


def key(case: Case) -> Iterator[str]:
    """The key is on the page or a name on it, but for an article in front.

    Ours. One is enough. Keyed wrongly: 4 % of human items, 6 % of generated ones (Law 2025).
    """
    if case.printed is None or case.item.kind is Kind.TRUE_FALSE or case.is_scenario:
        return
    for text in _answers(case):
        if not any(_is_on_page(case.printed, form) for form in (text, _DETERMINER.sub("", fold_for_match(text)))):
            yield f"“{text}”"


def split_coordination(text: str) -> tuple[str, ...]:
    """The members of “a, b and c”."""
    return tuple(part for part in _COORDINATION.split(small(text)) if part)


def _answers(case: Case) -> tuple[str, ...]:
    if case.item.kind is Kind.MATCHING:
        return tuple(dict.fromkeys(side for pair in case.item.pairs or () for side in pair))
    return tuple(option.text for option in case.item.keys)


def _is_on_page(printed: Printed, text: str) -> bool:
    return is_printed(printed, text) or is_heading(printed, text) or _is_joined(printed, text)


def _without_last_mark(printed: Printed, run: str) -> str:
    """A run as the page has it: the mark at its end may be the question's own."""
    return run if contains(printed.exact, run) else run.strip(" .,;:?!\"'")


def _stand_in_order(text: str, parts: list[str]) -> bool:
    start = 0
    for part in parts:
        found = text.find(part, start)
        if found < 0:
            return False
        start = found + len(part)
    return True


def _is_joined(printed: Printed, text: str) -> bool:
    """Whether a text joins members of one passage that the page prints with others between them."""
    parts = split_coordination(text)
    if len(parts) < 2:
        return False
    return any(all(contains(passage.small, part) for part in parts) for passage in printed.passages)


def _stands_at_its_line(printed: Printed, citation: Citation) -> bool:
    cited = fold_for_match(citation.text).strip("\"' ")
    if not cited:
        return False
    if any(passage.number == citation.line and contains(passage.exact, cited) for passage in printed.passages):
        return True
    return any(_begins_on(printed, number, cited) for number in printed.page.text_lines(citation.line))


def _begins_on(printed: Printed, number: int, cited: str) -> bool:
    """Whether words begin on a line of the text; a line of a web page's file may hold many of these."""
    first = printed.lines[number - 1]
    start = _from_line(printed, number, enough=len(first) + len(cited)).find(cited)
    return 0 <= start < len(first)


def _from_line(printed: Printed, number: int, *, enough: int) -> str:
    """The text from a line on, as much of it as a passage that begins there can need."""
    joined = ""
    for line in printed.lines[number - 1 :]:
        joined = f"{joined} {line}" if joined and line else joined or line
        if len(joined) > enough:
            break
    return joined
