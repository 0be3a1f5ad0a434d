"""The papers of the shipped banks: always whole, never two items on one fact, little alike, evenly used, as hard."""

from functools import cache

import pytest

from bench.papers import PAPERS, Figures, bank_items, candidates_of, first_papers, measure, papers_in_a_row
from question_bank.document import shipped_documents

PAGES = sorted(shipped_documents())


@cache
def figures(name: str) -> tuple[Figures, Figures]:
    """Of the first papers of so many learners, and of so many papers of one learner."""
    items = bank_items(shipped_documents()[name])
    pool = candidates_of(items)
    return measure(first_papers(pool), items), measure(papers_in_a_row(pool), items)


@pytest.mark.parametrize("name", PAGES)
def test_every_paper_is_whole_and_free_of_enemies(name: str) -> None:
    for run in figures(name):
        assert (run.whole, run.enemies) == (PAPERS, 0)


@pytest.mark.parametrize("name", PAGES)
def test_one_learner_meets_few_items_again_at_once(name: str) -> None:
    _, row = figures(name)
    assert row.overlap <= 0.35


@pytest.mark.parametrize("name", PAGES)
def test_no_item_is_worn_out_and_few_are_left_unused(name: str) -> None:
    first, _ = figures(name)
    assert first.exposure <= 0.67
    assert first.unused <= 0.1 * len(bank_items(shipped_documents()[name]))


@pytest.mark.parametrize("name", PAGES)
def test_no_paper_can_be_guessed_better_than_another(name: str) -> None:
    first, _ = figures(name)
    assert first.guess_spread <= 0.03
