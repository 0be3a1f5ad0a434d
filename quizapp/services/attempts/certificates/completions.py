"""Completions: the pass that lasts, and the certificate that proves it."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.certificate_rules import Force, force_on
from quizapp.assessment.deadlines import last_valid_day
from quizapp.services.allowed import demand
from quizapp.services.attempts.certificates.certificate_codes import new_code, read_code
from quizapp.services.calendar import today
from quizapp.services.errors import NotFound
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.queries import completions
from quizapp.storage.queries.places import AttemptRow
from quizapp.storage.transaction import snapshot


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


@dataclass(frozen=True, slots=True)
class CheckedCertificate:
    """A certificate, and whether it still stands."""

    certificate: Certificate
    force: Force


def add_completion(actor: Actor, attempt: AttemptRow, *, score: int, now: datetime, day: date) -> None:
    """Keep the pass an attempt has just earned, inside the transaction that submitted it."""
    values = {
        "assignment_id": attempt.assignment_id,
        "attempt_id": attempt.id,
        "passed_at": now,
        "passed_on": day,
        "valid_until": last_valid_day(day, months=attempt.valid_months),
        "certificate_code": new_code(),
        "score": score if attempt.certificate_has_score else None,
        "item_count": attempt.item_count if attempt.certificate_has_score else None,
    }
    completions.add(actor.organisation_id, values=values)


def list_certificates(actor: Actor) -> list[Certificate]:
    """All of one's own, the newest first, whatever has become of the quiz, its assignment or the post since."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        rows = completions.list_own(actor.organisation_id, person_id=actor.person_id or 0)
        return [certificate_of(row) for row in rows]


def show_certificate(actor: Actor, code: str, *, now: datetime) -> CheckedCertificate:
    """One's own certificate, and whether it still stands; raises NotFound for anybody else's."""
    demand(actor, Permission.TAKE_QUIZ)
    asked_for = read_code(code)
    with snapshot():
        own = asked_for and completions.find_own(actor.organisation_id, person_id=actor.person_id or 0, code=asked_for)
        if not own:
            raise NotFound("There is no such certificate.")
        return check_completion(own, day=today(actor, now=now))


def check_completion(completion: Completion, *, day: date) -> CheckedCertificate:
    """Whether a certificate stands on a day, inside the caller's transaction."""
    replaced_on = completions.find_day_of_next(completion.organisation_id, completion=completion)
    force = force_on(day, valid_until=completion.valid_until, replaced_on=replaced_on)
    return CheckedCertificate(certificate_of(completion), force)


def certificate_of(completion: Completion) -> Certificate:
    """The words of a pass."""
    return Certificate(
        code=completion.certificate_code,
        person_name=completion.person_name,
        organisation_name=completion.organisation_name,
        quiz_title=completion.quiz_title,
        edition=completion.edition,
        passed_on=completion.passed_on,
        valid_until=completion.valid_until,
        score=completion.score,
        item_count=completion.item_count,
    )
