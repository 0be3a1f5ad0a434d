"""Organisations: adding one, and finding the one a command is about."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quizapp.access.policy import Actor, console
from quizapp.services import audit
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.storage.db import db
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.queries import entrance
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation as commands and pages speak of it."""

    id: int
    name: str
    slug: str
    time_zone: str


def add_organisation(name: str, *, slug: str | None, time_zone: str, job: str, now: datetime) -> OrganisationRecord:
    """Add a tenant; raises Invalid for a name, short name or time zone that cannot be used, Conflict for a twin."""
    name = keep_printable(name)
    slug = slug or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not name:
        raise Invalid("name", "Give the organisation's name as it is to be printed.")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise Invalid("slug", "A short name has small letters, digits and single hyphens only.")
    demand_fit("name", name)
    demand_fit("slug", slug, most=80)
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Invalid("time_zone", f"There is no time zone “{time_zone}”. Use a name such as Europe/London.") from error
    with transaction():
        if entrance.find_organisation(slug) or entrance.find_organisation(name):
            raise Conflict(f"There is already an organisation called “{name}” or “{slug}”.")
        organisation = Organisation(name=name, slug=slug, time_zone=time_zone, created_at=now)
        db.session.add(organisation)
        db.session.flush()
        audit.record(
            console(organisation.id, job), "organisation added", subject=f"organisation {organisation.id}", now=now
        )
        return _record(organisation)


def find_organisation(slug_or_name: str) -> OrganisationRecord:
    """The organisation with this short name or name; raises NotFound with the ones there are."""
    with snapshot():
        organisation = entrance.find_organisation(slug_or_name)
        if organisation is None:
            known = ", ".join(other.slug for other in entrance.list_organisations()) or "none"
            raise NotFound(f"There is no organisation “{slug_or_name}”. Known: {known}.")
        return _record(organisation)


def list_organisations() -> list[OrganisationRecord]:
    """All organisations of this installation."""
    with snapshot():
        return [_record(organisation) for organisation in entrance.list_organisations()]


def console_for(slug_or_name: str, *, job: str) -> tuple[Actor, OrganisationRecord]:
    """The operator acting for one organisation through a named command."""
    organisation = find_organisation(slug_or_name)
    return console(organisation.id, job), organisation


def _record(organisation: Organisation) -> OrganisationRecord:
    return OrganisationRecord(organisation.id, organisation.name, organisation.slug, organisation.time_zone)
