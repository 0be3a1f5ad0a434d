"""The words of the question bank as values: pages, passages, concerns, items, options, findings."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class ConcernKind(StrEnum):
    """Everything a reader may be unsure of; the set is closed and described in docs/concerns.md."""

    LOST_HEADING = "lost-heading"
    LIKELY_TYPO = "likely-typo"
    AMBIGUOUS_PAIR = "ambiguous-pair"
    SIMILAR_NAMES = "similar-names"
    NO_BEHAVIOURS = "no-behaviours"
    COMPETING_LIST = "competing-list"
    FRAGMENT = "fragment"
    NO_VALUES = "no-values"


class Kind(StrEnum):
    """How an item is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    MATCHING = "matching"
    GAP = "gap"
    TRUE_FALSE = "true_false"


class Proof(StrEnum):
    """Why a wrong option is wrong, in terms that can be looked up on the page."""

    OTHER_VALUE = "other-value"
    OTHER_SECTION = "other-section"
    NOT_THIS_GAP = "not-this-gap"
    NOT_ON_PAGE = "not-on-page"
    NOT_WANTED = "not-wanted"
    OPPOSITE = "opposite"


class DraftStatus(StrEnum):
    """How far an item may go without a person: review items are never approved unseen."""

    DRAFT = "draft"
    REVIEW = "review"


class Severity(StrEnum):
    """A fail keeps an item out of the bank; a note is advice."""

    FAIL = "fail"
    NOTE = "note"


_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the page: text with white space folded, first line from 1, offsets into the decoded text."""

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Concern:
    """Something the reader could not settle, put as a question to a person."""

    kind: ConcernKind
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the page; the name is None where its heading is lost or never was."""

    name: str | None
    line: int
    definition: Passage | None = None
    stem: Passage | None = None
    behaviours: tuple[Passage, ...] = ()
    avoid: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the page that is neither vision, mission nor values."""

    heading: str
    line: int
    paragraphs: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """All paragraphs, joined by a blank."""
        return " ".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ValuesPage:
    """What was read from one page; `text` is its words as plain text, and offsets count in it.

    Lines count in the file: `lines` has the line of the file for each line of the text, nothing where they agree.
    """

    text: str
    sha256: str
    organisation: str | None = None
    title: str | None = None
    vision: Passage | None = None
    mission: Passage | None = None
    values: tuple[Value, ...] = ()
    sections: tuple[Section, ...] = ()
    unattached: tuple[Passage, ...] = ()
    concerns: tuple[Concern, ...] = ()
    lines: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file at an offset of the text."""
        line = bisect_right(_line_starts(self.text), offset)
        return self.lines[line - 1] if self.lines else line

    def text_lines(self, line: int) -> tuple[int, ...]:
        """The lines of the text that come from a line of the file, counted from 1: none, one, or many."""
        if self.lines:
            return tuple(number for number, there in enumerate(self.lines, start=1) if there == line)
        return (line,) if 1 <= line <= len(_line_starts(self.text)) else ()

    def text_on(self, line: int) -> tuple[str, ...]:
        """What the text says on them."""
        starts = (*_line_starts(self.text), len(self.text))
        return tuple(self.text[starts[number - 1] : starts[number]] for number in self.text_lines(line))


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _LINE_BREAK.finditer(text)))


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of the page an item rests on and the first line they stand on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer choice; the rationale says why it is right or where a wrong one belongs."""

    text: str
    correct: bool
    rationale: str
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says: the rule, the item it is about (None for page or bank), the words at fault."""

    rule: str
    severity: Severity
    words: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A person's word that an item may stand although a rule speaks against it, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question: facts are what it tests, source the passages it rests on, value the one it asks about.

    A matching item lists its pairs in `pairs` and every right-hand choice in `options`, spares wrong.
    A gap stem holds one `____` and its word bank in `options`.
    """

    id: str
    kind: Kind
    template: str
    status: DraftStatus
    stem: str
    options: tuple[Option, ...]
    facts: tuple[str, ...]
    source: tuple[Citation, ...]
    value: str | None = None
    pairs: tuple[tuple[str, str], ...] | None = None
    setting: str | None = None
    findings: tuple[Finding, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def keys(self) -> tuple[Option, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.correct)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.correct)


def are_enemies(one: Item, other: Item) -> bool:
    """Whether two items may not stand on one paper: they test the same fact."""
    return not set(one.facts).isdisjoint(other.facts)


@dataclass(frozen=True, slots=True)
class Capacity:
    """The largest enemy-free paper a bank gives, and how many different papers of the usual length were found."""

    largest_paper: int
    paper_length: int
    different_papers: int


@dataclass(frozen=True, slots=True)
class Bank:
    """What was generated from one page: items that pass every hard gate, and findings on what was left out."""

    organisation: str | None
    page_sha256: str
    items: tuple[Item, ...]
    capacity: Capacity
    findings: tuple[Finding, ...] = ()
