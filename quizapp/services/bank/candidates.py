"""The approved items of an edition as the paper search sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.assessment.paper import Candidate
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.queries import items


@dataclass(frozen=True, slots=True)
class ApprovedBank:
    """The items that may be drawn: their words, and what the search needs of them."""

    words: tuple[ItemVersion, ...]
    candidates: tuple[Candidate, ...]


def list_candidates(
    organisation_id: int, *, document_version_id: int, seen: Mapping[int, int] | None = None
) -> ApprovedBank:
    """Every item that may be drawn; `seen` counts the papers on which the person met it, by item version."""
    met = seen or {}
    words = tuple(items.list_approved(organisation_id, document_version_id=document_version_id))
    return ApprovedBank(
        words,
        tuple(
            Candidate(row.id, row.kind, frozenset(row.facts), tuple(row.value_names), met.get(row.id, 0))
            for row in words
        ),
    )


def value_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The values the bank asks about, in the order they first occur."""
    return tuple(dict.fromkeys(name for candidate in candidates for name in candidate.value_names))
