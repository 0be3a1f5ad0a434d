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
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(plain))


def names_clash(one: str, other: str) -> bool:
    """Whether two value names are too near to stand as key and wrong option."""
    return not concepts(one).isdisjoint(concepts(other)) or not stems(one).isdisjoint(stems(other))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data = resources.files("question_bank").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return {
        name: re.compile("|".join(_as_regex(pattern) for pattern in entry["patterns"]))
        for name, entry in tomllib.loads(data).items()
        if not entry.get("generic", False)
    }


def _as_regex(pattern: str) -> str:
    return " " + re.escape(pattern).replace(r"\*", "[a-z]*").replace(r"\ ", " ") + " "
