"""The outbox: every message the service means to send, or has sent."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.storage.db import Base, TenantRow, tenant_identity, tenant_reference
from quizapp.storage.models.columns import closed_set


class Message(TenantRow, Base):
    """One message to one person; its key stands for the occasion, so that nobody is written to twice about one."""

    __tablename__ = "message"
    __table_args__ = (
        tenant_identity(),
        tenant_reference("person_id", "person"),
        tenant_reference("assignment_id", "assignment"),
        tenant_reference("sender_id", "person"),
        tenant_reference("booster_id", "booster"),
        sa.UniqueConstraint("organisation_id", "key"),
        sa.CheckConstraint("state <> 'sent' OR (sent_at IS NOT NULL AND address IS NOT NULL)", name="sent_somewhere"),
        sa.Index("ix_message_state_due_at", "state", "due_at"),
        sa.Index("ix_message_person_id", "person_id", "sent_at"),
    )

    key: Mapped[str] = mapped_column(sa.String(160))
    kind: Mapped[MessageKind] = mapped_column(closed_set(MessageKind))
    person_id: Mapped[int]
    """Who gets it."""
    assignment_id: Mapped[int | None]
    sender_id: Mapped[int | None]
    """The manager in whose name it goes."""
    booster_id: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(sa.String(300))
    """A line the manager added."""
    state: Mapped[MessageState] = mapped_column(closed_set(MessageState))
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    """Not before this moment; moved on where it has to be tried again."""
    tries: Mapped[int] = mapped_column(default=0)
    claim: Mapped[str | None] = mapped_column(sa.String(64))
    """The worker that is sending it."""
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(sa.String(300))
    """Why it was dropped, or what the mail server said."""
    address: Mapped[str | None] = mapped_column(sa.String(254))
    subject: Mapped[str | None] = mapped_column(sa.String(200))
    body: Mapped[str | None] = mapped_column(sa.Text)
    """The plain text as it was sent; what is waiting has its words made at the moment of sending."""
