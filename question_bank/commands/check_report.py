"""What a check found, put for a reader: item by item, then the bank, then a summary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from question_bank.checks import rule_table
from question_bank.model import Finding, Item, Severity
from question_bank.text import fold_space


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items were judged by which hard gates, how many of them have a fail, and which gates rested."""

    items: int
    flagged: int
    notes: int
    rules: tuple[str, ...]
    rested: tuple[str, ...]

    @property
    def words(self) -> str:
        """The summary as a sentence."""
        judged = f"{self.flagged} of {self.items} items flagged by {len(self.rules)} automatic rules"
        rested = f"; without the page {', '.join(self.rested)} were not judged" if self.rested else ""
        return f"{judged} ({', '.join(self.rules)}){rested}."


def summarise(items: Sequence[Item], findings: Sequence[Finding], *, with_page: bool) -> Summary:
    """Count what the hard gates said; an overridden fail is a note."""
    gates = [info for info in rule_table().values() if info.fails]
    failed = {finding.item for finding in findings if finding.severity is Severity.FAIL}
    return Summary(
        items=len(items),
        flagged=sum(1 for item in items if item.id in failed),
        notes=sum(1 for finding in findings if finding.severity is Severity.NOTE),
        rules=tuple(info.name for info in gates if with_page or not info.needs_page),
        rested=tuple(info.name for info in gates if info.needs_page and not with_page),
    )


def report_lines(items: Sequence[Item], findings: Sequence[Finding], *, with_page: bool) -> Iterator[str]:
    """The report: each item with findings and its stem, then advice on the bank, then the summary."""
    stems = {item.id: item.stem for item in items}
    by_item: dict[str | None, list[Finding]] = {}
    for finding in findings:
        by_item.setdefault(finding.item, []).append(finding)
    on_the_bank = by_item.pop(None, [])
    for item, found in by_item.items():
        yield f"{item}: {fold_space(stems.get(item or '', ''))}"
        yield from _rules(found)
        yield ""
    if on_the_bank:
        yield "The bank as a whole"
        yield from _rules(on_the_bank)
        yield ""
    yield summarise(items, findings, with_page=with_page).words


def what_to_do(finding: Finding) -> str:
    """What an author does about a finding; nothing where the rule is not one of ours."""
    info = rule_table().get(finding.rule)
    return info.what_to_do if info else ""


def _rules(findings: Sequence[Finding]) -> Iterator[str]:
    """Each rule once, with its words below it and what to do."""
    by_rule: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    for (severity, rule), found in by_rule.items():
        info = rule_table().get(rule)
        yield f"  {'FAIL' if severity is Severity.FAIL else 'note'} {rule}: {info.title if info else 'no rule of ours'}"
        yield from (f"    - {finding.words}" for finding in found)
        if info:
            yield f"    What to do: {info.what_to_do}"
