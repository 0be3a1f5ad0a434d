"""Who may open which page: every view declares a permission, and what declares none is refused."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor, may
from quizapp.services.errors import NotAllowed
from quizapp.web.shell.posted.parking import park_form
from quizapp.web.shell.sessions import SIGN_IN, current_visitor, sign_in_query

View = TypeVar("View", bound=Callable[..., Any])


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare what a view is for; written under the route, and looked at before every request."""

    def declare(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return declare


def permission_of(app: Flask, endpoint: str) -> Permission | None:
    """What an endpoint declared; None means nobody may open it."""
    return getattr(app.view_functions.get(endpoint), "permission", None)


def current_actor() -> Actor:
    """Who asks for this page; raises NotAllowed where nobody is signed in."""
    visitor = current_visitor()
    if visitor is None:
        raise NotAllowed("Sign in to see this page.")
    return visitor.actor


def check_permission() -> ResponseReturnValue | None:
    """Before every request: let it through, send it to the sign-in page, or raise NotAllowed."""
    if request.endpoint is None:
        return None  # answered with "not found" or "method not allowed" further on
    permission = permission_of(current_app, request.endpoint)
    if permission is Permission.PUBLIC:
        return None
    if permission is None:
        current_app.logger.error("endpoint without a permission", extra={"endpoint": request.endpoint})
        raise NotAllowed("This page is not open to anybody.")
    visitor = current_visitor()
    if visitor is None:
        park_form(now=clock.now())
        query = sign_in_query()
        return redirect(url_for(SIGN_IN) + (f"?{query}" if query else ""), code=303)
    if not may(visitor.actor, permission):
        raise NotAllowed("Your account does not cover this page.")
    return None
