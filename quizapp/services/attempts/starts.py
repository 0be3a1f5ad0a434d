"""Starting an attempt: one at a time for each assignment, on a fresh paper."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from question_bank.quantities import in_order
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, may_renew
from quizapp.assessment.papers.candidates import PaperRequest
from quizapp.assessment.papers.paper import assemble_paper, option_order
from quizapp.services.allowed import demand
from quizapp.services.attempts.employment import has_left
from quizapp.services.attempts.learning import NOT_YOURS
from quizapp.services.bank.candidates import list_candidates, value_names
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.quiz import QuizBlueprint
from quizapp.storage.queries import assignments, attempts
from quizapp.storage.transaction import transaction

REVIEW_FIRST = "Look at what you missed first. The next try starts from there."


def start_attempt(actor: Actor, assignment_id: int, *, token: str, now: datetime, reviewed: int | None = None) -> int:
    """Open an attempt on a fresh paper and return its id; one that is open already is returned instead.

    After a try that did not pass, `reviewed` names it: the next one starts from its review. Raises NotFound where the
    assignment is not the actor's or has ended, Conflict where the review was not opened, where the quiz is passed
    already, where the actor has left, or where no questions are left.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        person_id = actor.person_id or 0
        if assignments.lock_assignment(actor.organisation_id, person_id=person_id, assignment_id=assignment_id) is None:
            raise NotFound(NOT_YOURS)
        earlier = attempts.list_attempts(actor.organisation_id, assignment_id=assignment_id)
        for attempt in earlier:
            if attempt.state is AttemptState.OPEN or attempt.start_token == token:
                return attempt.id
        blueprint = _blueprint(actor, assignment_id, now=now)
        if earlier and not _has_passed(earlier[-1]) and reviewed != earlier[-1].id:
            raise Conflict(REVIEW_FIRST)
        return _open(actor, blueprint, earlier, assignment_id=assignment_id, token=token, now=now)


def new_token() -> str:
    """A token for one press of a button, to be put into the form."""
    return secrets.token_urlsafe(16)


def order_options(texts: Mapping[str, str], *, seed: str) -> list[str]:
    """The tokens of an item's options, given with their words, in the order they are shown."""
    return option_order(list(texts), seed=seed, are_in_sequence=in_order(list(texts.values())) or False)


def _blueprint(actor: Actor, assignment_id: int, *, now: datetime) -> QuizBlueprint:
    """The recipe in force; raises NotFound where the quiz was withdrawn, Conflict where the actor may not start."""
    person_id, day = actor.person_id or 0, today(actor, now=now)
    cards = assignments.list_current_for(actor.organisation_id, person_id=person_id, assignment_id=assignment_id)
    if not cards:
        raise NotFound(NOT_YOURS)
    _, _, blueprint, _, _, completion = cards[0]
    if completion is not None and not may_renew(completion.valid_until, on=day):
        raise Conflict("You have passed this quiz. You do not need to do it again.")
    if has_left(actor, on=day):
        raise Conflict("You have left the organisation, so there is no quiz to do. Your certificates stay here.")
    return blueprint


def _has_passed(attempt: Attempt) -> bool:
    return attempt.score is not None and attempt.score >= attempt.pass_score


def _open(
    actor: Actor,
    blueprint: QuizBlueprint,
    earlier: list[Attempt],
    *,
    assignment_id: int,
    token: str,
    now: datetime,
) -> int:
    number = len(earlier) + 1
    seed = sha256(f"{blueprint.id}|{assignment_id}|{number}".encode()).hexdigest()
    places = _draw_paper(actor, blueprint, earlier, seed=seed)
    if not places:
        raise Conflict("This quiz has no questions at the moment. Tell your learning and development team.")
    attempt = Attempt(
        organisation_id=actor.organisation_id,
        assignment_id=assignment_id,
        quiz_blueprint_id=blueprint.id,
        number=number,
        state=AttemptState.OPEN,
        mode=blueprint.mode,
        seed=seed,
        start_token=token,
        item_count=len(places),
        pass_score=blueprint.recipe.pass_score(len(places)),
        started_at=now,
    )
    db.session.add(attempt)
    db.session.flush()
    attempts.add_paper(actor.organisation_id, attempt_id=attempt.id, places=places)
    return attempt.id


def _draw_paper(
    actor: Actor, blueprint: QuizBlueprint, earlier: list[Attempt], *, seed: str
) -> list[tuple[int, list[str]]]:
    """The paper's item versions in order, each with its option tokens in the order shown."""
    organisation_id = actor.organisation_id
    assignment_ids = {attempt.assignment_id for attempt in earlier}
    seen = attempts.count_times_seen(organisation_id, assignment_ids=assignment_ids) if earlier else {}
    last = _last_paper(organisation_id, earlier)
    bank = list_candidates(
        organisation_id,
        document_version_id=blueprint.document_version_id,
        seen=seen,
        recent={words.id for words, _ in last},
    )
    request = PaperRequest(
        blueprint.length,
        value_names(bank.candidates),
        seed=seed,
        missed=frozenset(name for words, is_wrong in last if is_wrong for name in words.value_names),
    )
    texts = {row.id: {option["token"]: option["text"] for option in row.options} for row in bank.words}
    return [
        (item.id, order_options(texts[item.id], seed=f"{seed}|{item.id}"))
        for item in assemble_paper(bank.candidates, request)
    ]


def _last_paper(organisation_id: int, earlier: list[Attempt]) -> list[tuple[ItemVersion, bool]]:
    """The items met the last time, and whether each went wrong."""
    if not earlier:
        return []
    paper = attempts.list_paper(organisation_id, attempt_id=earlier[-1].id)
    return [(words, response is not None and response.mark == 0) for _, words, response in paper]
