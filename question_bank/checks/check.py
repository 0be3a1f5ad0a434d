"""Every rule over every item: what keeps an item out of the bank, and advice on the bank as a whole."""

from collections.abc import Callable, Iterator, Sequence

from question_bank.checks.advice import advise
from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.printed import Printed, index_page
from question_bank.checks.overrides import apply_overrides
from question_bank.checks.rules import cues, form, grounding, likeness, miskey, proofs, shape, structure, wording
from question_bank.model import Finding, Item, Severity, ValuesPage
from question_bank.text import fold_space

Rule = Callable[[Case], Iterator[str]]

DUPLICATE_RULE = "duplicate"
RULES: dict[str, Rule] = {
    "source": grounding.source,
    "quote": grounding.quote,
    "key": grounding.key,
    "miskey": miskey.miskey,
    "headless": structure.headless,
    "avoid": structure.avoid,
    "proof": proofs.proof,
    "rationale": shape.rationale,
    "count": shape.count,
    "gap-start": shape.gap_start,
    "options": shape.options,
    "length": cues.length,
    "clang": cues.clang,
    "miscue": cues.miscue,
    "concept": cues.concept,
    "clash": likeness.clash,
    "convergence": cues.convergence,
    "negative": wording.negative,
    "vague": wording.vague,
    "absolute": wording.absolute,
    "nota": form.nota,
    "ktype": form.ktype,
    "tf-options": form.tf_options,
    "sequence": shape.sequence,
    "grammar": form.grammar,
    "stem": form.stem,
    "html": form.html,
}


def check_item(item: Item, *, page: ValuesPage | None, organisation: str | None) -> tuple[Finding, ...]:
    """What the hard gates say about one item, with notes on its overrides; without a page its grounding rests."""
    organisation = organisation or (page.organisation if page else None)
    case = open_case(item, printed=_index(page, organisation), organisation=organisation)
    return apply_overrides(item, tuple(_failures(case)))


def check_bank(items: Sequence[Item], *, page: ValuesPage | None, organisation: str | None) -> tuple[Finding, ...]:
    """What the hard gates say about every item, in order of items and rules, then advice on the bank."""
    organisation = organisation or (page.organisation if page else None)
    printed = _index(page, organisation)
    twice = likeness.duplicates(items, organisation=organisation)
    cases = [open_case(item, printed=printed, organisation=organisation) for item in items]
    findings: list[Finding] = []
    for position, case in enumerate(cases):
        failed = [*_failures(case)]
        if position in twice:
            failed.append(_fail(case.item, DUPLICATE_RULE, twice[position]))
        findings += apply_overrides(case.item, failed)
    return (*findings, *advise(cases))


def _failures(case: Case) -> Iterator[Finding]:
    for name, rule in RULES.items():
        for words in dict.fromkeys(rule(case)):
            yield _fail(case.item, name, words)


def _fail(item: Item, rule: str, words: str) -> Finding:
    return Finding(rule=rule, severity=Severity.FAIL, words=fold_space(words), item=item.id)


# The index of the page asked about last: a generator asks about one page thousands of times.
_last: tuple[ValuesPage, str | None, Printed] | None = None


def _index(page: ValuesPage | None, organisation: str | None) -> Printed | None:
    global _last
    if page is None:
        return None
    last = _last
    if last is not None and last[0] is page and last[1] == organisation:
        return last[2]
    printed = index_page(page, organisation=organisation)
    _last = (page, organisation, printed)
    return printed
