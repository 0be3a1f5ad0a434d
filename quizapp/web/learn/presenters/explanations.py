"""What is said about an answer: the verdict in words, each option with its mark, and the page's own lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.services.attempts.papers import ChoiceExplained, Explanation, PairExplained, Place, Quote
from quizapp.web.learn.presenters.questions import progress
from quizapp.web.learn.presenters.stems import split_stem

RIGHT, PARTLY, WRONG, OPEN = "right", "partly", "wrong", "open"


@dataclass(frozen=True, slots=True)
class MarkedOption:
    """An option with what it came to; `mark` is right, wrong, or open where it was rightly left alone."""

    text: str
    mark: str
    label: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a matching question: what was chosen, and what is right where that is something else."""

    left: str
    mark: str
    chosen: str
    right: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class PageLine:
    """The page's own words and where they stand."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page the lines come from; the address is None where it is not known."""

    title: str
    lines: tuple[PageLine, ...]
    address: str | None


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """A question after its answer."""

    attempt_id: int
    next_position: int | None
    title: str
    progress: str
    verdict: str
    heading: str
    words: str
    stem: tuple[str, ...]
    options: tuple[MarkedOption, ...]
    lines: tuple[MarkedLine, ...]
    rest: tuple[tuple[str, str], ...]
    source: SourcePage
    next_text: str
