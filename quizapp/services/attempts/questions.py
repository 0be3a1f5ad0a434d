"""An item as a learner meets it: before the answer without anything that tells the key, afterwards with the reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from question_bank.model import Kind
from quizapp.assessment.scoring import Mark
from quizapp.services.bank.answer_keys import Words, answer_key
from quizapp.storage.queries.places import QuoteRow


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it may be shown before an answer: an opaque token and its words, nothing else."""

    token: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One item in its place without anything that tells its key; `wanted` is how many choices are asked for."""

    position: int
    count: int
    kind: Kind
    stem: str
    choices: tuple[Choice, ...]
    lefts: tuple[str, ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class ChoiceExplained:
    """An option after the answer: whether it is right, whether it was chosen, why, and for which left side."""

    text: str
    correct: bool
    chosen: bool
    rationale: str


@dataclass(frozen=True, slots=True)
class PairExplained:
    """A line of a matching item after the answer; nothing was chosen where it was left without one."""

    left: str
    right: str
    chosen: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """The page's own words and the line they stand on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that may be said about an item once its answer is in; `is_answered` is False where none was given."""

    mark: Mark
    is_answered: bool
    choices: tuple[ChoiceExplained, ...]
    pairs: tuple[PairExplained, ...]
    quotes: tuple[Quote, ...]
    value_names: tuple[str, ...]
    page_title: str
    page_source: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paper says of one place: the item's words and the order its options are shown in."""

    words: Words
    option_order: Sequence[str]
    position: int
    count: int


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered, option tokens in the order of the lines for matching, and what it earned."""

    chosen: Sequence[str]
    mark: Mark


def ask(sheet: Sheet) -> Question:
    """The question as it may be shown to anybody who has not answered it."""
    words = sheet.words
    texts = {option["token"]: option["text"] for option in words.options}
    return Question(
        position=sheet.position,
        count=sheet.count,
        kind=words.kind,
        stem=words.stem,
        choices=tuple(Choice(token, texts[token]) for token in sheet.option_order),
        lefts=tuple(pair["left"] for pair in words.pairs or ()),
        wanted=len(answer_key(words).right),
    )


def explain(sheet: Sheet, given: Given | None, *, quotes: Sequence[QuoteRow]) -> Explanation:
    """Keys and reasons; asked only after `may_reveal` has said so."""
    words = sheet.words
    options = {option["token"]: option for option in words.options}
    chosen = tuple(given.chosen) if given else ()
    pairs = words.pairs or []
    answers = [options[token]["text"] for token in chosen] if chosen else [None] * len(pairs)
    return Explanation(
        mark=given.mark if given else Mark(0, 0, len(answer_key(words).right)),
        is_answered=given is not None,
        choices=tuple(
            ChoiceExplained(
                options[token]["text"], options[token]["correct"], token in chosen, options[token]["rationale"]
            )
            for token in sheet.option_order
        ),
        pairs=tuple(
            PairExplained(pair["left"], options[pair["token"]]["text"], answer)
            for pair, answer in zip(pairs, answers, strict=False)
        ),
        quotes=tuple(Quote(one.line, one.text) for one in quotes),
        value_names=tuple(words.value_names),
        page_title=quotes[0].title if quotes else "",
        page_source=quotes[0].source if quotes else None,
    )
