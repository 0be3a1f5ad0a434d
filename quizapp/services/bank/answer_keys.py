"""What is right about a stored item."""

from question_bank.model import Kind
from quizapp.assessment.scoring import AnswerKey
from quizapp.storage.models.item import ItemVersion


def answer_key(words: ItemVersion) -> AnswerKey:
    """The right tokens; for matching those of each left side, in order."""
    tokens = frozenset(option["token"] for option in words.options)
    if words.kind is Kind.MATCHING:
        return AnswerKey(words.kind, tuple(pair["token"] for pair in words.pairs or ()), tokens)
    return AnswerKey(words.kind, tuple(option["token"] for option in words.options if option["correct"]), tokens)
