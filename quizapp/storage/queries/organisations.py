"""The organisation's own row."""

from quizapp.storage.db import db
from quizapp.storage.models.organisation import Organisation


def get_organisation(organisation_id: int) -> Organisation:
    """The tenant; it exists, since an actor belongs to it."""
    return db.session.get_one(Organisation, organisation_id)
