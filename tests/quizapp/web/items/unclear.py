"""Remarks of the trust's people, for the author's pages."""

import sqlalchemy as sa

from quizapp.assessment.remarks import RemarkReason
from quizapp.storage.db import db
from quizapp.storage.models.item import ItemVersion, Remark
from tests.builders import NOW, actor_of
from tests.quizapp.web.scenes.trust import Trust


def call_unclear(trust: Trust, email: str, item_id: int, reason: RemarkReason = RemarkReason.WORDS) -> None:
    """Somebody calls a question unclear."""
    with trust.app.app_context():
        person_id = actor_of(trust.operator, email).person_id
        words = db.session.scalars(sa.select(ItemVersion.id).where(ItemVersion.item_id == item_id)).one()
        db.session.add(
            Remark(organisation_id=1, item_version_id=words, person_id=person_id or 0, reason=reason, at=NOW)
        )
        db.session.commit()
        db.session.remove()
