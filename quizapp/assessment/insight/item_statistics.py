"""What first answers say about values, questions and options: never about a person, and not from a few answers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

SMALLEST_ANSWER_BASE = 20
"""Under this many answers a share says little: too few to say."""
RARE_PERCENT = 5
"""A wrong option chosen by fewer of a hundred tempts nobody, so it is no choice; a right one may be marked wrongly."""
CHANCE_PERCENT = 5
"""So often of a hundred times, or less, chance alone has the ends of some tallies called different."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many right answers of so many."""

    right: int = 0
    answers: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether a share may be drawn from it."""
        return self.answers >= SMALLEST_ANSWER_BASE

    @property
    def percentage(self) -> str | None:
        """To one decimal, cut and never rounded up; None where there are too few to say."""
        if not self.is_enough:
            return None
        tenths = self.right * 1000 // self.answers
        return f"{tenths // 10}.{tenths % 10}%"

    def is_below(self, highest: "Tally", *, among: int) -> bool:
        """Whether the lowest of so many tallies differs from the highest by more than chance would usually give.

        Of two that is two standard errors of the difference; of more it takes more, for the ends are picked out.
        """
        right = (self.right + highest.right) / (self.answers + highest.answers)
        error = sqrt(right * (1 - right) * (1 / self.answers + 1 / highest.answers))
        pairs = among * (among - 1) // 2
        errors = NormalDist().inv_cdf(1 - CHANCE_PERCENT / 100 / 2 / pairs)
        return highest.right / highest.answers - self.right / self.answers > errors * error

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.right + other.right, self.answers + other.answers)


@dataclass(frozen=True, slots=True)
class Answers:
    """So many people gave this one answer to an item version: the options they chose, and whether it was right."""

    item_version_id: int
    chosen: tuple[str, ...]
    is_right: bool
    people: int


def tally_items(answers: Iterable[Answers]) -> dict[int, Tally]:
    """The tally of each item version."""
    found: dict[int, Tally] = {}
    for one in answers:
        tally = Tally(one.people if one.is_right else 0, one.people)
        found[one.item_version_id] = found.get(one.item_version_id, Tally()) + tally
    return found


def tally_values(items: Mapping[int, Tally], values_of: Mapping[int, Sequence[str | None]]) -> dict[str | None, Tally]:
    """The tally of each value; an item on several values counts for each, one on none under None."""
    found: dict[str | None, Tally] = {}
    for item_version_id, tally in items.items():
        for value in dict.fromkeys(values_of[item_version_id] or [None]):
            found[value] = found.get(value, Tally()) + tally
    return found


def count_choices(answers: Iterable[Answers]) -> Counter[str]:
    """How many people chose each option of one item version; whoever chose it twice in a matching counts once."""
    found: Counter[str] = Counter()
    for one in answers:
        for option in set(one.chosen):
            found[option] += one.people
    return found


def list_rare(options: Iterable[str], choices: Mapping[str, int], *, answers: int) -> list[str]:
    """The options that fewer than five in a hundred chose, once there are enough answers to say so."""
    if answers < SMALLEST_ANSWER_BASE:
        return []
    return [option for option in options if choices.get(option, 0) * 100 < RARE_PERCENT * answers]
