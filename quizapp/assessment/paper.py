"""Put a paper together: every value asked about, no two items on one fact, the least seen first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from question_bank.model import Kind
from quizapp.assessment.chance import draw, shuffled

SEARCH_LIMIT = 4_000
"""Candidates tried before the best paper so far is taken; small banks need a few dozen."""

MOST_OF_A_KIND = {Kind.MATCHING: 1, Kind.MULTIPLE: 2, Kind.GAP: 3}
"""The longer kinds stay few on a paper, so that it can be done in about ten minutes."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An approved item as the search sees it; `seen` counts the papers on which this person met it."""

    id: int
    kind: Kind
    facts: frozenset[str]
    value_names: tuple[str, ...]
    seen: int = 0


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What a paper must be: its length, the values to cover in page order, those missed before, and the seed."""

    length: int
    value_names: tuple[str, ...]
    seed: str
    missed: frozenset[str] = frozenset()


def assemble_paper(candidates: Sequence[Candidate], request: PaperRequest) -> tuple[Candidate, ...]:
    """The paper's items in the order they are asked; shorter than asked for only where the bank allows no more.

    Each value is asked about once, then a second time where an independent fact allows it, the values missed before
    first of all; the rest comes from the vision and the sections. True/false items are never drawn.
    """
    usable = [candidate for candidate in candidates if candidate.kind is not Kind.TRUE_FALSE]
    search = _Search(usable, request)
    search.run()
    return _in_asking_order(search.best, request)


def option_order(texts: dict[str, str], *, seed: str) -> list[str]:
    """The option tokens in the order shown: seeded, except that options of one number each stay in sequence."""
    if len(texts) > 1 and all(len(re.findall(r"\d+", text)) == 1 for text in texts.values()):
        return list(texts)
    return shuffled(list(texts), seed=seed)


class _Search:
    """Depth-first over the demands of a paper, best candidate first, within a limit of steps."""

    def __init__(self, candidates: list[Candidate], request: PaperRequest) -> None:
        self.candidates = candidates
        self.request = request
        self.steps = 0
        self.best: tuple[Candidate, ...] = ()
        self._best_worth = (-1, -1)
        names = sorted(request.value_names, key=lambda name: (name not in request.missed, self._supply(name)))
        self.covers = {name for name in names if self._supply(name)}

    def run(self) -> None:
        """Leave the best paper in `best`."""
        self._extend(())

    def _extend(self, chosen: tuple[Candidate, ...]) -> bool:
        """Try to complete a paper; True once nothing better can be found or the limit is reached."""
        self._remember(chosen)
        if len(chosen) == self.request.length:
            return self._uncovered(chosen) == 0
        for candidate in self._next(chosen):
            self.steps += 1
            if self.steps > SEARCH_LIMIT or self._extend((*chosen, candidate)):
                return True
        return False

    def _next(self, chosen: tuple[Candidate, ...]) -> Iterator[Candidate]:
        """The candidates for the most pressing demand that the bank can still meet."""
        spent = frozenset(fact for item in chosen for fact in item.facts)
        free = [item for item in self.candidates if spent.isdisjoint(item.facts) and not self._too_many(item, chosen)]
        counts = self._times_asked(chosen)
        for wanted in (1, 2):
            for name in self._by_need(counts, wanted):
                about = [item for item in free if name in item.value_names]
                if about:
                    yield from sorted(about, key=lambda item: self._preference(item, chosen))
                    return
                if wanted == 1:
                    return  # a value without a question is no paper: go back instead
        rest = [item for item in free if not item.value_names] or free
        yield from sorted(rest, key=lambda item: self._preference(item, chosen))

    def _by_need(self, counts: dict[str, int], wanted: int) -> list[str]:
        lacking = [name for name in self.covers if counts[name] < wanted]
        return sorted(lacking, key=lambda name: (name not in self.request.missed, self._supply(name), name))

    def _times_asked(self, chosen: tuple[Candidate, ...]) -> dict[str, int]:
        return {name: sum(name in item.value_names for item in chosen) for name in self.covers}

    def _uncovered(self, chosen: tuple[Candidate, ...]) -> int:
        return sum(count == 0 for count in self._times_asked(chosen).values())

    def _supply(self, name: str) -> int:
        return sum(name in item.value_names for item in self.candidates)

    def _too_many(self, item: Candidate, chosen: tuple[Candidate, ...]) -> bool:
        most = MOST_OF_A_KIND.get(item.kind)
        return most is not None and sum(other.kind is item.kind for other in chosen) >= most

    def _preference(self, item: Candidate, chosen: tuple[Candidate, ...]) -> tuple[int, int, int]:
        """Least seen by this person, then the kind met least on this paper, then the seed's choice."""
        same_kind = sum(other.kind is item.kind for other in chosen)
        return item.seen, same_kind, draw(1 << 64, seed=f"{self.request.seed}|{item.id}")

    def _remember(self, chosen: tuple[Candidate, ...]) -> None:
        worth = (-self._uncovered(chosen), len(chosen))
        if not self.best or worth > self._best_worth:
            self.best, self._best_worth = chosen, worth


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
