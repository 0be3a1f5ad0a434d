"""The bank: what is in it, and the decisions people make about its items."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from question_bank.model import Kind, Proof
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.papers.review import ReviewStatus, may_move
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import keep_printable
from quizapp.storage.db import db
from quizapp.storage.models.document import Document
from quizapp.storage.models.item import Item, ItemReview, ItemVersion
from quizapp.storage.queries.bank import documents, items
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class OptionRecord:
    """An option as an author sees it."""

    text: str
    correct: bool
    rationale: str
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """An item as an author sees it, keys included; lines are those of its passages on the page."""

    id: int
    code: str
    number: int
    kind: Kind
    template: str
    stem: str
    options: tuple[OptionRecord, ...]
    pairs: tuple[tuple[str, str], ...]
    value_names: tuple[str, ...]
    needs_review: bool
    status: ReviewStatus
    reason: str | None
    lines: tuple[int, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BankRecord:
    """A document's newest edition and every item that rests on it."""

    document_id: int
    title: str
    source: str | None
    version_id: int
    edition: int
    text: str
    items: tuple[ItemRecord, ...]


def list_banks(actor: Actor) -> list[tuple[int, str]]:
    """The documents that have a bank: id and title."""
    demand(actor, Permission.SEE_BANK)
    with snapshot():
        return [(document.id, document.title) for document in documents.list_documents(actor.organisation_id)]


def find_bank(actor: Actor, title: str) -> int:
    """The id of the document with this title; raises NotFound with the ones there are."""
    known = list_banks(actor)
    for document_id, name in known:
        if name == title:
            return document_id
    raise NotFound(f"There is no page “{title}”. Known: {', '.join(name for _, name in known) or 'none'}.")


def show_bank(actor: Actor, document_id: int) -> BankRecord:
    """The bank of a document's newest edition."""
    demand(actor, Permission.SEE_BANK)
    with snapshot():
        return read_bank(actor, documents.list_documents(actor.organisation_id), document_id=document_id)


def find_item(actor: Actor, code: str) -> int:
    """The id of the item with this code."""
    for document_id, _ in list_banks(actor):
        for record in show_bank(actor, document_id).items:
            if record.code == code:
                return record.id
    raise NotFound(f"There is no question “{code}”.")


def approve_drafts(actor: Actor, document_id: int, *, now: datetime) -> int:
    """Approve every draft that passed the gates and needs no person's eye first; returns how many."""
    demand(actor, Permission.REVIEW_ITEMS)
    with transaction():
        version = documents.find_latest_version(actor.organisation_id, document_id=document_id)
        if version is None:
            raise NotFound("There is no such page.")
        rows = items.list_items(actor.organisation_id, document_version_id=version.id)
        drafts = [words for _, words, review in rows if review.status is ReviewStatus.DRAFT and not words.needs_review]
        for words in drafts:
            _decide(actor, words, ReviewStatus.APPROVED, reason=None, now=now)
        audit.record(
            actor, "items approved", subject=f"document {document_id}", now=now, details={"items": len(drafts)}
        )
        return len(drafts)


def approve(actor: Actor, item_id: int, *, reason: str | None, now: datetime) -> None:
    """Approve one item, also one that came as review or was retired before."""
    _move(actor, item_id, ReviewStatus.APPROVED, reason=reason, now=now)


def retire(actor: Actor, item_id: int, *, reason: str, now: datetime) -> None:
    """Draw an item no more; finished attempts keep it as it was. Raises Invalid without a reason."""
    reason = keep_printable(reason)
    if not reason:
        raise Invalid("reason", "Say why this question is retired.")
    _move(actor, item_id, ReviewStatus.RETIRED, reason=reason, now=now)


def read_bank(actor: Actor, known: Sequence[Document], *, document_id: int) -> BankRecord:
    """One of the known documents with its newest edition's items; asked inside a transaction."""
    document = next((one for one in known if one.id == document_id), None)
    version = documents.find_latest_version(actor.organisation_id, document_id=document_id)
    if document is None or version is None:
        raise NotFound("There is no such page.")
    records = record_items(actor, items.list_items(actor.organisation_id, document_version_id=version.id))
    return BankRecord(
        document.id, document.title, document.source, version.id, version.number, version.text, tuple(records)
    )


def record_items(actor: Actor, rows: Sequence[items.ReviewedItem]) -> Iterator[ItemRecord]:
    """Rows as authors see them, with what they cite; asked inside a transaction."""
    cited: dict[int, list[tuple[int, str]]] = defaultdict(list)
    version_ids = [words.id for _, words, _ in rows]
    for version_id, passage in items.list_citations(actor.organisation_id, item_version_ids=version_ids):
        cited[version_id].append((passage.line, passage.text))
    for item, words, review in rows:
        yield _record(item, words, review, cited[words.id])


def _move(actor: Actor, item_id: int, wanted: ReviewStatus, *, reason: str | None, now: datetime) -> None:
    demand(actor, Permission.REVIEW_ITEMS)
    with transaction():
        _, words, review = _find(actor, item_id)
        if not may_move(review.status, wanted):
            raise Conflict(f"This question is {review.status} already.")
        _decide(actor, words, wanted, reason=reason, now=now)
        audit.record(actor, f"item {wanted}", subject=f"item {item_id}", now=now)


def _decide(actor: Actor, words: ItemVersion, status: ReviewStatus, *, reason: str | None, now: datetime) -> None:
    db.session.add(
        ItemReview(
            organisation_id=actor.organisation_id,
            item_version_id=words.id,
            status=status,
            person_id=actor.person_id,
            job=actor.job,
            reason=reason,
            at=now,
        )
    )


def _find(actor: Actor, item_id: int) -> tuple[Item, ItemVersion, ItemReview]:
    row = items.find_item(actor.organisation_id, item_id=item_id)
    if row is None:
        raise NotFound("There is no such question.")
    return row[0], row[1], row[2]


def _record(item: Item, words: ItemVersion, review: ItemReview, cited: Sequence[tuple[int, str]]) -> ItemRecord:
    by_token = {option["token"]: option["text"] for option in words.options}
    return ItemRecord(
        id=item.id,
        code=item.code,
        number=words.number,
        kind=words.kind,
        template=words.template,
        stem=words.stem,
        options=tuple(
            OptionRecord(option["text"], option["correct"], option["rationale"], option["proof"])
            for option in words.options
        ),
        pairs=tuple((pair["left"], by_token[pair["token"]]) for pair in words.pairs or ()),
        value_names=tuple(words.value_names),
        needs_review=words.needs_review,
        status=review.status,
        reason=review.reason,
        lines=tuple(line for line, _ in cited),
        quotes=tuple(text for _, text in cited),
    )
