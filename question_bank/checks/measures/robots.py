"""Robots that know the tricks of test-takers and nothing of the page: on a good bank none of them beats chance."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from question_bank.checks.measures.chance import limit_of_chance
from question_bank.model import Item, Kind
from question_bank.words import stems

_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|all|none|every|must|completely|absolutely|totally|definitely|impossible|cannot)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r",|;|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guesses:
    """What a robot got right of n items, what chance gives, and the limit it must not pass; ties count in part."""

    robot: str
    right: float
    n: int
    chance: float

    @property
    def accuracy(self) -> float:
        """The share it got right."""
        return self.right / self.n if self.n else 0.0

    @property
    def limit(self) -> float:
        """Chance and 1.645 standard errors."""
        return limit_of_chance(self.chance, self.n)

    @property
    def beats_chance(self) -> bool:
        """Whether it got more right than a guesser would."""
        return self.accuracy > self.limit


def send_robots(items: Sequence[Item], *, organisation: str | None) -> tuple[Guesses, ...]:
    """Let every robot answer the items that have one key among their options (single choice and gap)."""
    asked = [item for item in items if has_one_key(item)]
    chance = sum(1 / len(item.options) for item in asked) / len(asked) if asked else 0.0
    return tuple(
        Guesses(name, sum(_right(item, robot(item, organisation)) for item in asked), len(asked), chance)
        for name, robot in ROBOTS.items()
    )


def add_up(parts: Sequence[Guesses]) -> Guesses:
    """The guesses of one robot on several banks as one."""
    n = sum(part.n for part in parts)
    chance = sum(part.chance * part.n for part in parts) / n if n else 0.0
    return Guesses(parts[0].robot, sum(part.right for part in parts), n, chance)


def has_one_key(item: Item) -> bool:
    """Whether a robot can answer an item by picking one option."""
    return item.kind in {Kind.SINGLE, Kind.GAP} and len(item.keys) == 1 and bool(item.distractors)


def _right(item: Item, scores: Sequence[float]) -> float:
    """1 where the option with the highest score is the key; where several have it, the key's share of them."""
    best = max(scores)
    picked = [option for option, score in zip(item.options, scores, strict=True) if score == best]
    return sum(option.correct for option in picked) / len(picked)


def _first(item: Item, organisation: str | None) -> list[float]:
    return [-place for place, _ in enumerate(item.options)]


def _longest(item: Item, organisation: str | None) -> list[float]:
    return [len(option.text) for option in item.options]


def _shortest(item: Item, organisation: str | None) -> list[float]:
    return [-len(option.text) for option in item.options]


def _no_absolutes(item: Item, organisation: str | None) -> list[float]:
    """The longest of those without an absolute word."""
    return [-1.0 if _ABSOLUTE.search(option.text) else len(option.text) for option in item.options]


def _most_parts(item: Item, organisation: str | None) -> list[float]:
    return [len(_JOINT.findall(option.text)) for option in item.options]


def _words_of_the_stem(item: Item, organisation: str | None) -> list[float]:
    asked = stems(item.stem, organisation=organisation)
    return [len(asked & stems(option.text, organisation=organisation)) for option in item.options]


def _words_of_the_others(item: Item, organisation: str | None) -> list[float]:
    said = [stems(option.text, organisation=organisation) for option in item.options]
    return [
        sum(len(own & other) for place, other in enumerate(said) if place != position)
        for position, own in enumerate(said)
    ]


ROBOTS: dict[str, Callable[[Item, str | None], list[float]]] = {
    "first option": _first,
    "longest option": _longest,
    "shortest option": _shortest,
    "no absolutes, then longest": _no_absolutes,
    "most commas and “and”": _most_parts,
    "most words of the stem": _words_of_the_stem,
    "most words of the other options": _words_of_the_others,
}
