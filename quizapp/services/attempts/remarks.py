"""A learner's word that a question is unclear: a reason from a list, once for each person and wording."""

from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import may_reveal
from quizapp.assessment.remarks import RemarkReason
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.storage.queries import places
from quizapp.storage.queries.bank import remarks
from quizapp.storage.transaction import transaction


def add_remark(actor: Actor, attempt_id: int, *, position: int, reason: RemarkReason, now: datetime) -> bool:
    """Keep why a question on one's own paper is unclear; False where that was said before, and the first one stands.

    Raises NotFound for anybody else's paper, and for a question whose explanation may not be shown yet.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        person_id = actor.person_id or 0
        place = places.find_place(actor.organisation_id, person_id=person_id, attempt_id=attempt_id, position=position)
        if place is None or not may_reveal(
            place.attempt.mode, place.attempt.state, is_answered=place.answer is not None
        ):
            raise NotFound("There is no such explanation on your paper yet.")
        remarks.lock_item(actor.organisation_id, item_id=place.words.item_id)
        values = {"item_version_id": place.words.id, "person_id": person_id, "reason": reason, "at": now}
        return remarks.add_remark(actor.organisation_id, values=values)
