"""The search behind a paper: many papers are drawn, each item where it is needed most, and the best one is kept."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from question_bank.model import Kind
from quizapp.assessment.papers.candidates import GUESS_UNIT, Candidate, PaperRequest
from quizapp.assessment.papers.chance import draw

DRAWS = 80
"""Papers drawn before the best is kept; the first that is whole, fair and all new ends the search."""

LOOSER = 3
"""How much chance counts beside the times an item was met, in hundredths of a time: so much times the draw's number
squared. The first draws go by what was met least, the last by chance alone, since a whole paper comes first."""

LAST_COUNTS = 6
"""An item of the last paper counts as if it had been met so many times more."""

MOST_OF_A_KIND = {Kind.MATCHING: 1, Kind.MULTIPLE: 2, Kind.GAP: 4}
"""The longer kinds stay few on a paper, so that it can be done in about ten minutes."""

SPREAD_IN, SPREAD_OF = 3, 200
"""How far a paper may stand from the usual guess score, as a share of its items: 3 in 200 to either side."""


def search_paper(candidates: Sequence[Candidate], request: PaperRequest, *, fair: int | None) -> tuple[Candidate, ...]:
    """Items that meet the request, or come nearest: every value first of all, then the length, then what is fair.

    `fair` is the guess score to stay near, in 840ths of an item; None where any will do.
    """
    pool = _Pool(candidates, request)
    best: tuple[int, ...] = ()
    best_cost: tuple[int, ...] | None = None
    for number in range(DRAWS):
        paper = pool.draw_paper(number)
        cost = pool.cost(paper, fair=fair)
        if best_cost is None or cost < best_cost:
            best, best_cost = paper, cost
        if not any(best_cost):
            break
    return tuple(candidates[place] for place in best)


class _Pool:
    """Sets of items are numbers: bit n stands for the item at place n, so that enemies go in one step."""

    def __init__(self, candidates: Sequence[Candidate], request: PaperRequest) -> None:
        self.candidates = candidates
        self.request = request
        worn = [item.seen + LAST_COUNTS * item.is_recent for item in candidates]
        self.worn = [wear - min(worn) for wear in worn]
        about = {
            name: self._places_of(item for item in candidates if name in item.value_names)
            for name in request.value_names
        }
        self.about = {name: places for name, places in about.items() if places}
        self.about_none = self._places_of(item for item in candidates if not item.value_names)
        self.of_kind = {
            kind: self._places_of(item for item in candidates if item.kind is kind) for kind in MOST_OF_A_KIND
        }
        self.enemies = [
            self._places_of(other for other in candidates if other is item or not item.facts.isdisjoint(other.facts))
            for item in candidates
        ]

    def draw_paper(self, number: int) -> tuple[int, ...]:
        """One paper in this draw's order: any item that opens it, then what is needed most."""
        seed = f"{self.request.seed}|{number}"
        ties = [draw(1 << 64, seed=f"{seed}|{item.id}") for item in self.candidates]
        loose = 1 + LOOSER * number * number
        order = sorted(range(len(ties)), key=lambda place: (self.worn[place] * 100 + ties[place] % loose, ties[place]))
        chosen: list[int] = []
        taken, free = 0, (1 << len(ties)) - 1
        while free and len(chosen) < self.request.length:
            place = self._next(order, taken, free)
            chosen.append(place)
            taken |= 1 << place
            free = self._still_free(chosen, free, place)
        return tuple(chosen)

    def cost(self, paper: Sequence[int], *, fair: int | None) -> tuple[int, ...]:
        """What is wrong with a paper, the worst first: values left out, items short, unfair, met before."""
        taken = sum(1 << place for place in paper)
        uncovered = sum(not taken & about for about in self.about.values())
        guess = sum(self.candidates[place].guess_score for place in paper)
        off = 0 if fair is None else abs(guess - fair) - GUESS_UNIT * len(paper) * SPREAD_IN // SPREAD_OF
        worn = sum(self.worn[place] for place in paper)
        return uncovered, self.request.length - len(paper), max(off, 0), worn

    def _next(self, order: Sequence[int], taken: int, free: int) -> int:
        """The first item in order that helps most and leaves no value without a question."""
        for wish in self._wishes(taken, free):
            places = [place for place in order if wish >> place & 1]
            for place in places:
                if not self._strands(taken | 1 << place, free & ~self.enemies[place]):
                    return place
            if places:
                return places[0]
        raise AssertionError("asked for an item where none was free")

    def _wishes(self, taken: int, free: int) -> Iterator[int]:
        """What is needed, most pressing first: the value hardest to cover, second questions, then the rest."""
        if not taken:
            yield from self._openings()
        uncovered = [about & free for about in self.about.values() if not taken & about]
        yield from sorted(filter(None, uncovered), key=int.bit_count)
        second = [
            (name not in self.request.missed, (about & free).bit_count(), about & free)
            for name, about in self.about.items()
            if (taken & about).bit_count() == 1
        ]
        yield from (places for _, _, places in sorted(second))
        yield self.about_none & free
        yield free

    def _openings(self) -> Iterator[int]:
        """Any item may open, so that each gets its turn; one about a missed value where there is one."""
        missed = (self.about[name] for name in sorted(self.request.missed) if name in self.about)
        yield reduce(or_, missed, 0)
        yield (1 << len(self.candidates)) - 1

    def _strands(self, taken: int, free: int) -> bool:
        """Whether some value would have no question and none left to come."""
        return any(not about & (taken | free) for about in self.about.values())

    def _still_free(self, chosen: Sequence[int], free: int, place: int) -> int:
        """What may stand beside an item: on other facts, and not one too many of its kind."""
        free &= ~self.enemies[place]
        kind = self.candidates[place].kind
        most = MOST_OF_A_KIND.get(kind)
        if most is not None and sum(self.candidates[other].kind is kind for other in chosen) >= most:
            free &= ~self.of_kind[kind]
        return free

    def _places_of(self, items: Iterator[Candidate]) -> int:
        wanted = {item.id for item in items}
        return sum(1 << place for place, item in enumerate(self.candidates) if item.id in wanted)
