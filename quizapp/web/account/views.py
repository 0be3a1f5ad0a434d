"""Getting in and out, passwords, and the start page."""

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor, may
from quizapp.access.roles import Role
from quizapp.services.attempts import learning
from quizapp.services.errors import Invalid, NotAllowed, NotFound
from quizapp.services.people import accounts, endings
from quizapp.web.account import pending, presenters
from quizapp.web.account.forms import ChangePasswordForm, OrganisationForm, SignInForm, UseLinkForm
from quizapp.web.shell.guard import current_actor, permission_of, requires
from quizapp.web.shell.posted.parking import parked_path
from quizapp.web.shell.sessions import begin_session, current_visitor, forget_session, next_path, session_token

HOME = "account.home"
PENDING = "pending"
LINK = "/welcome/<string:token>"
CLEAR_ALL = '"cache", "cookies", "storage"'

bp = Blueprint("account", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def sign_in() -> ResponseReturnValue:
    """Address and password; where they open several accounts, the next page asks which."""
    asked_for = next_path(request.values.get("next"))
    if request.method != "POST" and current_visitor():
        return redirect(asked_for or url_for(HOME))
    form = SignInForm(next=asked_for)
    if not form.validate_on_submit():
        return _sign_in_page(form)
    now = clock.now()
    try:
        opened = accounts.check_password(
            form.email.data or "", form.password.data or "", client=request.remote_addr or "", now=now
        )
    except Invalid as refusal:
        form.refuse(refusal)
        return _sign_in_page(form)
    if len(opened) > 1:
        session[PENDING] = pending.keep(opened, target=asked_for, now=now)
        return redirect(url_for("account.choose_organisation"), 303)
    return _enter(accounts.start_session(opened[0], now=now), asked_for)


@bp.route("/sign-in/organisation", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def choose_organisation() -> ResponseReturnValue:
    """Which organisation, without asking for the password again."""
    now = clock.now()
    opened = pending.read(session.get(PENDING), now=now)
    if opened is None:
        flash(presenters.CHOICE_TOO_LATE, "notice")
        return redirect(url_for("account.sign_in"), 303)
    form = OrganisationForm()
    form.account.choices = presenters.present_accounts(opened.accounts)
    if not form.validate_on_submit():
        return _form_page("account/choose_organisation.html", form)
    chosen = next(account for account in opened.accounts if str(account.person_id) == form.account.data)
    return _enter(accounts.start_session(chosen, now=now), opened.target)


@bp.post("/sign-out")
@requires(Permission.PUBLIC)
def sign_out() -> ResponseReturnValue:
    """End the session on the server, and leave nothing in the browser."""
    token = session_token()
    if token is not None:
        accounts.end_session(token, now=clock.now())
    forget_session()
    response: Response = current_app.make_response(redirect(url_for("account.signed_out"), 303))
    response.headers["Clear-Site-Data"] = CLEAR_ALL
    return response


@bp.get("/signed-out")
@requires(Permission.PUBLIC)
def signed_out() -> str:
    """The way back in."""
    return render_template("account/signed_out.html")


@bp.get("/home")
@requires(Permission.SIGNED_IN)
def home() -> ResponseReturnValue:
    """Every place that is open to somebody who is several things at once; with learning only, straight there."""
    actor = current_actor()
    if _landing(actor) != HOME:
        return redirect(url_for(_landing(actor)))
    quizzes = learning.list_my_quizzes(actor, now=clock.now())
    places = presenters.present_places(_open_places(actor), quizzes)
    return render_template("account/home.html", places=places)


@bp.route("/password", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def change_password() -> ResponseReturnValue:
    """A new password; every other browser is signed out."""
    visitor = current_visitor()
    if visitor is None:
        raise NotAllowed("Sign in to see this page.")
    form = ChangePasswordForm()
    if not form.validate_on_submit():
        return _form_page("account/change_password.html", form, email=visitor.email)
    try:
        accounts.change_password(visitor, current=form.current.data or "", new=form.new.data or "", now=clock.now())
    except Invalid as refusal:
        form.refuse(refusal)
        return _form_page("account/change_password.html", form, email=visitor.email)
    flash(presenters.PASSWORD_CHANGED)
    return redirect(url_for(HOME), 303)


@bp.get(LINK)
@requires(Permission.PUBLIC)
def welcome(token: str) -> ResponseReturnValue:
    """Whose link this is, said with a first name alone; looking changes nothing, so that mail scanners may."""
    try:
        owner = accounts.look_at_link(token, now=clock.now())
    except NotFound as gone:
        return render_template("account/welcome.html", gone=gone.message), 404
    return render_template("account/welcome.html", gone=None, link=token, page=presenters.present_greeting(owner))


@bp.route(f"{LINK}/password", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def use_link(token: str) -> ResponseReturnValue:
    """The owner chooses a password; sending it uses the link up."""
    form = UseLinkForm()
    now = clock.now()
    try:
        owner = accounts.look_at_link(token, now=now)
        if form.validate_on_submit():
            return _enter(accounts.use_link(token, password=form.new.data or "", now=now), None)
    except Invalid as refusal:
        form.refuse(refusal)
    except NotFound:
        return redirect(url_for("account.welcome", token=token), 303)
    return _form_page("account/use_link.html", form, link=token, email=owner.email)


@bp.get(f"{LINK}/somebody-else")
@requires(Permission.PUBLIC)
def somebody_else(token: str) -> str:
    """What to do with a link that was meant for somebody else."""
    return render_template("account/somebody_else.html", link=token)


def _sign_in_page(form: SignInForm) -> str:
    return _form_page("account/sign_in.html", form, why=None if request.method == "POST" else _find_out_why())


def _find_out_why() -> str | None:
    """Why somebody who did not ask for it is at the sign-in page; None for whoever came of their own accord."""
    now, token, is_unsent = clock.now(), session_token(), "unsent" in request.args
    is_parked = parked_path(now=now) is not None
    if not (is_parked or is_unsent or "ended" in request.args):
        return None
    ending = None if token is None else endings.explain_ending(token, now=now)
    return presenters.explain_ending(ending, is_unsent=is_unsent, is_parked=is_parked)


def _form_page(
    template: str, form: SignInForm | OrganisationForm | ChangePasswordForm | UseLinkForm, **more: object
) -> str:
    return render_template(template, form=form, errors=form.problems(), **more)


def _enter(token: str, target: str | None) -> ResponseReturnValue:
    """Hand a new session to the browser; the one it had before ends, on the server too.

    What was parked there goes on to the same person alone. Where nothing tells who it was, the page it is for does:
    it opens to nobody else.
    """
    before, now = session_token(), clock.now()
    came_back = before is None or endings.is_same_person(before, token)
    if before is not None:
        accounts.end_session(before, now=now)
    if not came_back and target == parked_path(now=now):
        target = None
    begin_session(token, came_back=came_back)
    return redirect(target or url_for(_landing(current_actor())), 303)


def _landing(actor: Actor) -> str:
    """Where somebody begins; with learning only, straight there."""
    return presenters.LEARNING if actor.roles == {Role.STAFF} else HOME


def _open_places(actor: Actor) -> dict[str, str]:
    known = ((endpoint, permission_of(current_app, endpoint)) for endpoint, _, _ in presenters.PLACES)
    return {
        endpoint: url_for(endpoint)
        for endpoint, permission in known
        if permission is not None and may(actor, permission)
    }
