"""Items of a bank with the review that holds, and the passages they rest on."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.assessment.papers.review import ReviewStatus
from quizapp.storage.db import db
from quizapp.storage.models.document import Passage
from quizapp.storage.models.item import Item, ItemCitation, ItemReview, ItemVersion
from quizapp.storage.models.person import Person

ReviewedItem = Row[Item, ItemVersion, ItemReview]
"""An item, one edition of its words, and the review that holds for them."""


def _newest_review() -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.max(ItemReview.id))
        .where(ItemReview.item_version_id == ItemVersion.id)
        .correlate(ItemVersion)
        .scalar_subquery()
    )


def list_items(organisation_id: int, *, document_version_id: int) -> list[ReviewedItem]:
    """Every item of an edition's bank with its words and the review that holds."""
    return list(
        db.session.execute(
            sa.select(Item, ItemVersion, ItemReview)
            .join(ItemVersion, ItemVersion.item_id == Item.id)
            .join(ItemReview, ItemReview.id == _newest_review())
            .where(
                ItemVersion.organisation_id == organisation_id,
                ItemVersion.document_version_id == document_version_id,
            )
            .order_by(Item.id)
        )
    )


def find_item(organisation_id: int, *, item_id: int) -> ReviewedItem | None:
    """One item with its newest words and the review that holds."""
    return db.session.execute(
        sa.select(Item, ItemVersion, ItemReview)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .join(ItemReview, ItemReview.id == _newest_review())
        .where(Item.organisation_id == organisation_id, Item.id == item_id)
        .order_by(ItemVersion.number.desc())
        .limit(1)
    ).one_or_none()


def list_reviews(organisation_id: int, *, item_id: int) -> list[Row[ItemReview, int, str | None]]:
    """Every review an item ever had, newest first, with the number of the words it is about and the reviewer's name."""
    rows = (
        sa.select(ItemReview, ItemVersion.number, Person.name)
        .join(ItemVersion, ItemVersion.id == ItemReview.item_version_id)
        .outerjoin(Person, Person.id == ItemReview.person_id)
        .where(ItemReview.organisation_id == organisation_id, ItemVersion.item_id == item_id)
        .order_by(ItemReview.id.desc())
    )
    return list(db.session.execute(rows))


def list_approved(organisation_id: int, *, document_version_id: int) -> list[ItemVersion]:
    """The item versions that may be drawn for a paper."""
    return list(
        db.session.scalars(
            sa.select(ItemVersion)
            .join(ItemReview, ItemReview.id == _newest_review())
            .where(
                ItemVersion.organisation_id == organisation_id,
                ItemVersion.document_version_id == document_version_id,
                ItemReview.status == ReviewStatus.APPROVED,
            )
            .order_by(ItemVersion.id)
        )
    )


def list_citations(organisation_id: int, *, item_version_ids: Collection[int]) -> list[Row[int, Passage]]:
    """The passages these item versions rest on, by item version, in page order."""
    cited = (
        sa.select(ItemCitation.item_version_id, Passage)
        .join(Passage, Passage.id == ItemCitation.passage_id)
        .where(ItemCitation.organisation_id == organisation_id, ItemCitation.item_version_id.in_(item_version_ids))
        .order_by(ItemCitation.item_version_id, Passage.line, Passage.id)
    )
    return list(db.session.execute(cited))


def list_codes(organisation_id: int, *, document_id: int) -> dict[str, tuple[int, int]]:
    """Each item of a document by its code: its id and the number of its newest version."""
    rows = db.session.execute(
        sa.select(Item.code, Item.id, sa.func.max(ItemVersion.number))
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Item.organisation_id == organisation_id, Item.document_id == document_id)
        .group_by(Item.code, Item.id)
    )
    return {code: (item_id, number) for code, item_id, number in rows}
