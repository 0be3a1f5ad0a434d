"""Visions of other organisations that can stand beside a page's own: of its opening, its length, none of its words."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import form_of
from question_bank.lexicon import concepts

SHORTEST, LONGEST = 0.55, 1.5
_OF_HEALTH = re.compile(
    r"\b(?:patients?|hospitals?|hospices?|clinic(?:al|s)?|ambulances?|paramedics?|doctors?|health|surgery|nurs(?:es?|ing))\b",
    re.IGNORECASE,
)
_OF_COUNCILS = re.compile(r"\b(?:councils?|councillors?|borough|county hall|residents)\b", re.IGNORECASE)
_ARTICLES = {"an": "a"}
_KINDS = frozenset({"to", "a", "we", "every", "the", "that", "for"})


def visions_like(desk: Desk, statement: str) -> tuple[str, ...]:
    """The listed visions that open as a statement does and are about as long, none of which a page says in any way."""
    listed = _listed()[_kind(statement), "health" if _is_of_health(desk) else "other"]
    said = [desk.stems(fact.text) for fact in desk.facts.all]
    own = desk.stems(statement)
    return tuple(
        vision
        for vision in listed
        if SHORTEST <= len(vision) / len(statement) <= LONGEST
        and desk.stems(vision).isdisjoint(own)
        and concepts(vision).isdisjoint(concepts(statement))
        and not any(desk.stems(vision) <= stems for stems in said)
    )


def is_of_their_trade(desk: Desk) -> bool:
    """Whether a page is of the trades that the listed visions come from: health services and councils."""
    return _is_of_health(desk) or bool(_OF_COUNCILS.search(desk.facts.page.text))


def _is_of_health(desk: Desk) -> bool:
    return bool(_OF_HEALTH.search(desk.facts.page.text))


def _kind(statement: str) -> str:
    """The list that a statement belongs to by its first word."""
    first = statement.split()[0].casefold()
    kind = _ARTICLES.get(first, first)
    if kind in _KINDS:
        return kind
    return "ing" if form_of(statement)[1] == "ing" else "noun"


@lru_cache(maxsize=1)
def _listed() -> dict[tuple[str, str], tuple[str, ...]]:
    data = resources.files(__package__).joinpath("visions.toml").read_text(encoding="utf-8")
    return {
        (kind, sector): tuple(visions)
        for kind, entry in tomllib.loads(data).items()
        for sector, visions in entry.items()
    }
