"""The gap of an item: the words around it, and the run of the page they make with a word in it."""

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.quotation import GAP, runs

_MARK = "\ue000"  # a gap parts two runs of a quotation, this sign does not


def gap_context(case: Case) -> str:
    """The words around the gap: the quotation it stands in, else the text after the last colon, else the stem."""
    for quoted in case.stem.inside:
        if GAP in quoted:
            return quoted
    return case.stem.outside.rpartition(": ")[2]


def fill(context: str, word: str) -> str | None:
    """The run around the gap with a word in it; None where there is no gap."""
    if GAP not in context:
        return None
    marked = runs(context.replace(GAP, _MARK, 1).replace(GAP, " … "))
    return next((run.replace(_MARK, word) for run in marked if _MARK in run), word)
