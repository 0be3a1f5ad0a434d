"""Remember who did what, inside the transaction that did it."""

from datetime import datetime
from typing import Any

from quizapp.access.policy import Actor
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry


def record(actor: Actor, action: str, *, subject: str, now: datetime, details: dict[str, Any] | None = None) -> None:
    """Add an entry; details hold counts and ids, never names, answers or secrets."""
    db.session.add(
        AuditEntry(
            organisation_id=actor.organisation_id,
            at=now,
            person_id=actor.person_id,
            job=actor.job,
            action=action,
            subject=subject,
            details=details or {},
        )
    )
