"""The next edition of the page a quiz asks about, with questions of its own."""

from datetime import timedelta

from quizapp.access.policy import Actor
from quizapp.services.bank import items
from quizapp.services.bank.item_storage import store_items
from quizapp.storage.db import db
from quizapp.storage.models.document import DocumentVersion
from quizapp.storage.transaction import transaction
from tests.builders import NOW, make_bank

LINES = "\n".join(f"line {line}" for line in range(1, 60))


def add_edition(
    operator: Actor, document_id: int, *, number: int = 2, is_approved: bool = True, text: str = LINES
) -> None:
    """One more edition of a page, three days later, on which 3 questions for each value wait or are approved."""
    later = NOW + timedelta(days=3)
    with transaction():
        version = DocumentVersion(
            organisation_id=operator.organisation_id,
            document_id=document_id,
            number=number,
            sha256=f"{number}" * 64,
            text=text,
            taken_on=later.date(),
            added_at=later,
        )
        db.session.add(version)
        db.session.flush()
        store_items(operator, make_bank(a_value=3), version=version, now=later)
    if is_approved:
        items.approve_drafts(operator, document_id, now=later)
