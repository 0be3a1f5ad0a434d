"""What every template writes with: the facts of the page, whose page it is, and the seed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from question_bank.generator.material.facts import PageFacts
from question_bank.generator.material.shuffle import shuffled
from question_bank.model import Item
from question_bank.words import stems

Thing = TypeVar("Thing")

NUMBER_WORDS = (
    *("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX"),
    *("SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"),
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Facts, the organisation's name as it is to be printed (None: stems say “this page”), and the seed."""

    facts: PageFacts
    organisation: str | None
    seed: int

    @property
    def who(self) -> str:
        """Who lists, explains and says."""
        return self.organisation or "this page"

    @property
    def subject(self) -> str:
        """The same at the start of a sentence."""
        return self.who[0].upper() + self.who[1:]

    @property
    def our_page(self) -> str:
        """How a rationale speaks of the page, at the start of a sentence."""
        return "Our page" if self.organisation else "This page"

    def of(self, thing: str) -> str:
        """The vision, the values, the page … of whoever it is."""
        if self.organisation is None:
            return "this page" if thing == "page" else f"the {thing} on this page"
        return f"{self.organisation}{'’' if self.organisation.endswith('s') else '’s'} {thing}"

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text without those of the organisation's own name."""
        return _stems(text, self.organisation)

    def order(self, things: Sequence[Thing], *purpose: object) -> tuple[Thing, ...]:
        """The things in the order that the seed gives them for this purpose."""
        return shuffled(things, self.seed, *purpose)


@lru_cache(maxsize=16384)
def _stems(text: str, organisation: str | None) -> frozenset[str]:
    return stems(text, organisation=organisation)


@dataclass(frozen=True, slots=True)
class Slot:
    """An item that the bank wants: about what, and the ways to write it, best first.

    `lacks` is the rule to report where there is no way to write it at all.
    """

    template: str
    about: str
    attempts: Iterable[Item]
    lacks: str
