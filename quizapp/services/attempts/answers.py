"""Answering: an answer is kept before anything is said about it, and a paper is submitted once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, next_position
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.scoring import find_problem, mark_response
from quizapp.services.allowed import demand
from quizapp.services.attempts.certificates.completions import add_completion
from quizapp.services.attempts.papers import Onward
from quizapp.services.bank.answer_keys import answer_key
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.storage.queries import attempts, places
from quizapp.storage.queries.places import PlaceRow
from quizapp.storage.transaction import transaction


class Outcome(StrEnum):
    """What became of an answer that was sent."""

    SAVED = "saved"
    SAVED_BEFORE = "saved before"
    """The same press of the button arrived twice; the answer stands."""
    ANSWERED_BEFORE = "answered before"
    """Learn as you go: this place had an answer already; the first one counts."""
    CHANGED_MEANWHILE = "changed meanwhile"
    """A test: the answer was changed somewhere else after this page was shown; that one stands until asked again."""
    NOT_REACHED = "not reached"
    """Learn as you go: an earlier place has no answer yet."""
    CLOSED = "closed"
    """The attempt was submitted already."""


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer on its way: option tokens, for matching one for each left side, and the press that sent it.

    `revision` is that of the answer the page showed, 0 for none; only a test looks at it.
    """

    chosen: tuple[str, ...]
    token: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """The outcome, and where the learner goes on."""

    outcome: Outcome
    onward: Onward


def answer(actor: Actor, attempt_id: int, *, position: int, sent: SentAnswer, now: datetime) -> Answered:
    """Keep an answer before anything is said about it; raises Invalid where it is no answer to this item.

    In learn as you go the first answer counts and the last place submits; in a test the newest counts, and one that
    would replace an answer the learner has not seen is not kept.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        place = places.find_place(
            actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id, position=position, lock=True
        )
        if place is None:
            raise NotFound("There is no such question on your paper.")
        refusal = _find_refusal(place, sent)
        if refusal is Outcome.CLOSED and place.attempt.mode is Mode.LEARN:
            # Submitted means answered to the end: this answer was kept while its press waited for the lock.
            return _answer_overtaken(actor, place, sent)
        if refusal is not None:
            return Answered(refusal, _where_to_go_on(place))
        key = answer_key(place.words)
        problem = find_problem(key, sent.chosen)
        if problem is not None:
            raise Invalid("answer", problem)
        mark = mark_response(key, sent.chosen)
        values = {
            "attempt_id": attempt_id,
            "item_version_id": place.words.id,
            "revision": 1 + (place.answer.revision if place.answer else 0),
            "chosen": list(sent.chosen),
            "mark": mark.earned,
            "parts_right": mark.parts_right,
            "parts": mark.parts,
            "token": sent.token,
            "at": now,
        }
        if not places.add_response(actor.organisation_id, values=values):
            return _answer_overtaken(actor, place, sent)
        if place.attempt.mode is Mode.TEST:
            return Answered(Outcome.SAVED, _next_in_test(actor, place))
        if position == place.attempt.item_count:
            _submit(actor, place, score=place.score + mark.earned, now=now)
        return Answered(Outcome.SAVED, Onward(position, is_submitted=False))


def submit_attempt(actor: Actor, attempt_id: int, *, now: datetime) -> None:
    """Send a test in; places without an answer earn nothing. A second time changes nothing.

    Raises Conflict for learn as you go, which the last answer submits.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        place = places.find_place(
            actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id, position=1, lock=True
        )
        if place is None:
            raise NotFound("There is no such attempt.")
        if place.attempt.state is AttemptState.SUBMITTED:
            return
        if place.attempt.mode is not Mode.TEST:
            raise Conflict("Answer the questions that are left. The last one finishes the quiz.")
        # Counted after the lock: what came with the place may be from before another answer was kept.
        score = attempts.count_score(actor.organisation_id, attempt_id=attempt_id)
        _submit(actor, place, score=score, now=now)


def _find_refusal(place: PlaceRow, sent: SentAnswer) -> Outcome | None:
    if place.answer is not None and place.answer.token == sent.token:
        return Outcome.SAVED_BEFORE
    if place.attempt.mode is Mode.LEARN and place.answer is not None:
        return Outcome.ANSWERED_BEFORE
    if place.attempt.state is not AttemptState.OPEN:
        return Outcome.CLOSED
    if place.attempt.mode is Mode.TEST:
        shown = place.answer.revision if place.answer else 0
        return None if sent.revision == shown else Outcome.CHANGED_MEANWHILE
    # Learn as you go has one way through, so as many answers as come before this place must be there.
    return Outcome.NOT_REACHED if place.answered != place.position - 1 else None


def _answer_overtaken(actor: Actor, place: PlaceRow, sent: SentAnswer) -> Answered:
    """Another press was kept while this one was on its way: the same one, or a different one."""
    if attempts.is_kept(actor.organisation_id, attempt_id=place.attempt.id, token=sent.token):
        outcome = Outcome.SAVED_BEFORE
    else:
        outcome = Outcome.CHANGED_MEANWHILE if place.attempt.mode is Mode.TEST else Outcome.ANSWERED_BEFORE
    return Answered(outcome, Onward(place.position, is_submitted=False))


def _next_in_test(actor: Actor, place: PlaceRow) -> Onward:
    """The next place without an answer, or all answers to be checked."""
    answered = attempts.list_answered_positions(actor.organisation_id, attempt_id=place.attempt.id)
    onward = next_position(place.attempt.item_count, answered, after=place.position)
    return Onward(onward, is_submitted=False)


def _where_to_go_on(place: PlaceRow) -> Onward:
    if place.attempt.state is AttemptState.SUBMITTED:
        return Onward(place.position if place.answer is not None else None, is_submitted=True)
    if place.answer is not None or place.attempt.mode is Mode.TEST:
        return Onward(place.position, is_submitted=False)
    return Onward(place.answered + 1, is_submitted=False)


def _submit(actor: Actor, place: PlaceRow, *, score: int, now: datetime) -> None:
    day = local_day(now, place.attempt.time_zone)
    closed = attempts.submit(actor.organisation_id, attempt_id=place.attempt.id, score=score, now=now, day=day)
    if closed and score >= place.attempt.pass_score:
        add_completion(actor, place.attempt, score=score, now=now, day=day)
