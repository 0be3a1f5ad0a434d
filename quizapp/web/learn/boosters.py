"""The pages of a booster: its link is all that is needed, whoever is signed in."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.attempts.boosters.booster_links import BoosterState
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.web.learn.forms import read_answer
from quizapp.web.learn.presenters import boosters
from quizapp.web.learn.presenters.questions import present_question
from quizapp.web.shell.guard import current_actor, requires

ADDRESS = "/boosters/<string:token>"
NOTICE = "notice"

bp = Blueprint("boosters", __name__)


@bp.get(ADDRESS)
@requires(Permission.PUBLIC)
def start(token: str) -> ResponseReturnValue:
    """Whom the link is for; looking changes nothing, so that mail scanners may."""
    try:
        booster = booster_links.open_booster(token, now=clock.now())
    except NotFound:
        return render_template("boosters/start.html", gone=boosters.UNKNOWN), 404
    if booster.state is BoosterState.TOO_OLD:
        return render_template("boosters/start.html", gone=boosters.TOO_OLD, link=token), 404
    if booster.state is BoosterState.REFUSED:
        return redirect(url_for("boosters.stopped", token=token), 303)
    if booster.state is BoosterState.DONE:
        return redirect(url_for("boosters.done", token=token), 303)
    return render_template("boosters/start.html", page=boosters.present_invitation(booster), link=token)


@bp.route(f"{ADDRESS}/questions/<int(max=9):position>", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def question(token: str, position: int) -> ResponseReturnValue:
    """A question, or what its answer came to; sending the form answers it."""
    if request.method == "POST":
        return _take_answer(token, position)
    try:
        place = booster_links.show_booster_question(token, position=position, now=clock.now())
    except (Conflict, NotFound):
        return _to_start(token)
    if place.explanation is None:
        return render_template("boosters/question.html", page=present_question(place, press=""), link=token)
    explained = boosters.present_answered(place, place.explanation)
    return render_template("boosters/question.html", explained=explained, link=token)


@bp.get(f"{ADDRESS}/done")
@requires(Permission.PUBLIC)
def done(token: str) -> ResponseReturnValue:
    """That is all, and what comes next."""
    booster = booster_links.open_booster(token, now=clock.now())
    if booster.state is not BoosterState.DONE:
        return _to_start(token)
    return render_template("boosters/done.html", page=boosters.present_done(booster), link=token)


@bp.post(f"{ADDRESS}/stop")
@requires(Permission.PUBLIC)
def stop(token: str) -> ResponseReturnValue:
    """No more boosters for whom the link is for; one press, and an old link will do."""
    booster_links.refuse_boosters(token, now=clock.now())
    return redirect(url_for("boosters.stopped", token=token), 303)


@bp.get(f"{ADDRESS}/stopped")
@requires(Permission.PUBLIC)
def stopped(token: str) -> ResponseReturnValue:
    """What has been stopped, and what has not."""
    booster = booster_links.open_booster(token, now=clock.now())
    if booster.state is not BoosterState.REFUSED:
        return _to_start(token)
    return render_template("boosters/stopped.html")


@bp.post("/learning/boosters/stop")
@requires(Permission.TAKE_QUIZ)
def stop_mine() -> ResponseReturnValue:
    """The same from My learning."""
    booster_links.refuse_my_boosters(current_actor(), now=clock.now())
    flash(boosters.STOPPED)
    return redirect(url_for("learn.home"), 303)


def _take_answer(token: str, position: int) -> ResponseReturnValue:
    chosen, now = read_answer(request.form).chosen, clock.now()
    try:
        outcome = booster_links.answer_booster(token, position=position, chosen=chosen, now=now)
    except (Conflict, NotFound):
        return _to_start(token)
    except Invalid as refusal:
        place = booster_links.show_booster_question(token, position=position, now=now)
        page = present_question(place, press="", sent=chosen, error=refusal.message)
        return render_template("boosters/question.html", page=page, errors=page.problems, link=token)
    notice = boosters.NOTICES.get(outcome)
    if notice:
        flash(notice, NOTICE)
    return redirect(url_for("boosters.question", token=token, position=position), 303)


def _to_start(token: str) -> ResponseReturnValue:
    """To the page that knows what can be done with a link now."""
    return redirect(url_for("boosters.start", token=token), 303)
