"""Who may do what: one table, and the actor it is asked about."""

from dataclasses import dataclass

from quizapp.access.permissions import Permission
from quizapp.access.roles import Role

POLICY: dict[Permission, frozenset[Role]] = {
    Permission.SIGNED_IN: frozenset(Role),
    Permission.TAKE_QUIZ: frozenset(Role),
    Permission.SEE_TEAM: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Permission.SEE_ORGANISATION: frozenset({Role.ADMINISTRATOR}),
    Permission.MANAGE_REPORTS: frozenset({Role.ADMINISTRATOR}),
    Permission.SEE_LEARNING: frozenset({Role.AUTHOR, Role.ADMINISTRATOR}),
    Permission.SEE_BANK: frozenset({Role.AUTHOR}),
    Permission.REVIEW_ITEMS: frozenset({Role.AUTHOR}),
    Permission.MANAGE_PAGES: frozenset({Role.AUTHOR}),
    Permission.MANAGE_QUIZZES: frozenset({Role.AUTHOR, Role.ADMINISTRATOR}),
    Permission.ASSIGN: frozenset({Role.ADMINISTRATOR}),
    Permission.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person of one organisation, or the operator at the console (no person)."""

    organisation_id: int
    person_id: int | None
    roles: frozenset[Role]
    job: str | None = None
    """The named console command, where no person acts; every audit entry names one of the two."""


def console(organisation_id: int, job: str) -> Actor:
    """The operator of the installation, acting through a named command; may do everything but take a quiz."""
    return Actor(organisation_id, None, frozenset(Role), job)


def may(actor: Actor | None, permission: Permission) -> bool:
    """Whether this kind of thing is allowed; nobody signed in may do public things only."""
    if permission is Permission.PUBLIC:
        return True
    if actor is None:
        return False
    if permission is Permission.TAKE_QUIZ and actor.person_id is None:
        return False
    return not actor.roles.isdisjoint(POLICY[permission])
