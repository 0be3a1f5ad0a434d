"""The approved items of an edition as the paper search sees them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quizapp.assessment.papers.candidates import Candidate
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.queries.bank import items


@dataclass(frozen=True, slots=True)
class ApprovedBank:
    """The items that may be drawn: their words, and what the search needs of them."""

    words: tuple[ItemVersion, ...]
    candidates: tuple[Candidate, ...]


def list_candidates(
    organisation_id: int,
    *,
    document_version_id: int,
    seen: Mapping[int, int] | None = None,
    recent: Collection[int] = (),
) -> ApprovedBank:
    """Every item that may be drawn; `seen` counts the papers on which the person met it, `recent` were on the last."""
    met = seen or {}
    words = tuple(items.list_approved(organisation_id, document_version_id=document_version_id))
    return ApprovedBank(
        words,
        tuple(_candidate(row, seen=met.get(row.id, 0), is_recent=row.id in recent) for row in words),
    )


def value_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The values the bank asks about, in the order they first occur."""
    return tuple(dict.fromkeys(name for candidate in candidates for name in candidate.value_names))


def _candidate(row: ItemVersion, *, seen: int, is_recent: bool) -> Candidate:
    """Two questions in the same words would look like a mistake on one paper, so the stem counts as a fact too."""
    facts = frozenset((*row.facts, row.stem))
    return Candidate(row.id, row.kind, facts, tuple(row.value_names), seen, is_recent, len(row.options))
