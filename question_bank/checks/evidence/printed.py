"""What a page prints and where: the index that every rule about grounding looks things up in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from question_bank.checks.evidence.quotation import runs, without_marks
from question_bank.lexicon import concepts
from question_bank.model import ConcernKind, Passage, Value, ValuesPage
from question_bank.text import fold_for_match
from question_bank.words import stems

LONGEST_HEADING = 80

# Signs that take no room, or show nothing where they take some; white space folds by itself.
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
_VALUES = re.compile(r"\bvalues\b", re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\r|\n")


class PlaceKind(Enum):
    """What sort of part of a page a place is."""

    VALUE = auto()
    NAMELESS = auto()
    SECTION = auto()
    VISION = auto()
    MISSION = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the page with the name or heading it goes by and its passages, folded, in small letters.

    `inside` is what stands in the parts it encloses: the list of values encloses each of them.
    """

    kind: PlaceKind
    label: str | None
    texts: tuple[str, ...]
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and the line it begins on, as printed and in small letters, both folded."""

    number: int
    exact: str
    small: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A page made ready for looking things up."""

    page: ValuesPage
    exact: str
    small: str
    places: tuple[Place, ...]
    labels: Mapping[str, Place]
    unwanted: tuple[str, ...]
    lines: tuple[str, ...]
    passages: tuple[Line, ...]
    headings: frozenset[str]
    headless: bool
    stems: frozenset[str]
    concepts: frozenset[str]


def index_page(page: ValuesPage, *, organisation: str | None) -> Printed:
    """Fold a page once, so that each look-up is a search in a string."""
    every_text = [passage.text for passage in _passages(page)] + _labels(page)
    exact = "\n".join(fold_for_match(text) for text in (page.text, *every_text))
    lines = tuple(fold_for_match(line) for line in _BREAK.split(page.text))
    places = _merge(_places(page))
    return Printed(
        page=page,
        exact=exact,
        small=exact.casefold(),
        places=places,
        labels={spelling: place for place in reversed(places) for spelling in _spellings(place)},
        unwanted=tuple(small(passage.text) for value in page.values for passage in value.avoid),
        lines=lines,
        passages=tuple(_line(passage) for passage in _passages(page)),
        headings=frozenset(small(line) for line in lines if len(line) <= LONGEST_HEADING),
        headless=_has_lost_heading(page),
        stems=stems(exact, organisation=organisation),
        concepts=concepts(exact),
    )


@lru_cache(maxsize=8192)
def small(text: str) -> str:
    """A text folded for comparing, in small letters, without marks around it."""
    return fold_for_match(without_marks(_INVISIBLE.sub("", text))).casefold().strip(" .,;:?!")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: white space and invisible signs at most."""
    return not _INVISIBLE.sub("", text).strip()


def contains(text: str, run: str) -> bool:
    """Whether a run of whole words stands in a text; both folded."""
    start = text.find(run) if run else -1
    while start >= 0:
        end = start + len(run)
        opens = start == 0 or not (text[start - 1].isalnum() and run[0].isalnum())
        closes = end == len(text) or not (text[end].isalnum() and run[-1].isalnum())
        if opens and closes:
            return True
        start = text.find(run, start + 1)
    return False


def is_printed(printed: Printed, text: str) -> bool:
    """Whether every run of a text stands on the page, in capitals or not."""
    return _all_runs_in((printed.small,), text)


def holds(place: Place, text: str) -> bool:
    """Whether every run of a text stands in a place or in a part it encloses."""
    return _all_runs_in(place.texts + place.inside, text)


def holders(printed: Printed, text: str) -> tuple[Place, ...]:
    """The innermost places a text stands in."""
    return tuple(place for place in printed.places if _all_runs_in(place.texts, text))


def is_unwanted(printed: Printed, text: str) -> bool:
    """Whether a text is conduct that the page does not want, and stands nowhere else on it."""
    return _all_runs_in(printed.unwanted, text) and not holders(printed, text) and not labelled(printed, text)


def labelled(printed: Printed, text: str) -> Place | None:
    """The place whose name or heading a text is."""
    return printed.labels.get(small(text))


def is_heading(printed: Printed, text: str) -> bool:
    """Whether a text is a name, a heading, or a line by itself."""
    return labelled(printed, text) is not None or small(text) in printed.headings


def value_names(printed: Printed) -> tuple[str, ...]:
    """The names of the values that have one, as printed."""
    return tuple(value.name for value in printed.page.values if value.name)


def _all_runs_in(texts: tuple[str, ...], text: str) -> bool:
    parts = _small_runs(text)
    return bool(parts) and all(any(contains(whole, part) for whole in texts) for part in parts)


@lru_cache(maxsize=8192)
def _small_runs(text: str) -> tuple[str, ...]:
    return tuple(small(run) for run in runs(without_marks(text)))


def _spellings(place: Place) -> tuple[str, ...]:
    if place.label is None:
        return ()
    label = small(place.label)
    if place.kind in {PlaceKind.VISION, PlaceKind.MISSION, PlaceKind.LIST}:
        return label, f"our {label}", f"the {label}"
    return (label,)


def _places(page: ValuesPage) -> Iterator[Place]:
    for kind, label, statement in (
        (PlaceKind.VISION, "vision", page.vision),
        (PlaceKind.MISSION, "mission", page.mission),
    ):
        if statement:
            yield Place(kind, label, _folded(statement), inside=_said_under(page, label))
    for value in page.values:
        texts = _folded(*_value_passages(value))
        if value.name is None:
            yield Place(PlaceKind.NAMELESS, None, texts)
        else:
            yield Place(PlaceKind.VALUE, value.name, texts)
    names = tuple(small(value.name) for value in page.values if value.name)
    inside = names + tuple(text for value in page.values for text in _folded(*_value_passages(value)))
    for section in page.sections:
        kind = PlaceKind.LIST if _VALUES.search(section.heading) else PlaceKind.SECTION
        within = inside if kind is PlaceKind.LIST else ()
        yield Place(kind, section.heading, _folded(*section.paragraphs), inside=within)
    for passage in page.unattached:
        yield Place(PlaceKind.NAMELESS, None, _folded(passage))
    yield Place(PlaceKind.LIST, "values", (), inside=inside)


def _said_under(page: ValuesPage, word: str) -> tuple[str, ...]:
    """What stands under the headings that have a word: the vision may have more to it than the statement."""
    headed = [section for section in page.sections if contains(small(section.heading), word)]
    return tuple(text for section in headed for text in _folded(*section.paragraphs))


def _merge(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places of one name become one: what stands under a name that is printed twice stands under both."""
    merged: dict[str, Place] = {}
    for position, place in enumerate(places):
        key = small(place.label) if place.label else f"\n{position}"
        first = merged.get(key)
        merged[key] = (
            replace(first, texts=first.texts + place.texts, inside=first.inside + place.inside) if first else place
        )
    return tuple(merged.values())


def _passages(page: ValuesPage) -> Iterator[Passage]:
    yield from (passage for passage in (page.vision, page.mission) if passage)
    for value in page.values:
        yield from _value_passages(value)
        yield from value.avoid
    for section in page.sections:
        yield from section.paragraphs
    yield from page.unattached


def _value_passages(value: Value) -> Iterator[Passage]:
    yield from (passage for passage in (value.definition, value.stem) if passage)
    yield from value.behaviours


def _line(passage: Passage) -> Line:
    exact = fold_for_match(passage.text)
    return Line(passage.line, exact, exact.casefold())


def _labels(page: ValuesPage) -> list[str]:
    named = [value.name for value in page.values] + [section.heading for section in page.sections]
    return [label for label in (page.organisation, page.title, *named) if label]


def _folded(*passages: Passage) -> tuple[str, ...]:
    return tuple(fold_for_match(passage.text).casefold() for passage in passages)


def _has_lost_heading(page: ValuesPage) -> bool:
    if any(concern.kind is ConcernKind.LOST_HEADING for concern in page.concerns):
        return True
    return any(value.name is None and value.definition is None for value in page.values)
