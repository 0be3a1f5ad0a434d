"""The pages that are open to everybody: the way in, help, and what the law asks to be said."""

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.access.permissions import Permission
from quizapp.web.shell.guard import requires
from quizapp.web.shell.sessions import SIGN_IN, current_visitor

HOME = "account.home"

bp = Blueprint("site", __name__)


@bp.get("/")
@requires(Permission.PUBLIC)
def start() -> ResponseReturnValue:
    """To one's own start page, or to the sign-in page."""
    return redirect(url_for(HOME if current_visitor() else SIGN_IN))


@bp.get("/help")
@requires(Permission.PUBLIC)
def help() -> str:
    """How to get in, what the quiz is, what the words mean."""
    return render_template("site/help.html")


@bp.get("/accessibility")
@requires(Permission.PUBLIC)
def accessibility() -> str:
    """The accessibility statement."""
    return render_template("site/accessibility.html")


@bp.get("/privacy")
@requires(Permission.PUBLIC)
def privacy() -> str:
    """What is kept about people, why, and who sees it."""
    return render_template("site/privacy.html")


@bp.get("/health")
@requires(Permission.PUBLIC)
def health() -> Response:
    """For load balancers: the web process answers; the database is not asked."""
    return Response("ok\n", mimetype="text/plain")
