"""Put a paper together: every value asked about, no two items on one fact, the least seen first."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from question_bank.model import Kind
from quizapp.assessment.chance import draw, shuffled

STARTS, STEPS = 40, 60
"""How often the search begins anew, and the candidates it tries each time; a bank that can meet the request mostly
does so at the first start, and one that cannot has shown the best it has by the last."""

MOST_OF_A_KIND = {Kind.MATCHING: 1, Kind.MULTIPLE: 2, Kind.GAP: 4}
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
    """Depth-first over the demands of a paper, best candidate first; starts afresh rather than digging for long."""

    def __init__(self, candidates: list[Candidate], request: PaperRequest) -> None:
        self.candidates = candidates
        self.request = request
        self.best: tuple[Candidate, ...] = ()
        self._best_worth = (-len(candidates) - 1, 0)
        self._steps = 0
        self._ties: dict[int, int] = {}
        supply = Counter(name for candidate in candidates for name in candidate.value_names)
        missed = request.missed
        self.names = sorted(
            filter(supply.get, request.value_names), key=lambda name: (name not in missed, supply[name])
        )

    def run(self) -> None:
        """Leave the best paper in `best`: every value asked about first of all, then as long as asked for.

        Each start opens with an item of another kind, so that the rarer kinds get their turn.
        """
        least = min((item.seen for item in self.candidates), default=0)
        unmet = {item.kind for item in self.candidates if item.seen == least}
        kinds = shuffled(sorted(unmet), seed=f"{self.request.seed}|kinds")
        for start, kind in zip(range(STARTS), cycle(kinds), strict=False):
            self._steps = 0
            seed = f"{self.request.seed}|{start}"
            self._ties = {item.id: draw(1 << 64, seed=f"{seed}|{item.id}") for item in self.candidates}
            if self._extend((), self.candidates, opening=kind):
                return

    def _extend(self, chosen: tuple[Candidate, ...], free: list[Candidate], *, opening: Kind | None = None) -> bool:
        """Try to complete a paper from what is still free; True once it is complete."""
        times = Counter(name for item in chosen for name in item.value_names)
        uncovered = sum(not times[name] for name in self.names)
        if (-uncovered, len(chosen)) > self._best_worth:
            self.best, self._best_worth = chosen, (-uncovered, len(chosen))
        if len(chosen) == self.request.length:
            return not uncovered
        for item in self._wanted(free, times) if opening is None else self._first(opening):
            self._steps += 1
            if self._steps > STEPS:
                return False
            if self._extend((*chosen, item), _still_free(free, chosen, item)):
                return True
        return False

    def _first(self, kind: Kind) -> list[Candidate]:
        """The items of a kind to open with: those about missed values, or all where none of them is."""
        of_kind = [item for item in self.candidates if item.kind is kind]
        about_missed = [item for item in of_kind if not self.request.missed.isdisjoint(item.value_names)]
        return self._ordered(about_missed or of_kind)

    def _ordered(self, items: list[Candidate]) -> list[Candidate]:
        return sorted(items, key=lambda item: (item.seen, self._ties[item.id]))

    def _wanted(self, free: list[Candidate], times: Counter[str]) -> list[Candidate]:
        """The candidates for the most pressing demand that can still be met, the most fitting first."""
        order = self._ordered(free)
        for needed in (1, 2):
            for name in self.names:
                if times[name] < needed:
                    about = [item for item in order if name in item.value_names]
                    # A value without any question is no paper, so the search goes back; a second one may be missing.
                    if about or needed == 1:
                        return about
        return [item for item in order if not item.value_names] or order


def _still_free(free: list[Candidate], chosen: tuple[Candidate, ...], item: Candidate) -> list[Candidate]:
    """What may stand beside an item: on other facts, and not one too many of its kind."""
    most = MOST_OF_A_KIND.get(item.kind)
    full = most is not None and 1 + sum(other.kind is item.kind for other in chosen) >= most
    return [other for other in free if item.facts.isdisjoint(other.facts) and not (full and other.kind is item.kind)]


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
