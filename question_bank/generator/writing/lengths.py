"""How long the key is among its wrong options: left to chance, so that taking the longest or shortest gains nothing."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from question_bank.generator.writing.desk import Desk

Wrong = TypeVar("Wrong")

MOST_SETS = 120


def by_chance_of_length(
    desk: Desk, key: str, *, sets: Iterable[Sequence[tuple[str, Wrong]]], purpose: tuple[object, ...]
) -> list[tuple[Wrong, ...]]:
    """Sets of wrong options (text and thing), those first in which the key's rank by length is nearest to one drawn.

    How many wrong options are to be shorter than the key is drawn by the seed, each number as likely but “none”, which
    is half as likely: often no shorter option is to be had anyway. Where the number drawn is not to be had, the key is
    neither the shortest nor the longest if there is a choice.
    """
    found = list(islice(sets, MOST_SETS))
    if not found:
        return []
    most = len(found[0])
    (aim, *_) = desk.order((0, *range(1, most + 1), *range(1, most + 1)), "rank", *purpose)

    def distance(wrong: Sequence[tuple[str, Wrong]]) -> tuple[bool, int]:
        rank = sum(len(text) < len(key) for text, _ in wrong)
        return rank in (0, most) and rank != aim, abs(rank - aim)

    return [tuple(thing for _, thing in wrong) for wrong in sorted(found, key=distance)]
