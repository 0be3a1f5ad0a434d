"""A manager lets somebody else of the organisation see their teams until a day, and ends it when they like."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import months_after
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.models.team import TeamShare
from quizapp.storage.queries import people, teams
from quizapp.storage.queries.managing import shares
from quizapp.storage.transaction import snapshot, transaction

LONGEST_MONTHS = 12
_DAY = timedelta(days=1)

UNKNOWN_ADDRESS = "Nobody in your organisation has this e-mail address. Check it with the person."
YOURSELF = "This is your own address. Give that of the person who covers for you."
HAS_LEFT = "This person has left the organisation."
TOO_EARLY = "The last day must be today or later."
TOO_LATE = "The last day must be within 12 months from today."
NO_TEAM = "You do not manage a team, so there is nothing to share."


@dataclass(frozen=True, slots=True)
class Share:
    """Who is let see the actor's teams; `last_day` still counts."""

    share_id: int
    name: str
    email: str | None
    last_day: date


@dataclass(frozen=True, slots=True)
class Received:
    """Whose teams somebody is let see, up to which day, and what they are called."""

    name: str
    last_day: date
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """What somebody may share, up to which day, and with whom they do."""

    teams: tuple[str, ...]
    given: tuple[Share, ...]
    latest_day: date


def show_sharing(actor: Actor, *, now: datetime) -> Sharing:
    """One's own teams by name, and the shares of today; no teams where the actor manages none."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        day = today(actor, now=now)
        given = shares.list_given(actor.organisation_id, manager_id=_own(actor), on=day)
        return Sharing(
            _own_teams(actor, _own(actor), day=day),
            tuple(_share(row, other) for row, other in given),
            months_after(day, LONGEST_MONTHS),
        )


def list_received(actor: Actor, *, now: datetime) -> tuple[Received, ...]:
    """Whose teams the actor is let see today, and which."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        day = today(actor, now=now)
        rows = shares.list_received(actor.organisation_id, deputy_id=_own(actor), on=day)
        return tuple(
            Received(other.name, row.until_date - _DAY, _own_teams(actor, other.id, day=day)) for row, other in rows
        )


def share_team(actor: Actor, *, email: str, last_day: date, now: datetime) -> Share:
    """Let the person with this address see one's teams up to a day; a share with them before is replaced.

    Raises Invalid for `email` or `last_day`, NotAllowed where the actor manages no team of their own.
    """
    demand(actor, Permission.SEE_TEAM)
    with transaction():
        day = today(actor, now=now)
        shares.lock_giver(actor.organisation_id, person_id=_own(actor))
        if not teams.list_own_tree(actor.organisation_id, manager_id=_own(actor), on=day):
            raise NotAllowed(NO_TEAM)
        deputy = _find_deputy(actor, email, day=day)
        _check_day(last_day, day=day)
        for row, other in shares.list_given(actor.organisation_id, manager_id=_own(actor), on=day):
            if other.id == deputy.id:
                row.until_date = day
        share = TeamShare(
            organisation_id=actor.organisation_id,
            manager_id=_own(actor),
            deputy_id=deputy.id,
            from_date=day,
            until_date=last_day + _DAY,
            created_at=now,
        )
        db.session.add(share)
        db.session.flush()
        details = {"deputy": deputy.id, "last_day": last_day.isoformat()}
        audit.record(actor, "team shared", subject=f"share {share.id}", now=now, details=details)
        return _share(share, deputy)


def end_share(actor: Actor, share_id: int, *, now: datetime) -> Share:
    """End one of one's own shares at once; raises Conflict where it has ended already."""
    demand(actor, Permission.SEE_TEAM)
    with transaction():
        day = today(actor, now=now)
        shares.lock_giver(actor.organisation_id, person_id=_own(actor))
        found = shares.find_given(actor.organisation_id, manager_id=_own(actor), share_id=share_id)
        if found is None:
            raise NotFound("You share nothing under this number.")
        share, deputy = found
        if share.until_date <= day:
            raise Conflict("This has ended already.")
        share.until_date = day
        audit.record(actor, "team share ended", subject=f"share {share.id}", now=now, details={"deputy": deputy.id})
        return _share(share, deputy)


def _own(actor: Actor) -> int:
    return actor.person_id or 0


def _own_teams(actor: Actor, manager_id: int, *, day: date) -> tuple[str, ...]:
    tree = teams.list_own_tree(actor.organisation_id, manager_id=manager_id, on=day)
    return tuple(sorted(teams.list_names(actor.organisation_id, team_ids=tree).values()))


def _share(row: TeamShare, other: Person) -> Share:
    return Share(row.id, other.name, other.email, row.until_date - _DAY)


def _find_deputy(actor: Actor, email: str, *, day: date) -> Person:
    address = email.strip().lower()
    person = people.find_by_email(actor.organisation_id, [address]).get(address)
    if person is None:
        raise Invalid("email", UNKNOWN_ADDRESS)
    if person.id == actor.person_id:
        raise Invalid("email", YOURSELF)
    post = teams.find_latest_post(actor.organisation_id, person_id=person.id)
    if person.deactivated_at is not None or (post is not None and post.has_ended(on=day)):
        raise Invalid("email", HAS_LEFT)
    return person


def _check_day(last_day: date, *, day: date) -> None:
    if last_day < day:
        raise Invalid("last_day", TOO_EARLY)
    if last_day > months_after(day, LONGEST_MONTHS):
        raise Invalid("last_day", TOO_LATE)
