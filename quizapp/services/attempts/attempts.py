"""Attempts: start one, answer on it; the last answer of learn-as-you-go submits it in the same transaction."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from question_bank.quantities import in_order
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.candidates import PaperRequest
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.paper import assemble_paper, option_order
from quizapp.assessment.scoring import find_problem, mark_response
from quizapp.services.allowed import demand
from quizapp.services.attempts.completions import add_completion
from quizapp.services.bank.answer_keys import answer_key
from quizapp.services.bank.candidates import list_candidates, value_names
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.attempt import Attempt
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.quiz import QuizBlueprint
from quizapp.storage.queries import assignments, attempts
from quizapp.storage.queries.attempts import PlaceRow
from quizapp.storage.transaction import transaction


class Outcome(StrEnum):
    """What became of an answer that was sent."""

    SAVED = "saved"
    SAVED_BEFORE = "saved before"
    """The same press of the button arrived twice; the answer stands."""
    ANSWERED_BEFORE = "answered before"
    """This place had an answer already; the first one counts."""
    NOT_REACHED = "not reached"
    """An earlier place has no answer yet."""
    CLOSED = "closed"
    """The attempt was submitted already."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The outcome, and the place where the learner goes on; None when the attempt is over."""

    outcome: Outcome
    next_position: int | None


def start_attempt(actor: Actor, assignment_id: int, *, token: str, now: datetime) -> int:
    """Open an attempt on a fresh paper and return its id; one that is open already is returned instead.

    Raises NotFound where the assignment is not the actor's, Conflict where the quiz is passed already or has no
    questions left.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        person_id = actor.person_id or 0
        if assignments.lock_assignment(actor.organisation_id, person_id=person_id, assignment_id=assignment_id) is None:
            raise NotFound("This quiz is not assigned to you.")
        earlier = attempts.list_attempts(actor.organisation_id, assignment_id=assignment_id)
        for attempt in earlier:
            if attempt.state is AttemptState.OPEN or attempt.start_token == token:
                return attempt.id
        card = assignments.list_current_for(actor.organisation_id, person_id=person_id, assignment_id=assignment_id)[0]
        if card[5] is not None:
            raise Conflict("You have passed this quiz. You do not need to do it again.")
        return _open(actor, card[2], earlier, assignment_id=assignment_id, token=token, now=now)


def answer(
    actor: Actor, attempt_id: int, *, position: int, chosen: tuple[str, ...], token: str, now: datetime
) -> Answered:
    """Keep an answer before anything is said about it; raises Invalid where it is no answer to this item.

    The first answer that was kept counts. `chosen` holds option tokens; for matching one for each left side.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        place = attempts.find_place(
            actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id, position=position
        )
        if place is None:
            raise NotFound("There is no such question on your paper.")
        refusal = _find_refusal(place, token)
        if refusal is not None:
            return Answered(refusal, _where_to_go_on(place))
        key = answer_key(place.words)
        problem = find_problem(key, chosen)
        if problem is not None:
            raise Invalid("answer", problem)
        mark = mark_response(key, chosen)
        values = {
            "attempt_id": attempt_id,
            "item_version_id": place.words.id,
            "revision": 1,
            "chosen": list(chosen),
            "mark": mark.earned,
            "parts_right": mark.parts_right,
            "parts": mark.parts,
            "token": token,
            "at": now,
        }
        if not attempts.add_response(actor.organisation_id, values=values):
            return Answered(Outcome.ANSWERED_BEFORE, position)
        if position == place.attempt.item_count:
            _submit(actor, place, score=place.score + mark.earned, now=now)
        return Answered(Outcome.SAVED, position)


def new_token() -> str:
    """A token for one press of a button, to be put into the form."""
    return secrets.token_urlsafe(16)


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
        (item.id, _order(texts[item.id], seed=f"{seed}|{item.id}")) for item in assemble_paper(bank.candidates, request)
    ]


def _order(texts: dict[str, str], *, seed: str) -> list[str]:
    return option_order(list(texts), seed=seed, are_in_sequence=in_order(list(texts.values())) or False)


def _last_paper(organisation_id: int, earlier: list[Attempt]) -> list[tuple[ItemVersion, bool]]:
    """The items met the last time, and whether each went wrong."""
    if not earlier:
        return []
    paper = attempts.list_paper(organisation_id, attempt_id=earlier[-1].id)
    return [(words, response is not None and response.mark == 0) for _, words, response in paper]


def _find_refusal(place: PlaceRow, token: str) -> Outcome | None:
    position = place.paper_item.position
    if place.response is not None:
        return Outcome.SAVED_BEFORE if place.response.token == token else Outcome.ANSWERED_BEFORE
    if place.attempt.state is not AttemptState.OPEN:
        return Outcome.CLOSED
    # Learn-as-you-go goes straight on, so as many answers as come before this place must be there.
    return Outcome.NOT_REACHED if place.answered != position - 1 else None


def _where_to_go_on(place: PlaceRow) -> int | None:
    if place.response is not None:
        return place.paper_item.position
    return place.answered + 1 if place.attempt.state is AttemptState.OPEN else None


def _submit(actor: Actor, place: PlaceRow, *, score: int, now: datetime) -> None:
    day = local_day(now, place.time_zone)
    closed = attempts.submit(actor.organisation_id, attempt_id=place.attempt.id, score=score, now=now, day=day)
    if closed and score >= place.attempt.pass_score:
        add_completion(actor, place, now=now, day=day)
