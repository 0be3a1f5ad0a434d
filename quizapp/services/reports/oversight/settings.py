"""What an organisation decides about its reports: the target, what managers see, and what is sent."""

import hashlib
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.queries.organisations import get_organisation, lock_organisation
from quizapp.storage.transaction import snapshot, transaction

MOST_AMBER_POINTS = 50
MOST_PROBATION_MONTHS = 24
MOVED_ON = (
    "Somebody else changed these settings after you opened this page, so nothing of yours was saved."
    " Compare yours with those in force, then save again."
)


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """The settings as they stand in the organisation's row; `esr_competence` is None until it is known."""

    target: int
    amber_points: int
    probation_months: int
    managers_see_scores: bool
    sends_reminders: bool
    esr_competence: str | None

    @property
    def fingerprint(self) -> str:
        """Tells one state of the settings from any other."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def show_settings(actor: Actor) -> ReportSettings:
    """The settings in force."""
    demand(actor, Permission.MANAGE_REPORTS)
    with snapshot():
        return _read(get_organisation(actor.organisation_id))


def change_settings(actor: Actor, wanted: ReportSettings, *, seen: str, now: datetime) -> bool:
    """Put these settings in force; False where they are already. `seen` is the fingerprint the page showed.

    Raises Invalid for a number out of range, Conflict where somebody else has changed them since.
    """
    demand(actor, Permission.MANAGE_REPORTS)
    wanted = _checked(wanted)
    with transaction():
        organisation = lock_organisation(actor.organisation_id)
        known = _read(organisation)
        if known == wanted:
            return False
        if known.fingerprint != seen:
            raise Conflict(MOVED_ON)
        changed = {
            name: [before, after]
            for (name, before), after in zip(asdict(known).items(), asdict(wanted).values(), strict=True)
            if before != after
        }
        for name, (_, after) in changed.items():
            setattr(organisation, name, after)
        subject = f"organisation {organisation.id}"
        audit.record(actor, "report settings changed", subject=subject, now=now, details=changed)
        return True


def _read(organisation: Organisation) -> ReportSettings:
    return ReportSettings(
        target=organisation.target,
        amber_points=organisation.amber_points,
        probation_months=organisation.probation_months,
        managers_see_scores=organisation.managers_see_scores,
        sends_reminders=organisation.sends_reminders,
        esr_competence=organisation.esr_competence,
    )


def _checked(wanted: ReportSettings) -> ReportSettings:
    competence = keep_printable(wanted.esr_competence or "")
    demand_fit("esr_competence", competence)
    if not 1 <= wanted.target <= 100:
        raise Invalid("target", "Target: give a whole number from 1 to 100.")
    if not 0 <= wanted.amber_points <= MOST_AMBER_POINTS:
        raise Invalid("amber_points", f"Amber band: give a whole number from 0 to {MOST_AMBER_POINTS}.")
    if wanted.amber_points >= wanted.target:
        raise Invalid("amber_points", f"Amber band: give fewer points than the target of {wanted.target}.")
    if not 1 <= wanted.probation_months <= MOST_PROBATION_MONTHS:
        raise Invalid("probation_months", f"Probation: give a whole number from 1 to {MOST_PROBATION_MONTHS}.")
    return replace(wanted, esr_competence=competence or None)
