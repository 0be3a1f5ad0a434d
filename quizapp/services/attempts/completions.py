"""Completions: the pass that lasts, and the certificate that proves it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import last_valid_day
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.storage.queries import completions
from quizapp.storage.queries.attempts import PlaceRow
from quizapp.storage.transaction import snapshot

# No letters or digits that are read for one another.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A pass in the words of its day."""

    code: str
    person_name: str
    organisation_name: str
    quiz_title: str
    edition: int
    passed_on: date
    valid_until: date | None
    score: int | None
    item_count: int | None


def add_completion(actor: Actor, place: PlaceRow, *, score: int, now: datetime, day: date) -> None:
    """Keep the pass an attempt has just earned, inside the transaction that submitted it."""
    values = {
        "assignment_id": place.attempt.assignment_id,
        "attempt_id": place.attempt.id,
        "passed_at": now,
        "passed_on": day,
        "valid_until": last_valid_day(day, months=place.blueprint.valid_months),
        "certificate_code": _new_code(),
        "person_name": place.person_name,
        "organisation_name": place.organisation_name,
        "quiz_title": place.quiz.title,
        "edition": place.blueprint.number,
        "score": score if place.blueprint.certificate_has_score else None,
        "item_count": place.attempt.item_count if place.blueprint.certificate_has_score else None,
    }
    completions.add(actor.organisation_id, values=values)


def show_certificate(actor: Actor, code: str) -> Certificate:
    """One's own certificate; raises NotFound for anybody else's."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = completions.find_own(actor.organisation_id, person_id=actor.person_id or 0, code=code.upper())
        if row is None:
            raise NotFound("There is no such certificate.")
        return Certificate(
            code=row.certificate_code,
            person_name=row.person_name,
            organisation_name=row.organisation_name,
            quiz_title=row.quiz_title,
            edition=row.edition,
            passed_on=row.passed_on,
            valid_until=row.valid_until,
            score=row.score,
            item_count=row.item_count,
        )


def _new_code() -> str:
    """Twelve letters in threes of four; about 58 bits, so a code cannot be guessed."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(12))
    return "-".join(letters[place : place + 4] for place in range(0, 12, 4))
