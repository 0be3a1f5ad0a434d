"""Completions for ESR: who holds a pass, in the columns that ESR has for a competence."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services.allowed import demand
from quizapp.services.errors import Invalid
from quizapp.services.reports.exports import About, Table
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports.esr import EsrPerson, list_in_scope
from quizapp.storage.transaction import snapshot

COLUMNS = (
    "Employee (e-mail)",
    "Competence name",
    "Date from",
    "Date to",
    "Certification date",
    "Next certification date",
    "Proficiency level",
)
"""Those ESR holds of a competence. We know no employee number, so e-mail stands for it, and no proficiency level."""


@dataclass(frozen=True, slots=True)
class Completions:
    """The rows for ESR, and how many people with a pass have no address to be known by."""

    head: ReportHead
    table: Table
    without_email: int


def list_completions(
    actor: Actor, *, now: datetime, quiz_id: int | None = None, since: date | None = None
) -> Completions:
    """Everybody in scope with a valid pass, earned on a day or later; dates as 2026-06-30.

    Raises Invalid while it is not known what ESR calls the competence.
    """
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        competence = get_organisation(actor.organisation_id).esr_competence
        if competence is None:
            raise Invalid("esr_competence", "Say in the settings what ESR calls this competence, then take the file.")
        ours = list_in_scope(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
    day = head.on.day
    passed = [
        person
        for person in ours
        if person.passed_on is not None
        and (person.valid_until is None or person.valid_until >= day)
        and (since is None or person.passed_on >= since)
    ]
    rows = [_row(person, competence) for person in passed if person.email]
    about = About("Completions for ESR", head.quiz_title)
    return Completions(head, Table(COLUMNS, rows, about=about), len(passed) - len(rows))


def _row(person: EsrPerson, competence: str) -> tuple[str, ...]:
    passed = person.passed_on.isoformat() if person.passed_on else ""
    until = person.valid_until.isoformat() if person.valid_until else ""
    return (person.email or "", competence, passed, until, passed, until, "")
