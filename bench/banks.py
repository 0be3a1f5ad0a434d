"""What banks hold: items and gates page by page, what is covered, and what good authors would have asked.

    python -m bench.banks [PAGE ...] [--seed N]

Without a page: the shipped ones and the test pages. An item that fails a gate would be a fault of the generator.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.yardstick import ORGANISATIONS, wanted_items
from question_bank.checks import check_bank
from question_bank.document import document_beside, shipped_documents
from question_bank.generator import generate
from question_bank.model import Bank, Item, Kind, Severity, ValuesPage
from question_bank.reader import read_file

TEST_PAGES = Path(__file__).parents[1] / "tests" / "question_bank" / "reader" / "pages"
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    found: int
    of: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.found + other.found, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.found}/{self.of}"


@dataclass(frozen=True, slots=True)
class Row:
    """What one bank holds and covers."""

    items: int
    fails: int
    values: Share
    behaviours: Share
    visions: Share
    sections: Share


def main() -> int:
    """Print the figures; 1 where any item fails a gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rows = []
    for path in options.page or [*shipped_documents().values(), *sorted(TEST_PAGES.glob("*.txt"))]:
        document = document_beside(path)
        page = read_file(path)
        bank = generate(page, organisation=document.organisation if document else None, seed=options.seed)
        rows.append(measure(bank, page))
        print(f"{'/'.join(path.parts[-2:]):32} {show(rows[-1])}  largest paper {bank.capacity.largest_paper}")
    print(f"{'together':32} {show(add_up(rows))}")
    if not options.page:
        print_yardstick(options.seed)
    return int(any(row.fails for row in rows))


def measure(bank: Bank, page: ValuesPage) -> Row:
    """Count what the bank holds: values twice, behaviours, the vision twice and sections once are to be asked about."""
    findings = check_bank(bank.items, page=page, organisation=bank.organisation)
    cited = Counter(citation.line for item in bank.items for citation in item.source)
    names = Counter(name for item in bank.items for name in _names(item))
    named = [value for value in page.values if value.name]
    lines = [passage.line for value in named for passage in value.behaviours]
    visions = [page.vision.line] if page.vision else []
    return Row(
        items=len(bank.items),
        fails=sum(finding.severity is Severity.FAIL for finding in findings),
        values=Share(sum(names[value.name or ""] >= ENOUGH for value in named), len(named)),
        behaviours=Share(sum(cited[line] > 0 for line in lines), len(lines)),
        visions=Share(sum(cited[line] >= ENOUGH for line in visions), len(visions)),
        sections=Share(
            sum(any(cited[passage.line] for passage in section.paragraphs) for section in page.sections),
            len(page.sections),
        ),
    )


def add_up(rows: Sequence[Row]) -> Row:
    """All banks as one row."""
    nothing = Share(0, 0)
    return Row(
        sum(row.items for row in rows),
        sum(row.fails for row in rows),
        sum((row.values for row in rows), nothing),
        sum((row.behaviours for row in rows), nothing),
        sum((row.visions for row in rows), nothing),
        sum((row.sections for row in rows), nothing),
    )


def show(row: Row) -> str:
    """A row in words."""
    return (
        f"{row.items:4} items, {row.fails} FAIL; twice or more: values {row.values}, vision {row.visions}; "
        f"at all: behaviours {row.behaviours}, sections {row.sections}"
    )


def print_yardstick(seed: int) -> None:
    """How many of the items that good authors wrote for the shipped pages the banks hold, by tier."""
    banks = {
        name: generate(read_file(path), organisation=ORGANISATIONS[name], seed=seed).items
        for name, path in shipped_documents().items()
    }
    for tier in "ABC":
        wanted = [one for one in wanted_items() if one.tier == tier]
        missing = [one for one in wanted if not one.is_in(banks[one.page])]
        print(
            f"yardstick tier {tier}: {len(wanted) - len(missing)}/{len(wanted)} {[str(one) for one in missing] or ''}"
        )


def _names(item: Item) -> set[str]:
    if item.kind is Kind.MATCHING:
        return {right for _, right in item.pairs or ()}
    return {item.value} if item.value else {option.text for option in item.keys}


if __name__ == "__main__":
    sys.exit(main())
