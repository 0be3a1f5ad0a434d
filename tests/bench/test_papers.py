"""The papers of the shipped banks: always whole, never two items on one fact, little alike, evenly used, as hard."""

import pytest

from bench.papers import PAPERS, bank_items, candidates_of, first_papers, measure, papers_in_a_row
from question_bank.document import shipped_documents


@pytest.mark.parametrize("name", sorted(shipped_documents()))
def test_papers_are_whole_free_of_enemies_little_alike_evenly_used_and_as_hard_as_each_other(name: str) -> None:
    items = bank_items(shipped_documents()[name])
    pool = candidates_of(items)
    first, row = measure(first_papers(pool), items), measure(papers_in_a_row(pool), items)
    assert [(run.whole, run.enemies) for run in (first, row)] == [(PAPERS, 0), (PAPERS, 0)]
    assert row.overlap <= 0.35
    assert first.exposure <= 0.67
    assert first.unused <= 0.1 * len(items)
    assert first.guess_spread <= 0.03
