"""What papers the shipped banks give: whether they are whole, how alike they are, and how evenly items are used.

    python -m bench.papers [PAGE ...] [--items]

200 first papers of 200 learners, then 200 papers in a row of one learner. Only a page beside a document.toml has an
organisation to print; any other is asked about as “this page”. Scenarios count as if somebody had approved them.
"""

import argparse
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from question_bank.document import document_beside, shipped_documents
from question_bank.generator import generate
from question_bank.model import Item, Kind, are_enemies
from question_bank.reader import read_file
from quizapp.assessment.papers.candidates import GUESS_UNIT, Candidate, PaperRequest
from quizapp.assessment.papers.paper import assemble_paper
from quizapp.assessment.quiz_blueprint import QuizBlueprint

PAPERS = 200
Paper = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How a run of papers came out; shares are of one."""

    whole: int
    enemies: int
    different: int
    overlap: float
    largest_overlap: float
    exposure: float
    unused: int
    guess_spread: float

    def __str__(self) -> str:
        return (
            f"whole {self.whole}/{PAPERS}  enemies {self.enemies}  different {self.different}  "
            f"overlap of neighbours {self.overlap:.2f} (most {self.largest_overlap:.2f})  "
            f"exposure {self.exposure:.2f}  unused {self.unused}  guess spread {self.guess_spread:.3f}"
        )


def main() -> None:
    """Measure every page, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", type=Path, default=list(shipped_documents().values()))
    parser.add_argument("--items", action="store_true", help="how often each item is used, too")
    options = parser.parse_args()
    for path in options.page:
        items = bank_items(path)
        pool = candidates_of(items)
        began = time.process_time()
        first = first_papers(pool)
        cost = (time.process_time() - began) / PAPERS
        row = papers_in_a_row(pool)
        print(f"{path}: {len(pool)} items that may be drawn, {1000 * cost:.1f} ms a first paper")
        print(f"  200 learners   {measure(first, items)}")
        print(f"  one learner    {measure(row, items)}")
        if options.items:
            print_use(first, items)


def bank_items(path: Path) -> dict[int, Item]:
    """The page's items that may be drawn, numbered."""
    document = document_beside(path)
    bank = generate(read_file(path), organisation=document.organisation if document else None)
    return {number: item for number, item in enumerate(bank.items) if item.kind is not Kind.TRUE_FALSE}


def candidates_of(items: Mapping[int, Item]) -> list[Candidate]:
    """The items as the search sees them, unseen."""
    return [
        Candidate(
            number, item.kind, frozenset((*item.facts, item.stem)), _value_names(item), option_count=len(item.options)
        )
        for number, item in items.items()
    ]


def first_papers(pool: Sequence[Candidate]) -> list[Paper]:
    """The first papers of so many learners."""
    return [assemble_paper(pool, _request(pool, f"learner {number}")) for number in range(PAPERS)]


def papers_in_a_row(pool: Sequence[Candidate]) -> list[Paper]:
    """So many papers of one learner, who is remembered."""
    papers: list[Paper] = []
    seen: Counter[int] = Counter()
    for number in range(PAPERS):
        last = {item.id for item in papers[-1]} if papers else set()
        known = [replace(item, seen=seen[item.id], is_recent=item.id in last) for item in pool]
        papers.append(assemble_paper(known, _request(pool, f"try {number}")))
        seen.update(item.id for item in papers[-1])
    return papers


def measure(papers: Sequence[Paper], items: Mapping[int, Item]) -> Figures:
    """What the run is judged by: exposure is the most used item's share of papers, spread the extremes' distance."""
    ids = [frozenset(item.id for item in paper) for paper in papers]
    use = Counter(number for paper in ids for number in paper)
    overlaps = [len(one & other) / max(len(one), 1) for one, other in pairwise(ids)]
    guesses = [sum(item.guess_score for item in paper) / GUESS_UNIT / max(len(paper), 1) for paper in papers]
    names = {name for item in items.values() for name in _value_names(item)}
    return Figures(
        whole=sum(
            len(paper) == QuizBlueprint().length and names <= {name for item in paper for name in item.value_names}
            for paper in papers
        ),
        enemies=sum(
            are_enemies(items[one.id], items[other.id])
            for paper in papers
            for place, one in enumerate(paper)
            for other in paper[:place]
        ),
        different=len(set(ids)),
        overlap=sum(overlaps) / len(overlaps),
        largest_overlap=max(overlaps),
        exposure=max(use.values(), default=0) / len(papers),
        unused=len(items) - len(use),
        guess_spread=max(guesses) - min(guesses),
    )


def print_use(papers: Sequence[Paper], items: Mapping[int, Item]) -> None:
    """Item by item: its share of papers, its template, its question."""
    use = Counter(item.id for paper in papers for item in paper)
    for number, item in sorted(items.items(), key=lambda pair: -use[pair[0]]):
        print(f"    {use[number] / len(papers):4.2f}  {item.id:14}  {item.stem[:90]}")


def _request(pool: Sequence[Candidate], seed: str) -> PaperRequest:
    names = tuple(dict.fromkeys(name for item in pool for name in item.value_names))
    return PaperRequest(QuizBlueprint().length, names, seed=seed)


def _value_names(item: Item) -> tuple[str, ...]:
    if item.kind is Kind.MATCHING:
        return tuple(sorted({right for _, right in item.pairs or ()}))
    return (item.value,) if item.value else ()


if __name__ == "__main__":
    main()
