"""The frame of the service with a few pages of its own, so that it can be tested without a database."""

from dataclasses import replace
from functools import cache
from typing import Any

from flask import Blueprint, Flask, abort, render_template, render_template_string, request
from flask.testing import FlaskClient
from werkzeug.exceptions import TooManyRequests

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.app import create_app
from quizapp.config import Config, Environment
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.people.accounts import Visitor
from quizapp.web.shell.guard import requires
from quizapp.web.shell.posted.parking import parks
from quizapp.web.shell.sessions import begin_session, forget_session
from quizapp.web.site.views import bp as site

CONFIG = Config(
    environment=Environment.TEST,
    secret_key="0123456789abcdefghijklmnopqrstuvwxyz",
    database_url="sqlite:////nowhere/at/all.sqlite",
    log_level="info",
)
STAFF = Visitor(Actor(1, 7, frozenset({Role.STAFF})), "Asha Patel", "NHS Testshire", "Europe/London", "token-of-asha")
EVERYTHING = replace(STAFF, actor=Actor(1, 8, frozenset(Role)), name="Cara O'Neill", token="token-of-cara")
VISITORS = {visitor.token: visitor for visitor in (STAFF, EVERYTHING)}
REFUSALS = {
    "not-found": NotFound("There is no such quiz."),
    "not-allowed": NotAllowed("Your role does not include this."),
    "conflict": Conflict("You carried on somewhere else."),
    "invalid": Invalid(None, "That is no date."),
    "too-many": TooManyRequests(retry_after=60),
    "defect": ZeroDivisionError("Asha Patel scored 3"),
}

ROW = """{% from "components/sections.html" import sections %}
{% block row %}{{ sections("team", "My team") }}{% endblock %}"""

account = Blueprint("account", __name__)
learn = Blueprint("learn", __name__)
team = Blueprint("team", __name__)


@account.get("/account/sign-in")
@requires(Permission.PUBLIC)
def sign_in() -> str:
    return render_template_string('{% extends "layouts/page.html" %}{% set heading = "Sign in" %}')


@account.post("/account/sign-in/<token>")
@requires(Permission.PUBLIC)
def enter(token: str) -> str:
    begin_session(token, came_back="came_back" in request.args)
    return "in"


@account.get("/account")
@requires(Permission.SIGNED_IN)
def home() -> str:
    return render_template_string('{% extends "layouts/page.html" %}{% set heading = "Start page" %}')


@account.post("/account/sign-out")
@requires(Permission.SIGNED_IN)
def sign_out() -> str:
    forget_session()
    return render_template_string('{% extends "layouts/page.html" %}{% set heading = "Signed out" %}')


@learn.get("/learn", endpoint="home")
@requires(Permission.TAKE_QUIZ)
def learning() -> str:
    return render_template_string('{% extends "layouts/wide.html" %}{% set heading = "My learning" %}' + ROW)


@learn.route("/learn/<path:rest>", methods=["GET", "POST"], endpoint="question")
@requires(Permission.TAKE_QUIZ)
@parks
def question(rest: str) -> str:
    return render_template_string('{% extends "layouts/page.html" %}{% set heading = "A question" %}')


@team.get("/team", endpoint="report")
@requires(Permission.SEE_TEAM)
def report() -> str:
    return render_template_string('{% extends "layouts/wide.html" %}{% set heading = "My team" %}' + ROW)


@team.get("/refuse/<what>")
@requires(Permission.PUBLIC)
def refuse(what: str) -> str:
    raise REFUSALS[what]


@team.get("/abort/<int:code>")
@requires(Permission.PUBLIC)
def stop(code: int) -> str:
    abort(code)


@team.get("/undeclared")
def undeclared() -> str:
    return "nobody said who may see this"


@team.get("/render/<path:template>")
@requires(Permission.PUBLIC)
def render(template: str) -> str:
    return render_template(template)


@cache
def shell_app(**changes: Any) -> Flask:
    """The application, made once for each set of changed settings."""
    app = create_app(replace(CONFIG, **changes), pages=[site, account, learn, team], load_session=VISITORS.get)
    app.config["PROPAGATE_EXCEPTIONS"] = False  # error pages are what is looked at
    return app


def client_of(visitor: Visitor | None = None, **changes: Any) -> FlaskClient:
    """A browser, signed in or not."""
    app = shell_app(**changes)
    client = app.test_client()
    if visitor is not None:
        with client.session_transaction() as session:
            session["_user_id"] = visitor.token
    return client
