"""People: adding them, their roles, and leaving."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.output.mail_head import is_mail_address
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.storage.db import db
from quizapp.storage.models.person import Person, PersonRole
from quizapp.storage.models.post import Post
from quizapp.storage.queries import people, teams
from quizapp.storage.transaction import snapshot, transaction

GRANTABLE = frozenset({Role.AUTHOR, Role.ADMINISTRATOR})
"""Everybody is staff, and whoever manages a team is a manager; only these two are given by name."""
LONGEST_EMAIL = 254
MOST_YEARS_AHEAD = 5
"""How far off a last day may be: further ones are slips of a key."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """An account as commands and pages speak of it."""

    id: int
    name: str
    email: str | None


def add_person(actor: Actor, *, name: str, email: str, roles: frozenset[Role], now: datetime) -> PersonRecord:
    """Add an account without a post, such as an author or the first administrator; it has no password yet."""
    demand(actor, Permission.MANAGE_PEOPLE)
    name, email = keep_printable(name), email.strip().lower()
    if not name:
        raise Invalid("name", "Give the person's name.")
    demand_fit("name", name)
    if not is_email(email):
        raise Invalid("email", f"“{email}” is not an e-mail address.")
    if not roles <= GRANTABLE:
        raise Invalid("role", "Only author and administrator can be given by name.")
    with transaction():
        if people.find_by_email(actor.organisation_id, [email]):
            raise Conflict(f"There is already an account for {email}.")
        person = Person(organisation_id=actor.organisation_id, name=name, email=email, created_at=now)
        db.session.add(person)
        db.session.flush()
        for role in sorted(roles):
            _grant(actor, person.id, role=role, now=now)
        audit.record(actor, "person added", subject=f"person {person.id}", now=now, details={"roles": sorted(roles)})
        return PersonRecord(person.id, person.name, person.email)


def grant_role(actor: Actor, person_id: int, *, role: Role, now: datetime) -> None:
    """Give a role from today; giving it twice changes nothing."""
    demand(actor, Permission.MANAGE_PEOPLE)
    if role not in GRANTABLE:
        raise Invalid("role", "Only author and administrator can be given by name.")
    with transaction():
        if people.find_person(actor.organisation_id, person_id) is None:
            raise NotFound("There is no such person.")
        if not people.holds_role(actor.organisation_id, person_id=person_id, role=role, on=today(actor, now=now)):
            _grant(actor, person_id, role=role, now=now)
            audit.record(actor, "role given", subject=f"person {person_id}", now=now, details={"role": role})


def find_by_email(actor: Actor, email: str) -> PersonRecord:
    """The account with this address in the actor's organisation."""
    demand(actor, Permission.MANAGE_PEOPLE)
    with snapshot():
        person = people.find_by_email(actor.organisation_id, [email.strip().lower()]).get(email.strip().lower())
        if person is None:
            raise NotFound(f"There is nobody with the address {email}.")
        return PersonRecord(person.id, person.name, person.email)


def end_post(actor: Actor, person_id: int, *, last_day: date, now: datetime) -> None:
    """Somebody leaves: post, roles and the teams they manage end; their record and certificate stay.

    Said again, it moves the last day of the post.
    """
    demand(actor, Permission.MANAGE_PEOPLE)
    with transaction():
        post = _latest_post(actor, person_id)
        if last_day < post.start_date:
            raise Invalid("last_day", "The last day lies before the first day in post.")
        if last_day.year > now.year + MOST_YEARS_AHEAD:
            raise Invalid("last_day", f"The last day lies more than {MOST_YEARS_AHEAD} years ahead.")
        post.end_date = last_day
        people.end_roles(actor.organisation_id, person_id=person_id, until=last_day + timedelta(days=1))
        audit.record(actor, "post ended", subject=f"post {post.id}", now=now)


def is_email(text: str) -> bool:
    """Whether a text has the shape of an address that mail can go to; only a message that arrives proves more."""
    return len(text) <= LONGEST_EMAIL and is_mail_address(text) and "." in text.partition("@")[2]


def _grant(actor: Actor, person_id: int, *, role: Role, now: datetime) -> None:
    db.session.add(
        PersonRole(
            organisation_id=actor.organisation_id, person_id=person_id, role=role, from_date=today(actor, now=now)
        )
    )


def _latest_post(actor: Actor, person_id: int) -> Post:
    post = teams.list_latest_posts(actor.organisation_id).get(person_id)
    if post is None:
        raise NotFound("This person has no post.")
    return post
