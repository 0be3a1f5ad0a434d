"""Values pages: read one, keep the edition and what the reader asked, and generate its bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from question_bank.checks import check_bank
from question_bank.document import Decision
from question_bank.errors import QuestionBankError
from question_bank.generator import generate
from question_bank.model import Bank, ConcernKind, Finding, Severity, ValuesPage
from question_bank.reader import read_file, read_text
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.bank.item_storage import store_items
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit
from quizapp.storage.db import db
from quizapp.storage.models.document import Concern, ConcernDecision, Document, DocumentVersion
from quizapp.storage.queries.bank import documents
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class PageDetails:
    """What an author says about a page; the file itself says the rest."""

    title: str
    source: str | None
    taken_on: date
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class ConcernRecord:
    """What the reader asked, and what was decided, if anything."""

    kind: ConcernKind
    line: int
    message: str
    decision: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was made of a page: concerns, items, what was left out and why, and how many papers it can give."""

    page: ValuesPage
    bank: Bank
    notes: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AddedPage:
    """An edition that was kept."""

    document_id: int
    version_id: int
    number: int
    items: int
    reading: PageReading


def read_page(actor: Actor, path: Path, *, seed: int = 0) -> PageReading:
    """Read a page and generate its items without keeping anything; raises Invalid where it cannot be read."""
    demand(actor, Permission.MANAGE_PAGES)
    with snapshot():
        organisation = get_organisation(actor.organisation_id).name
    try:
        page = _in_kept_lines(read_file(path))
    except QuestionBankError as error:
        raise Invalid("file", str(error)) from error
    bank = generate(page, organisation=organisation, seed=seed)
    findings = check_bank(bank.items, page=page, organisation=organisation)
    wrong = [finding for finding in findings if finding.severity is Severity.FAIL]
    if wrong:
        raise Conflict(f"Item {wrong[0].item} did not pass the check “{wrong[0].rule}”; nothing was kept.")
    return PageReading(page, bank, tuple(findings))


def add_page(actor: Actor, path: Path, *, details: PageDetails, now: datetime) -> AddedPage:
    """Keep a page as the next edition of the document with this title, with its concerns and a bank of drafts."""
    reading = read_page(actor, path)
    with transaction():
        document = _find_or_add_document(actor, details, now=now)
        latest = documents.find_latest_version(actor.organisation_id, document_id=document.id)
        if latest is not None and latest.sha256 == reading.page.sha256:
            raise Conflict(f"“{details.title}” is unchanged: edition {latest.number} has the same text.")
        version = DocumentVersion(
            organisation_id=actor.organisation_id,
            document_id=document.id,
            number=latest.number + 1 if latest else 1,
            sha256=reading.page.sha256,
            text=reading.page.text,
            taken_on=details.taken_on,
            added_at=now,
        )
        db.session.add(version)
        db.session.flush()
        _keep_concerns(actor, version, reading.page, details.decisions, now=now)
        stored = store_items(actor, reading.bank.items, version=version, now=now)
        audit.record(actor, "page added", subject=f"document version {version.id}", now=now, details={"items": stored})
        return AddedPage(document.id, version.id, version.number, stored, reading)


def list_concerns(actor: Actor, *, version_id: int) -> list[ConcernRecord]:
    """What the reader asked about an edition."""
    demand(actor, Permission.MANAGE_PAGES)
    with snapshot():
        if documents.find_version(actor.organisation_id, version_id=version_id) is None:
            raise NotFound("There is no such edition.")
        return record_concerns(actor, version_id)


def record_concerns(actor: Actor, version_id: int) -> list[ConcernRecord]:
    """The concerns of an edition in page order; asked inside a transaction."""
    return [
        ConcernRecord(
            concern.kind,
            concern.line,
            concern.message,
            decision.decision if decision else None,
            decision.note if decision else None,
        )
        for concern, decision in documents.list_concerns(actor.organisation_id, version_id=version_id)
    ]


def _in_kept_lines(page: ValuesPage) -> ValuesPage:
    """A page whose lines count in its text: that is what is kept of a web page, and what people are shown."""
    return read_text(page.text, sha256=page.sha256) if page.lines else page


def _find_or_add_document(actor: Actor, details: PageDetails, *, now: datetime) -> Document:
    title = " ".join(details.title.split())
    if not title:
        raise Invalid("title", "Give the page a title.")
    demand_fit("title", title)
    demand_fit("source", details.source or "", most=500)
    if details.source and not details.source.startswith(("https://", "http://")):
        raise Invalid("source", "The source is a web address that begins with https://.")
    for document in documents.list_documents(actor.organisation_id):
        if document.title == title:
            return document
    document = Document(organisation_id=actor.organisation_id, title=title, source=details.source, created_at=now)
    db.session.add(document)
    db.session.flush()
    return document


def _keep_concerns(
    actor: Actor, version: DocumentVersion, page: ValuesPage, decisions: Sequence[Decision], *, now: datetime
) -> None:
    decided = {(decision.concern, decision.line): decision for decision in decisions}
    rows = [
        Concern(
            organisation_id=actor.organisation_id,
            document_version_id=version.id,
            kind=concern.kind,
            line=concern.line,
            message=concern.message,
        )
        for concern in page.concerns
    ]
    db.session.add_all(rows)
    db.session.flush()
    for row in rows:
        decision = decided.get((row.kind, row.line))
        if decision is not None:
            db.session.add(
                ConcernDecision(
                    organisation_id=actor.organisation_id,
                    concern_id=row.id,
                    decision=decision.decision,
                    note=decision.note,
                    person_id=actor.person_id,
                    at=now,
                )
            )
