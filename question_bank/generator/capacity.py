"""How many items of a bank can stand on one paper, and how many different papers there are at least."""

from collections.abc import Sequence

from question_bank.generator.material.shuffle import shuffled
from question_bank.model import Capacity, Item

PAPER_LENGTH = 8
DRAWS = 200


def measure_capacity(items: Sequence[Item], *, seed: int) -> Capacity:
    """Largest enemy-free paper found, and different papers of the usual length among so many seeded draws.

    Both are lower bounds: items with few facts are placed first, which is what makes a paper long.
    """
    largest = len(draw_paper(sorted(items, key=lambda item: (len(item.facts), item.id)), most=len(items)))
    papers: set[frozenset[str]] = set()
    if largest >= PAPER_LENGTH:
        for draw in range(DRAWS):
            paper = draw_paper(shuffled(items, seed, "capacity", draw), most=PAPER_LENGTH)
            if len(paper) < PAPER_LENGTH:
                continue
            papers.add(frozenset(item.id for item in paper))
    return Capacity(largest_paper=largest, paper_length=PAPER_LENGTH, different_papers=len(papers))


def draw_paper(items: Sequence[Item], *, most: int) -> tuple[Item, ...]:
    """The first items in this order that test no fact twice."""
    taken: set[str] = set()
    paper: list[Item] = []
    for item in items:
        if len(paper) == most:
            break
        if taken.isdisjoint(item.facts):
            paper.append(item)
            taken.update(item.facts)
    return tuple(paper)
