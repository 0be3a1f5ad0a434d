"""Documents, their editions, and what readers and people said about them."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.storage.db import db
from quizapp.storage.models.document import Concern, ConcernDecision, Document, DocumentVersion, Passage


def list_documents(organisation_id: int) -> list[Document]:
    """All documents by title."""
    return list(
        db.session.scalars(
            sa.select(Document).where(Document.organisation_id == organisation_id).order_by(Document.title)
        )
    )


def find_latest_version(organisation_id: int, *, document_id: int) -> DocumentVersion | None:
    """The newest edition of a document."""
    return db.session.scalars(
        sa.select(DocumentVersion)
        .where(DocumentVersion.organisation_id == organisation_id, DocumentVersion.document_id == document_id)
        .order_by(DocumentVersion.number.desc())
        .limit(1)
    ).one_or_none()


def find_version(organisation_id: int, *, version_id: int) -> DocumentVersion | None:
    """One edition."""
    return db.session.scalars(
        sa.select(DocumentVersion).where(
            DocumentVersion.organisation_id == organisation_id, DocumentVersion.id == version_id
        )
    ).one_or_none()


def get_edition(organisation_id: int, *, version_id: int) -> Row[DocumentVersion, Document]:
    """An edition that is known to be there, with its document."""
    return db.session.execute(
        sa.select(DocumentVersion, Document)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(DocumentVersion.organisation_id == organisation_id, DocumentVersion.id == version_id)
    ).one()


def list_concerns(organisation_id: int, *, version_id: int) -> list[Row[Concern, ConcernDecision | None]]:
    """The concerns of an edition in page order, each with the newest decision on it."""
    newest = (
        sa.select(sa.func.max(ConcernDecision.id))
        .where(ConcernDecision.concern_id == Concern.id)
        .correlate(Concern)
        .scalar_subquery()
    )
    return list(
        db.session.execute(
            sa.select(Concern, ConcernDecision)
            .outerjoin(ConcernDecision, ConcernDecision.id == newest)
            .where(Concern.organisation_id == organisation_id, Concern.document_version_id == version_id)
            .order_by(Concern.line, Concern.id)
        )
    )


def list_passages(organisation_id: int, *, passage_ids: Collection[int]) -> list[Passage]:
    """These passages."""
    return list(
        db.session.scalars(
            sa.select(Passage).where(Passage.organisation_id == organisation_id, Passage.id.in_(passage_ids))
        )
    )
