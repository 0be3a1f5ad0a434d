"""The quizzes for authors and administrators: all of them, the settings of one, and withdrawing it."""

from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Conflict, Invalid
from quizapp.services.quizzes import settings, withdrawals
from quizapp.services.quizzes.editions import PublishedQuiz
from quizapp.web.quizzes.forms import SettingsForm, WithdrawForm
from quizapp.web.quizzes.presenters import (
    present_quizzes,
    present_settings,
    present_withdrawal,
    saved_words,
    withdrawn_words,
)
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.sessions import current_visitor

QUIZ = "/quizzes/<int(max=2147483647):quiz_id>"
NOTICE = "notice"
CONFLICT = 409

bp = Blueprint("quizzes", __name__)


@bp.get("/quizzes")
@requires(Permission.MANAGE_QUIZZES)
def home() -> str:
    """Every quiz, those that were withdrawn last."""
    lines = settings.list_settings(current_actor())
    addresses = {line.quiz.id: url_for(".change", quiz_id=line.quiz.id) for line in lines}
    return render_template("quizzes/home.html", page=present_quizzes(lines, addresses, zone=_zone()))


@bp.route(f"{QUIZ}/settings", methods=["GET", "POST"])
@requires(Permission.MANAGE_QUIZZES)
def change(quiz_id: int) -> ResponseReturnValue:
    """The settings of one quiz; sending them publishes its next edition, unless somebody else was quicker."""
    form, wanted, status = SettingsForm(), None, 200
    if form.validate_on_submit():
        try:
            wanted = form.change()
            published = settings.change_settings(current_actor(), quiz_id, change=wanted, now=clock.now())
        except Invalid as invalid:
            form.refuse(invalid)
        except Conflict as conflict:
            form.form_errors.append(conflict.message)
            status = CONFLICT
        else:
            return _tell(published)
    found = settings.show_settings(current_actor(), quiz_id)
    if not form.is_submitted():
        form.fill(found)
    if status == CONFLICT:
        form.seen_edition.data = str(found.quiz.edition)
    page = present_settings(found, form, wanted=wanted if status == CONFLICT else None, zone=_zone())
    errors = [] if page.withdrawn else form.problems()
    return render_template("quizzes/change.html", form=form, errors=errors, page=page), status


@bp.route(f"{QUIZ}/withdraw", methods=["GET", "POST"])
@requires(Permission.MANAGE_QUIZZES)
def withdraw(quiz_id: int) -> ResponseReturnValue:
    """What withdrawing a quiz does, and doing it."""
    form = WithdrawForm()
    if form.validate_on_submit():
        people = withdrawals.withdraw_quiz(current_actor(), quiz_id, now=clock.now())
        flash(withdrawn_words(people))
        return redirect(url_for(".home"), code=303)
    page = present_withdrawal(settings.show_settings(current_actor(), quiz_id))
    return render_template("quizzes/withdraw.html", page=page)


def _tell(published: PublishedQuiz) -> ResponseReturnValue:
    """Back to the settings, with what came of them."""
    is_as_asked = published.is_new and published.shortfall is None
    flash(saved_words(published), "message" if is_as_asked else NOTICE)
    return redirect(url_for(".change", quiz_id=published.quiz.id), code=303)


def _zone() -> ZoneInfo:
    visitor = current_visitor()
    return ZoneInfo(visitor.time_zone if visitor else "UTC")
