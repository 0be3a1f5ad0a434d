"""What learners remarked about items, and what authors answered."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row

from quizapp.assessment.remarks import RemarkReason
from quizapp.storage.db import db
from quizapp.storage.models.item import Item, ItemVersion, Remark, RemarkSettlement
from quizapp.storage.models.person import Person

OpenRow = Row[int, int, int, RemarkReason, int, datetime, int]
"""Item, item version, number of its words, reason, how many, since when, the last one's id."""


def lock_item(organisation_id: int, *, item_id: int) -> bool:
    """Hold an item until the transaction ends, so that its remarks are kept in the order of their ids."""
    wanted = (Item.organisation_id == organisation_id, Item.id == item_id)
    found = db.session.scalars(sa.select(Item.id).where(*wanted).with_for_update(key_share=True))
    return found.one_or_none() is not None


def add_remark(organisation_id: int, *, values: dict[str, object]) -> bool:
    """Keep a remark; False where the person has made one about these words already."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    kept = db.session.execute(
        insert(Remark).values(organisation_id=organisation_id, **values).on_conflict_do_nothing().returning(Remark.id)
    )
    return kept.scalar_one_or_none() is not None


def list_open(
    organisation_id: int, *, document_id: int | None = None, item_id: int | None = None, up_to: int | None = None
) -> list[OpenRow]:
    """What is not settled yet, of a document's items or of one item, counted by reason for each edition of the words.

    `up_to` leaves out remarks that came after the one with this id.
    """
    settled = (
        sa.select(sa.func.coalesce(sa.func.max(RemarkSettlement.last_remark_id), 0))
        .where(RemarkSettlement.item_version_id == Remark.item_version_id)
        .correlate(Remark)
        .scalar_subquery()
    )
    rows = (
        sa.select(
            Item.id,
            ItemVersion.id,
            ItemVersion.number,
            Remark.reason,
            sa.func.count(Remark.id),
            sa.func.min(Remark.at),
            sa.func.max(Remark.id),
        )
        .join(ItemVersion, ItemVersion.id == Remark.item_version_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .where(Remark.organisation_id == organisation_id, Remark.id > settled)
        .group_by(Item.id, ItemVersion.id, ItemVersion.number, Remark.reason)
        .order_by(Item.id, ItemVersion.number, sa.func.count(Remark.id).desc(), Remark.reason)
    )
    if document_id is not None:
        rows = rows.where(Item.document_id == document_id)
    if item_id is not None:
        rows = rows.where(Item.id == item_id)
    if up_to is not None:
        rows = rows.where(Remark.id <= up_to)
    return list(db.session.execute(rows))


def list_settlements(organisation_id: int, *, item_id: int) -> list[Row[RemarkSettlement, int, str, int]]:
    """Every answer to remarks on an item, oldest first: number of the words, author, and remarks there were by then."""
    until_then = (
        sa.select(sa.func.count(Remark.id))
        .where(Remark.item_version_id == RemarkSettlement.item_version_id, Remark.id <= RemarkSettlement.last_remark_id)
        .correlate(RemarkSettlement)
        .scalar_subquery()
    )
    rows = (
        sa.select(RemarkSettlement, ItemVersion.number, Person.name, until_then)
        .join(ItemVersion, ItemVersion.id == RemarkSettlement.item_version_id)
        .join(Person, Person.id == RemarkSettlement.person_id)
        .where(RemarkSettlement.organisation_id == organisation_id, ItemVersion.item_id == item_id)
        .order_by(RemarkSettlement.id)
    )
    return list(db.session.execute(rows))
