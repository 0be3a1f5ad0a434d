"""The concept lexicon: which names and quotations mean the same although their words differ."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from question_bank.words import stems

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def concepts(text: str) -> frozenset[str]:
    """The concepts a text touches; those found on almost every page are left out."""
    plain = f" {' '.join(_LETTERS.findall(text.casefold()))} "
    named = (concept for concept, names in _names().items() if plain.strip() in names)
    return frozenset(concept for concept, pattern in _patterns().items() if pattern.search(plain)).union(named)


def names_clash(one: str, other: str) -> bool:
    """Whether two value names are too near to stand as key and wrong option."""
    return not concepts(one).isdisjoint(concepts(other)) or not stems(one).isdisjoint(stems(other))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        concept: re.compile("|".join(_as_regex(pattern) for pattern in entry["patterns"]))
        for concept, entry in _entries().items()
    }


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    return {concept: frozenset(entry.get("names", ())) for concept, entry in _entries().items()}


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, list[str]]]:
    """The concepts that count by themselves."""
    data = tomllib.loads(resources.files("question_bank").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return {concept: entry for concept, entry in data.items() if not entry.get("generic", False)}


def _as_regex(pattern: str) -> str:
    return " " + re.escape(pattern).replace(r"\*", "[a-z]*").replace(r"\ ", " ") + " "
