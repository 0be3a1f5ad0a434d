"""From a response to its mark: an item earns one or nothing, and partly right is said but never scored."""

from collections.abc import Sequence
from dataclasses import dataclass

from question_bank.model import Kind


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What is right: option tokens, or for matching the right token of each left side, in order."""

    kind: Kind
    right: tuple[str, ...]
    tokens: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """One or nothing, and how many of the parts were right."""

    earned: int
    parts_right: int
    parts: int

    @property
    def is_partly_right(self) -> bool:
        """Some of it was right, not all."""
        return self.earned == 0 and self.parts_right > 0


def find_problem(key: AnswerKey, chosen: Sequence[str]) -> str | None:
    """Why a response cannot be taken, in the learner's words; None where it can."""
    if any(token not in key.tokens for token in chosen if token):
        return "Select one of the answers on this page."
    given = [token for token in chosen if token]
    wanted = len(key.right)
    if key.kind is Kind.MATCHING:
        return None if len(given) == len(chosen) == wanted else "Select an answer for every line."
    if len(given) == wanted and len(set(given)) == wanted:
        return None
    return "Select an answer." if wanted == 1 else f"Select {wanted} answers. You selected {len(set(given))}."


def mark_response(key: AnswerKey, chosen: Sequence[str]) -> Mark:
    """The mark of a response that has no problem."""
    if key.kind is Kind.MATCHING:
        parts_right = sum(one == other for one, other in zip(key.right, chosen, strict=True))
    else:
        parts_right = len(set(key.right) & set(chosen))
    parts = len(key.right)
    return Mark(int(parts_right == parts), parts_right, parts)
