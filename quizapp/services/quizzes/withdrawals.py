"""Withdrawing a quiz: nobody can start it any more, and what was earned stays."""

from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, NotFound
from quizapp.storage.queries import quizzes
from quizapp.storage.transaction import transaction


def withdraw_quiz(actor: Actor, quiz_id: int, *, now: datetime) -> int:
    """Take a quiz from everybody from today on; returns how many held it. It cannot be published again.

    Attempts that are open can be finished. Certificates and reports of earlier days stay as they are.
    """
    demand(actor, Permission.MANAGE_QUIZZES)
    with transaction():
        quiz = quizzes.lock_quiz(actor.organisation_id, quiz_id=quiz_id)
        if quiz is None:
            raise NotFound("There is no such quiz.")
        if quiz.withdrawn_at is not None:
            raise Conflict(f"“{quiz.title}” was withdrawn already.")
        quiz.withdrawn_at = now
        people = quizzes.end_assignments(actor.organisation_id, quiz_id=quiz_id, day=today(actor, now=now))
        audit.record(actor, "quiz withdrawn", subject=f"quiz {quiz_id}", now=now, details={"people": people})
        return people
