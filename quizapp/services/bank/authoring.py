"""What an author sees: a bank beside its page, and one item beside its page with every decision about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.allowed import demand
from quizapp.services.bank.documents import ConcernRecord, record_concerns
from quizapp.services.bank.items import BankRecord, ItemRecord, read_bank, record_items
from quizapp.services.bank.remarks import OpenRemarks, Settlement, read_open, read_open_of, read_settlements
from quizapp.services.errors import NotFound
from quizapp.storage.queries.bank import documents, items
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank, what the reader asked about its page, and the pages there are (id and title).

    `remarks` are those still open on questions of any edition, by item.
    """

    bank: BankRecord
    concerns: tuple[ConcernRecord, ...]
    pages: tuple[tuple[int, str], ...]
    remarks: Mapping[int, OpenRemarks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about an edition of an item's words, by whom (a person or a named job), when, and why."""

    status: ReviewStatus
    number: int
    by: str
    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item and the edition of the page its newest words rest on; newest decision first, oldest settlement first."""

    item: ItemRecord
    document_id: int
    title: str
    source: str | None
    edition: int
    text: str
    decisions: tuple[Decision, ...]
    remarks: OpenRemarks | None = None
    settlements: tuple[Settlement, ...] = ()


def open_bank(actor: Actor, document_id: int | None) -> OpenBank:
    """The bank of a page's newest edition; None is the first page by title."""
    demand(actor, Permission.SEE_BANK)
    with snapshot():
        known = documents.list_documents(actor.organisation_id)
        if not known:
            raise NotFound("No values page has been added yet.")
        bank = read_bank(actor, known, document_id=known[0].id if document_id is None else document_id)
        return OpenBank(
            bank,
            tuple(record_concerns(actor, bank.version_id)),
            tuple((document.id, document.title) for document in known),
            read_open(actor.organisation_id, document_id=bank.document_id),
        )


def open_item(actor: Actor, item_id: int) -> OpenItem:
    """One item with its newest words."""
    demand(actor, Permission.SEE_BANK)
    with snapshot():
        row = items.find_item(actor.organisation_id, item_id=item_id)
        if row is None:
            raise NotFound("There is no such question.")
        item, words, _ = row
        version = documents.find_version(actor.organisation_id, version_id=words.document_version_id)
        known = {document.id: document for document in documents.list_documents(actor.organisation_id)}
        if version is None:
            raise NotFound("There is no such edition.")
        document = known[item.document_id]
        return OpenItem(
            next(record_items(actor, [row])),
            document.id,
            document.title,
            document.source,
            version.number,
            version.text,
            tuple(
                Decision(review.status, number, name or review.job or "", review.at, review.reason)
                for review, number, name in items.list_reviews(actor.organisation_id, item_id=item.id)
            ),
            read_open_of(actor.organisation_id, item_id=item.id),
            read_settlements(actor.organisation_id, item_id=item.id),
        )
