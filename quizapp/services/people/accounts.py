"""Getting in and out: passwords, one-time links, and web sessions that end on the server."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.deadlines import local_day
from quizapp.services import audit
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.people import passwords
from quizapp.services.throttle import client_network, count_try, forget_tries, throttle_key
from quizapp.storage.db import db
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import OneTimeLink, Person, WebSession
from quizapp.storage.queries import entrance, people, teams
from quizapp.storage.queries.entrance import SessionRow
from quizapp.storage.transaction import glance, snapshot, transaction

IDLE = timedelta(minutes=60)
IDLE_PRIVILEGED = timedelta(minutes=30)
LONGEST_SESSION = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)  # so that nobody is signed out a noticeable while too early
LINK_LIFE = timedelta(days=7)

WRONG_DETAILS = "Check your e-mail address and your password. One of them does not match our record."
UNKNOWN_LINK = "We do not know this link. Check that the whole of it was copied, to its last letter."
USED_LINK = "This link has been used, or a newer one has taken its place."
OLD_LINK = "This link is more than 7 days old."


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is signed in, and what every page says about them."""

    actor: Actor
    name: str
    organisation_name: str
    time_zone: str
    token: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class LinkOwner:
    """Whom a one-time link is for; whoever has left may still come for the certificates."""

    name: str
    organisation_name: str
    email: str | None
    has_left: bool


@dataclass(frozen=True, slots=True)
class Account:
    """An account that a right password opened; one address may have one in several organisations."""

    person_id: int
    organisation_id: int
    organisation_name: str
    proof: str
    """Says which password opened it, without saying the password."""


def check_password(email: str, password: str, *, client: str, now: datetime) -> tuple[Account, ...]:
    """The accounts these details open, at least one; raises Invalid without telling which part was wrong.

    `client` is the network address the try comes from; tries are counted per e-mail address and client.
    """
    address = email.strip().lower()
    key = throttle_key(address, client_network(client))
    with transaction():
        count_try(key, now=now)
        accounts = entrance.find_accounts(address)
    opened = tuple(
        Account(person_id, organisation_id, name, prove(password_hash))
        for person_id, organisation_id, name, password_hash in accounts
        if passwords.is_right(password_hash, password)
    )
    if not accounts:
        passwords.is_right(None, password)
    if not opened:
        raise Invalid(None, WRONG_DETAILS)
    with transaction():
        forget_tries(key, now=now)
    return opened


def start_session(account: Account, *, now: datetime) -> str:
    """Sign an account in; returns the token the browser keeps. Raises NotFound where the password has changed since."""
    with transaction():
        person = people.find_person(account.organisation_id, account.person_id)
        if person is None or person.deactivated_at is not None or prove(person.password_hash) != account.proof:
            raise NotFound("Sign in again.")
        return _add_session(account.organisation_id, account.person_id, now=now)


def prove(password_hash: str | None) -> str:
    """What an account carries to say which password opened it."""
    return hash_token(password_hash or "")[:16]


def find_visitor(token: str, *, now: datetime) -> Visitor | None:
    """Who holds this token, if the session is still good; notes once a minute that it is in use.

    A session that is too old is worth nothing by its dates alone: nothing is written about that.
    """
    with glance():
        session = entrance.find_web_session(hash_token(token), day=now.date())
    if session is None:
        return None
    visitor = read_visitor(session, token=token, now=now)
    if now - session.seen_at > idle_limit(visitor) or now - session.created_at > LONGEST_SESSION:
        return None
    if now - session.seen_at > SEEN_EVERY:
        _note_use(token, now=now)
    return visitor


def idle_limit(visitor: Visitor) -> timedelta:
    """How long somebody may do nothing; shorter for those who can see more than their own."""
    return IDLE if visitor.actor.roles == {Role.STAFF} else IDLE_PRIVILEGED


def end_session(token: str, *, now: datetime) -> None:
    """Sign out on the server; the token is worth nothing afterwards."""
    with transaction():
        entrance.end_web_session(hash_token(token), now=now)


def change_password(visitor: Visitor, *, current: str, new: str, now: datetime) -> None:
    """Replace a password and sign its owner out of every other browser."""
    actor = visitor.actor
    with snapshot():
        person = _own_account(actor)
        password_hash, names = person.password_hash, (person.name, person.email or "", visitor.organisation_name)
    key = throttle_key("own password", str(actor.person_id))
    with transaction():
        count_try(key, now=now)
    if not passwords.is_right(password_hash, current):
        raise Invalid("current", "Check your current password. It does not match our record.")
    new_hash = _accepted_hash(new, names=names, field="new")
    with transaction():
        person = _own_account(actor)
        person.password_hash = new_hash
        forget_tries(key, now=now)
        people.end_links(actor.organisation_id, person_id=person.id, now=now)
        people.end_web_sessions(actor.organisation_id, person_id=person.id, now=now, keep=hash_token(visitor.token))
        audit.record(actor, "password changed", subject=f"person {person.id}", now=now)


def issue_link(actor: Actor, person_id: int, *, now: datetime) -> str:
    """A token with which one person can set a password once, within a week; it ends the ones issued before."""
    with transaction():
        person = people.find_person(actor.organisation_id, person_id)
        if person is None:
            raise NotFound("There is no such person.")
        people.end_links(actor.organisation_id, person_id=person.id, now=now)
        token = secrets.token_urlsafe(24)
        db.session.add(
            OneTimeLink(
                organisation_id=actor.organisation_id,
                person_id=person.id,
                token_hash=hash_token(token),
                created_at=now,
                expires_at=now + LINK_LIFE,
            )
        )
        audit.record(actor, "link issued", subject=f"person {person.id}", now=now)
        return token


def look_at_link(token: str, *, now: datetime) -> LinkOwner:
    """Whom a link is for; looking does not use it up. Raises NotFound with the reason where it is spent."""
    with snapshot():
        _, person, organisation = _live_link(token, now=now)
        post = teams.find_latest_post(organisation.id, person_id=person.id)
        has_left = post is not None and post.has_ended(on=local_day(now, organisation.time_zone))
        return LinkOwner(person.name, organisation.name, person.email, has_left)


def use_link(token: str, *, password: str, now: datetime) -> str:
    """Set the password the link is for and sign its owner in; returns the browser's token."""
    with snapshot():
        _, person, organisation = _live_link(token, now=now)
        names = (person.name, person.email or "", organisation.name)
    new_hash = _accepted_hash(password, names=names, field="new")
    with transaction():
        if not entrance.claim_link(hash_token(token), now=now):
            raise NotFound(USED_LINK)
        link, person, _ = _link(token)
        person.password_hash = new_hash
        people.end_links(link.organisation_id, person_id=person.id, now=now)
        people.end_web_sessions(link.organisation_id, person_id=person.id, now=now)
        own = Actor(link.organisation_id, person.id, frozenset({Role.STAFF}))
        audit.record(own, "link used", subject=f"person {person.id}", now=now)
        return _add_session(link.organisation_id, person.id, now=now)


def read_visitor(session: SessionRow, *, token: str, now: datetime) -> Visitor:
    """Who a web session belongs to, with the roles held on the organisation's day."""
    today = local_day(now, session.time_zone)
    held = {
        row.role
        for row in session.roles
        if row.from_date <= today and (row.until_date is None or row.until_date > today)
    }
    held |= {Role.STAFF, Role.MANAGER} if session.manages else {Role.STAFF}
    actor = Actor(session.organisation_id, session.person_id, frozenset(held))
    return Visitor(actor, session.name, session.organisation_name, session.time_zone, token, session.email)


def hash_token(token: str) -> str:
    """What the database keeps of a token."""
    return sha256(token.encode()).hexdigest()


def _own_account(actor: Actor) -> Person:
    person = None if actor.person_id is None else people.find_person(actor.organisation_id, actor.person_id)
    if person is None:
        raise NotFound("There is no such account.")
    return person


def _live_link(token: str, *, now: datetime) -> tuple[OneTimeLink, Person, Organisation]:
    link, person, organisation = _link(token)
    if link.used_at is not None:
        raise NotFound(USED_LINK)
    if link.expires_at <= now:
        raise NotFound(OLD_LINK)
    return link, person, organisation


def _link(token: str) -> tuple[OneTimeLink, Person, Organisation]:
    row = entrance.find_link(hash_token(token))
    if row is None:
        raise NotFound(UNKNOWN_LINK)
    return row[0], row[1], row[2]


def _accepted_hash(password: str, *, names: tuple[str, ...], field: str) -> str:
    weakness = passwords.find_weakness(password, names=names)
    if weakness is not None:
        raise Invalid(field, weakness)
    return passwords.hash_password(password)


def _add_session(organisation_id: int, person_id: int, *, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    db.session.add(
        WebSession(
            organisation_id=organisation_id,
            person_id=person_id,
            token_hash=hash_token(token),
            created_at=now,
            seen_at=now,
        )
    )
    return token


def _note_use(token: str, *, now: datetime) -> None:
    with transaction():
        entrance.note_web_session_use(hash_token(token), now=now)
