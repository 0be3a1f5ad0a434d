"""What people look for under which heading: homes of passages, by reviewed lists of words."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Home:
    """A matter that headings name: the words of such headings, and openings of words that belong there."""

    name: str
    named: frozenset[str]
    holds: tuple[str, ...]
    is_of_people: bool
    is_general: bool


def home_named_by(heading: str) -> Home | None:
    """The matter that a heading names, the one it names last; None for a heading of another kind."""
    said = _words(heading)
    last = next((word for word in reversed(said) if any(word in home.named for home in _homes())), None)
    return next((home for home in _homes() if last in home.named), None)


def homes_of(passage: str) -> frozenset[str]:
    """The matters that a passage speaks of, by name."""
    said = _words(passage)
    return frozenset(home.name for home in _homes() if any(word.startswith(home.holds) for word in said))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.casefold()))


@lru_cache(maxsize=1)
def _homes() -> tuple[Home, ...]:
    data = tomllib.loads(resources.files(__package__).joinpath("headings.toml").read_text(encoding="utf-8"))
    return tuple(
        Home(
            name,
            frozenset(entry["named"]),
            tuple(entry["holds"]),
            bool(entry.get("of_people")),
            bool(entry.get("general")),
        )
        for name, entry in data.items()
    )
