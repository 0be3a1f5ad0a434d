"""Answering a booster: whoever holds its link may, without signing in; the first answer counts, and for nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, may_reveal, next_position
from quizapp.assessment.boosters import LINK_DAYS, may_answer, next_due_day
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.scoring import Mark, find_problem, mark_response
from quizapp.services.allowed import demand
from quizapp.services.attempts.answers import Outcome
from quizapp.services.attempts.employment import has_left
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import Given, Sheet, ask, explain
from quizapp.services.bank.answer_keys import answer_key
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.storage.models.attempts.booster import Booster, BoosterItem, BoosterResponse
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.queries import boosters, entrance, places
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction

UNKNOWN = "There are no questions at this address."
NOT_NOW = "These questions cannot be answered any more."
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


class BoosterState(StrEnum):
    """What can be done with a booster."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    TOO_OLD = "too old"


@dataclass(frozen=True, slots=True)
class BoosterView:
    """A booster as its link shows it; `next_position` is the first question without an answer."""

    token: str
    state: BoosterState
    name: str
    organisation_name: str
    count: int
    next_position: int | None
    next_on: date | None
    """When the booster after this one is due; None after the last."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A booster with whose it is and what of it was answered."""

    booster: Booster
    person: Person
    organisation: Organisation
    state: BoosterState
    places: Sequence[tuple[BoosterItem, ItemVersion, BoosterResponse | None]]

    @property
    def next_position(self) -> int | None:
        answered = [item.position for item, _, response in self.places if response is not None]
        return next_position(len(self.places), answered)


def open_booster(token: str, *, now: datetime) -> BoosterView:
    """A booster by its link; raises NotFound where there is none, or its owner has no account or has left."""
    with snapshot():
        return _view(_find(token, now=now))


def show_booster_question(token: str, *, position: int, now: datetime) -> Place:
    """One of its questions, with the explanation once it is answered; raises Conflict where it is refused or too old.

    Raises NotFound for a question that is not reached yet, as for one there is not.
    """
    with snapshot():
        found = _find(token, now=now)
        _demand_open(found)
        item, words, response = _reached(found, position)
        sheet = Sheet(words, item.option_order, position, len(found.places))
        explanation = None
        if may_reveal(Mode.LEARN, AttemptState.OPEN, is_answered=response is not None):
            quotes = places.list_quotes(found.booster.organisation_id, item_version_ids=[words.id])
            explanation = explain(sheet, _given(response), quotes=quotes)
        return Place(
            attempt_id=found.booster.attempt_id,
            mode=Mode.LEARN,
            question=ask(sheet),
            chosen=tuple(response.chosen) if response else (),
            revision=0,
            explanation=explanation,
            is_submitted=False,
        )


def answer_booster(token: str, *, position: int, chosen: Sequence[str], now: datetime) -> Outcome:
    """Keep the first answer to a question; another one changes nothing, and the same one again is no news.

    Raises Invalid where it is no answer to this question; Conflict and NotFound as `show_booster_question`.
    """
    with transaction():
        found = _find(token, now=now)
        _demand_open(found)
        _, words, response = _reached(found, position)
        if response is not None:
            return _told_before(response, chosen)
        key = answer_key(words)
        problem = find_problem(key, chosen)
        if problem is not None:
            raise Invalid("answer", problem)
        mark = mark_response(key, chosen)
        values = {
            "booster_id": found.booster.id,
            "item_version_id": words.id,
            "chosen": list(chosen),
            "mark": mark.earned,
            "parts_right": mark.parts_right,
            "parts": mark.parts,
            "at": now,
        }
        if boosters.add_response(found.booster.organisation_id, values=values):
            return Outcome.SAVED
        _, _, overtaken_by = _reached(_find(token, now=now), position)
        return _told_before(overtaken_by, chosen)


def refuse_boosters(token: str, *, now: datetime) -> None:
    """Send the owner of a link no boosters from now on, however old the link; a second time changes nothing."""
    with transaction():
        found = _find(token, now=now)
        boosters.add_refusal(found.booster.organisation_id, person_id=found.person.id, now=now)


def list_my_boosters(actor: Actor, *, now: datetime) -> list[BoosterView]:
    """One's own boosters that wait for an answer, the oldest first."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        since = now - timedelta(days=LINK_DAYS + 1)
        rows = boosters.list_sent(actor.organisation_id, since=since, person_id=actor.person_id or 0)
        if not rows:  # as for nearly everybody
            return []
        organisation = get_organisation(actor.organisation_id)
        day = local_day(now, organisation.time_zone)
        if has_left(actor, on=day):
            return []
        return [
            BoosterView(
                token=booster.token,
                state=BoosterState.OPEN,
                name=person.name,
                organisation_name=organisation.name,
                count=questions,
                next_position=answers + 1,
                next_on=next_due_day(booster.due_on, number=booster.number),
            )
            for booster, person, questions, answers in rows
            if answers < questions and may_answer(local_day(booster.issued_at, organisation.time_zone), on=day)
        ]


def refuse_my_boosters(actor: Actor, *, now: datetime) -> None:
    """Send oneself no boosters from now on."""
    demand(actor, Permission.TAKE_QUIZ)
    with transaction():
        boosters.add_refusal(actor.organisation_id, person_id=actor.person_id or 0, now=now)


def _find(token: str, *, now: datetime) -> _Found:
    row = entrance.find_booster(token) if _TOKEN.fullmatch(token) else None
    if row is None:
        raise NotFound(UNKNOWN)
    booster, person, organisation = row
    day = local_day(now, organisation.time_zone)
    if has_left(Actor(organisation.id, person.id, frozenset()), on=day):
        raise NotFound(UNKNOWN)
    asked = [
        (place, words, given) for place, words, given in boosters.list_places(organisation.id, booster_id=booster.id)
    ]
    state = BoosterState.OPEN
    if boosters.has_refused(organisation.id, person_id=person.id):
        state = BoosterState.REFUSED
    elif not may_answer(local_day(booster.issued_at, organisation.time_zone), on=day):
        state = BoosterState.TOO_OLD
    elif all(response is not None for _, _, response in asked):
        state = BoosterState.DONE
    return _Found(booster, person, organisation, state, asked)


def _view(found: _Found) -> BoosterView:
    return BoosterView(
        token=found.booster.token,
        state=found.state,
        name=found.person.name,
        organisation_name=found.organisation.name,
        count=len(found.places),
        next_position=found.next_position,
        next_on=next_due_day(found.booster.due_on, number=found.booster.number),
    )


def _demand_open(found: _Found) -> None:
    if found.state in {BoosterState.REFUSED, BoosterState.TOO_OLD}:
        raise Conflict(NOT_NOW)


def _reached(found: _Found, position: int) -> tuple[BoosterItem, ItemVersion, BoosterResponse | None]:
    """The question at a place that is answered or is the next to be."""
    if not 1 <= position <= (found.next_position or len(found.places)):
        raise NotFound(UNKNOWN)
    return found.places[position - 1]


def _given(response: BoosterResponse | None) -> Given | None:
    if response is None:
        return None
    return Given(response.chosen, Mark(response.mark, response.parts_right, response.parts))


def _told_before(response: BoosterResponse | None, chosen: Sequence[str]) -> Outcome:
    is_same = response is not None and list(chosen) == response.chosen
    return Outcome.SAVED_BEFORE if is_same else Outcome.ANSWERED_BEFORE
