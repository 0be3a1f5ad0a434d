"""What the paper search knows of an item, and what a paper is asked to be."""

from dataclasses import dataclass

from question_bank.model import Kind

GUESS_UNIT = 840
"""Chances are counted in 840ths: whole numbers for up to eight options, so that sums are exact."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An approved item as the search sees it.

    `seen` counts the papers on which this person met it, and `is_recent` says that it was on the last of them.
    `facts` is everything no other item of the paper may share: what the item tests, what it rests on, how it asks.
    """

    id: int
    kind: Kind
    facts: frozenset[str]
    value_names: tuple[str, ...]
    seen: int = 0
    is_recent: bool = False
    option_count: int = 3

    @property
    def guess_score(self) -> int:
        """What somebody who knows nothing may expect from it, in 840ths of an item.

        One of the options; for matching the share of lines; nothing where several have to be chosen, since
        choosing wrong ones would cost as much as right ones earn.
        """
        if self.kind is Kind.MULTIPLE:
            return 0
        return GUESS_UNIT // max(self.option_count, 1)


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What a paper must be: its length, the values to cover in page order, those missed before, and the seed."""

    length: int
    value_names: tuple[str, ...]
    seed: str
    missed: frozenset[str] = frozenset()
