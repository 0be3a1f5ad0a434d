"""The organisation's own row."""

import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.organisation import Organisation


def get_organisation(organisation_id: int) -> Organisation:
    """The tenant; it exists, since an actor belongs to it."""
    return db.session.get_one(Organisation, organisation_id)


def lock_organisation(organisation_id: int) -> Organisation:
    """The same, held until the transaction ends against everybody who would change it."""
    wanted = sa.select(Organisation).where(Organisation.id == organisation_id)
    return db.session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).one()
