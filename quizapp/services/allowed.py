"""The actor's permission, asked again at the use-case, so that no door can forget it."""

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor, may
from quizapp.services.errors import NotAllowed


def demand(actor: Actor, permission: Permission) -> None:
    """Raise NotAllowed unless the actor's roles carry the permission."""
    if not may(actor, permission):
        raise NotAllowed("Your role does not include this.")
