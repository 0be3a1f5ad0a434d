"""Put a paper together: every value asked about, no two items on one fact, the least seen first, as hard as others."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import median_low

from question_bank.model import Kind
from quizapp.assessment.papers.candidates import Candidate, PaperRequest
from quizapp.assessment.papers.chance import shuffled
from quizapp.assessment.papers.paper_search import search_paper

SAMPLE = 9
"""Papers drawn to learn how much of a paper a bank usually lets be guessed."""


def assemble_paper(candidates: Sequence[Candidate], request: PaperRequest) -> tuple[Candidate, ...]:
    """The paper's items in the order they are asked; shorter than asked for only where the bank allows no more.

    Each value is asked about once, then a second time where an independent fact allows it, the values missed before
    first of all; the rest comes from the vision and the sections. True/false items are never drawn. What a guesser
    may expect of a paper stays within 3 in 100 of what other papers of the same bank give.
    """
    usable = tuple(sorted((one for one in candidates if one.kind is not Kind.TRUE_FALSE), key=lambda one: one.id))
    unseen = tuple(replace(one, seen=0, is_recent=False) for one in usable)
    fair = usual_guess_score(unseen, length=request.length, value_names=request.value_names)
    return _in_asking_order(search_paper(usable, request, fair=fair), request)


@lru_cache(maxsize=64)
def usual_guess_score(candidates: tuple[Candidate, ...], *, length: int, value_names: tuple[str, ...]) -> int:
    """What a guesser may expect of a whole paper of this bank, in 840ths: the middle of a few papers.

    It follows from the bank alone, so that all its papers are held to the same figure.
    """
    requests = (PaperRequest(length, value_names, seed=f"usual|{number}") for number in range(SAMPLE))
    papers = [search_paper(candidates, request, fair=None) for request in requests]
    return median_low(sum(item.guess_score for item in paper) for paper in papers)


def option_order(tokens: Sequence[str], *, seed: str, are_in_sequence: bool = False) -> list[str]:
    """The option tokens in the order shown: seeded, except that numbers, dates and times stay in sequence."""
    return list(tokens) if are_in_sequence else shuffled(tokens, seed=seed)


def _in_asking_order(items: Sequence[Candidate], request: PaperRequest) -> tuple[Candidate, ...]:
    """Missed values first; otherwise the seed's order, with a question of one choice to begin with."""
    order = shuffled(items, seed=f"{request.seed}|order")
    order.sort(key=lambda item: request.missed.isdisjoint(item.value_names))
    first = next((item for item in order if item.kind is Kind.SINGLE), None)
    missed_come_first = bool(request.missed) and first is not None and request.missed.isdisjoint(first.value_names)
    if first is not None and not missed_come_first:
        order.remove(first)
        order.insert(0, first)
    return tuple(order)
