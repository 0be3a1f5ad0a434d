"""What is right about a stored item."""

from typing import Any, Protocol

from question_bank.model import Kind
from quizapp.assessment.scoring import AnswerKey


class Words(Protocol):
    """An item version's words, whether read as a whole row or as the columns a sitting needs."""

    @property
    def kind(self) -> Kind:
        """What kind of question it is."""

    @property
    def stem(self) -> str:
        """The asking part."""

    @property
    def options(self) -> list[Any]:
        """The choices, as the model of an item version has them."""

    @property
    def pairs(self) -> list[Any] | None:
        """The lines of a matching item."""

    @property
    def value_names(self) -> list[Any]:
        """The values it asks about."""


def answer_key(words: Words) -> AnswerKey:
    """The right tokens; for matching those of each left side, in order."""
    tokens = frozenset(option["token"] for option in words.options)
    if words.kind is Kind.MATCHING:
        return AnswerKey(words.kind, tuple(pair["token"] for pair in words.pairs or ()), tokens)
    return AnswerKey(words.kind, tuple(option["token"] for option in words.options if option["correct"]), tokens)
