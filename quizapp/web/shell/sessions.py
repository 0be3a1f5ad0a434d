"""Who is signed in: flask-login over the sessions the server keeps; the cookie holds nothing but a token."""

import re
from collections.abc import Callable
from urllib.parse import urlencode

from flask import Flask, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from quizapp.logs import note_actor
from quizapp.services.errors import NotAllowed
from quizapp.services.people.accounts import Visitor
from quizapp.web.shell.posted.parking import PARKED

SIGN_IN = "account.sign_in"

# One strict form instead of a list of tricks to refuse: a path of our own with an ordinary query.
_OWN_PATH = re.compile(r"/(?:[A-Za-z0-9_.~-][A-Za-z0-9/_.~-]*)?(?:\?[A-Za-z0-9/_.~%=&+-]*)?")
_LONGEST_PATH = 500

# flask-login looks for a cookie of this name that keeps people signed in. There is none, and this one nobody can set:
# no browser sends a cookie whose name holds a blank.
_NO_SUCH_COOKIE = "no such cookie"

SessionLoader = Callable[[str], Visitor | None]


class SessionUser(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """One live session, in the shape flask-login wants."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    def get_id(self) -> str:
        """What the cookie keeps."""
        return self.visitor.token


UserLoader = Callable[[str], SessionUser | None]


def prepare_sessions(app: Flask, load: SessionLoader) -> None:
    """Look every token up with `load`, once a request and only when a page asks who is there."""

    def load_user(token: str) -> SessionUser | None:
        visitor = load(token)
        if visitor is None:
            return None
        note_actor(organisation_id=visitor.actor.organisation_id, person_id=visitor.actor.person_id)
        return SessionUser(visitor)

    app.config["REMEMBER_COOKIE_NAME"] = _NO_SUCH_COOKIE
    manager = LoginManager()
    manager.session_protection = None  # a phone changes its address on the way home; the server's own limits hold
    manager.user_loader(load_user)
    app.extensions["quizapp.sessions"] = load_user
    # All that `init_app` does, less its look into the session after every request, style sheets included.
    app.login_manager = manager  # type: ignore[attr-defined]


def current_visitor() -> Visitor | None:
    """The person behind this request, or None."""
    user = current_user._get_current_object()
    return user.visitor if isinstance(user, SessionUser) else None


def visitor_so_far() -> Visitor | None:
    """The same, without asking the database if that has not been done yet; for pages that say it is away."""
    user = g.get("_login_user")
    return user.visitor if isinstance(user, SessionUser) else None


def session_token() -> str | None:
    """The token this browser brought, whether it is still alive or not."""
    token = session.get("_user_id")
    return token if isinstance(token, str) else None


def begin_session(token: str, *, came_back: bool = False) -> None:
    """Sign the browser in with a token the service has just given; nothing of the session before is kept.

    Only a parked form is, where the same person came back to it.
    """
    load: UserLoader = current_app.extensions["quizapp.sessions"]
    user = load(token)
    if user is None:
        raise NotAllowed("Your account cannot be used at the moment.")
    parked = session.get(PARKED) if came_back else None
    session.clear()
    login_user(user)
    if parked is not None:
        session[PARKED] = parked


def forget_session() -> None:
    """Take the session from the browser; ending it on the server is the service's part."""
    logout_user()
    session.clear()


def sign_in_query() -> str:
    """The query of the sign-in page: where to go afterwards, whether a session has ended, and a form was refused."""
    query = {"ended": "1"} if session_token() else {}
    is_form = request.method not in ("GET", "HEAD")
    if is_form:
        query["unsent"] = "1"
    path = request.script_root + request.path
    whole = f"{path}?{request.query_string.decode('latin-1')}" if request.query_string else path
    target = next_path(whole) or next_path(path)
    if target and not (is_form and _takes_forms_only()):
        query["next"] = target
    return urlencode(query)


def next_path(raw: str | None) -> str | None:
    """A page of this service to go to after signing in, or None where the text is anything else."""
    if raw is None or len(raw) > _LONGEST_PATH or not _OWN_PATH.fullmatch(raw):
        return None
    # A browser or a proxy that tidies such a path could make another host of it.
    if not {"", ".", ".."}.isdisjoint(raw.partition("?")[0].split("/")[1:-1]):
        return None
    return raw


def _takes_forms_only() -> bool:
    """Whether there is no page at this address to come back to."""
    return request.url_rule is None or "GET" not in (request.url_rule.methods or ())
