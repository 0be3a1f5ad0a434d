"""Who was sent a reminder between two moments, and who passed the quiz it was about after one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.storage.db import connection
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.message import Message


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many people were reminded, and how many of them passed in time after a reminder."""

    people: int
    passed: int


def count_reminded(
    organisation_id: int, *, kinds: Collection[MessageKind], begins: datetime, ends: datetime, within: timedelta
) -> Reminded:
    """Reminders of some kinds that were sent from a moment up to another; each person counts once."""
    sent = (
        Message.organisation_id == organisation_id,
        Message.kind.in_(kinds),
        Message.state == MessageState.SENT,
        Message.sent_at >= begins,
        Message.sent_at < ends,
    )
    people = connection().scalar(sa.select(sa.func.count(Message.person_id.distinct())).where(*sent))
    # The last reminder before a pass is the nearest: if that was too long ago, so were all others.
    nearest = connection().execute(
        sa.select(Message.person_id, Completion.passed_at, sa.func.max(Message.sent_at))
        .join(Completion, Completion.assignment_id == Message.assignment_id)
        .where(*sent, Completion.passed_at > Message.sent_at, Completion.passed_at <= ends + within)
        .group_by(Message.person_id, Completion.id, Completion.passed_at)
    )
    return Reminded(people or 0, len({person_id for person_id, passed, at in nearest if at and passed - at <= within}))
