"""A values page set out to be read in two minutes: its vision, its values, and the first of what each asks for."""

from dataclasses import dataclass
from functools import lru_cache

from question_bank.model import Section, Value, ValuesPage
from question_bank.reader import read_text
from question_bank.text import sentences

MOST_BEHAVIOURS = 3
MOST_SECTIONS = 5
LONGEST = 400
"""Letters of one text; a longer one is shown as far as its sentences fit, and always with its first."""
READ_IN_TWO_MINUTES = 3_000
"""Letters; at some 240 words a minute."""


@dataclass(frozen=True, slots=True)
class ValueOutline:
    """One value in the page's own words; the name is None where the page gives none.

    `lead` is what the page says before its list, `more` how many entries of the list are left out.
    """

    name: str | None
    definition: str | None
    lead: str | None
    behaviours: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SectionOutline:
    """A headed part of the page with its first sentence."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PageOutline:
    """A page in short, word for word; sections only where it has no values."""

    title: str
    source: str | None
    vision: str | None
    mission: str | None
    values: tuple[ValueOutline, ...]
    sections: tuple[SectionOutline, ...]


def outline_page(text: str, *, title: str, source: str | None) -> PageOutline:
    """Set out a kept edition under the title and address it is known by."""
    page = _read(text)
    vision, mission = (_opening(statement.text) if statement else None for statement in (page.vision, page.mission))
    sections = () if page.values else _sections(page.sections)
    return PageOutline(title, source, vision, mission, _values(page.values), sections)


@lru_cache(maxsize=32)
def _read(text: str) -> ValuesPage:
    """Editions never change, so each is read once; it takes as long as all the rest of a request."""
    return read_text(text)


def _values(values: tuple[Value, ...]) -> tuple[ValueOutline, ...]:
    """As many entries of each list as can be read in the time, from three down to none."""
    outlines = tuple(_value(value, most=0) for value in values)
    for most in range(MOST_BEHAVIOURS, 0, -1):
        fuller = tuple(_value(value, most=most) for value in values)
        if sum(_letters(outline) for outline in fuller) <= READ_IN_TWO_MINUTES:
            return fuller
    return outlines


def _value(value: Value, *, most: int) -> ValueOutline:
    shown = tuple(behaviour.text for behaviour in value.behaviours[:most])
    return ValueOutline(
        value.name,
        _opening(value.definition.text) if value.definition else None,
        value.stem.text if value.stem and shown else None,
        shown,
        len(value.behaviours) - len(shown),
    )


def _letters(outline: ValueOutline) -> int:
    return len(outline.definition or "") + sum(len(behaviour) for behaviour in outline.behaviours)


def _sections(sections: tuple[Section, ...]) -> tuple[SectionOutline, ...]:
    first = ((section.heading, next(iter(sentences(section.text)), "")) for section in sections)
    return tuple(SectionOutline(heading, text) for heading, text in first if 0 < len(text) <= LONGEST)[:MOST_SECTIONS]


def _opening(text: str) -> str:
    """The first sentences of a text, as many as fit."""
    said = sentences(text)
    kept = said[:1]
    for sentence in said[1:]:
        if len(" ".join((*kept, sentence))) > LONGEST:
            break
        kept = (*kept, sentence)
    return " ".join(kept)
