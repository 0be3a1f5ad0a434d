"""The facts of a page that items can test: each a passage, whose it is, and which of its words may be quoted."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from question_bank.generator.language.spans import bare, places_of
from question_bank.generator.material.shuffle import short_hash
from question_bank.generator.material.typos import TypoPlaces
from question_bank.model import Citation, ValuesPage


class Role(StrEnum):
    """What a passage is on its page."""

    BEHAVIOUR = "behaviour"
    DEFINITION = "definition"
    VISION = "vision"
    MISSION = "mission"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Fact:
    """A passage that items can rest on; `owner` is its value or heading, None where the page gives it none."""

    id: str
    text: str
    line: int
    role: Role
    owner: str | None
    lead: str | None = None
    typo_places: TypoPlaces = frozenset()

    @property
    def bare(self) -> str:
        """The passage without its last mark."""
        return bare(self.text)

    def may_quote(self, run: str) -> bool:
        """Whether a verbatim run keeps clear of likely typos and holds no double quotation marks."""
        places = places_of(self.text, run)
        return bool(places) and self.typo_places.isdisjoint(places) and not set(run) & set('“”"')


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value with its name as printed."""

    name: str
    line: int
    behaviours: tuple[Fact, ...] = ()
    definition: Fact | None = None
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadedText:
    """A section and its sentences."""

    heading: str
    line: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything of one page that items are written from."""

    page: ValuesPage
    values: tuple[NamedValue, ...]
    ownerless: tuple[Fact, ...]
    statements: tuple[Fact, ...]
    sections: tuple[HeadedText, ...]
    has_lost_heading: bool
    is_cut: bool
    kin: Mapping[str, tuple[str, ...]]

    @property
    def behaviours(self) -> tuple[Fact, ...]:
        """The behaviours of all named values."""
        return tuple(fact for value in self.values for fact in value.behaviours)

    @property
    def definitions(self) -> tuple[Fact, ...]:
        """The definitions of all named values."""
        return tuple(value.definition for value in self.values if value.definition)

    @property
    def all(self) -> tuple[Fact, ...]:
        """Every fact: statements, values, lists without an owner, sections."""
        sections = tuple(fact for section in self.sections for fact in section.facts)
        return (*self.statements, *self.definitions, *self.behaviours, *self.ownerless, *sections)


def cite(*facts: Fact) -> tuple[Citation, ...]:
    """The passages that an item rests on, each once."""
    return tuple(dict.fromkeys(Citation(line=fact.line, text=fact.text) for fact in facts))


def name_fact(name: str) -> str:
    """The id of the fact that a value is one of the page's."""
    return f"value/{slug(name)}/name"


def slug(text: str) -> str:
    """A name in small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or short_hash(text)
