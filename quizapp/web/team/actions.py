"""What a manager does about people of the team: remind them, say what holds about them, take that back."""

import secrets

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid
from quizapp.services.managing import data_queries
from quizapp.services.reminders import by_manager
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.parts import Problem
from quizapp.web.team.forms import ReminderForm, TakeBackForm, TellForm
from quizapp.web.team.people_words import (
    Picked,
    present_reminder,
    present_tell,
    read_picked,
    sent_words,
    told_words,
)
from quizapp.web.team.row_words import PERSON
from quizapp.web.team.selection import KEPT, NOBODY_TICKED
from quizapp.web.team.views import bp as bp

NOTICE = "notice"
NOBODY_PICKED = "Select at least one person first."
NOBODY_LEFT = "Select who it is about."
SEND, TELL = "send", "tell"


@bp.route("/team/reminder", methods=["GET", "POST"])
@requires(Permission.SEE_TEAM)
def remind() -> ResponseReturnValue:
    """Show what would be sent to the people picked, and to whom not; sent by the button on that page alone."""
    picked, form = read_picked(request.values), ReminderForm()
    if not picked.people:
        return _ask_for_somebody(picked)
    if SEND in request.form and form.validate_on_submit():
        try:
            sent = by_manager.send_reminder(
                current_actor(),
                picked.people,
                quiz_id=picked.quiz_id,
                note=form.note.data or "",
                token=form.token.data or "",
                now=clock.now(),
            )
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(sent_words(sent), "message" if sent else NOTICE)
            return _back(picked)
    form.token.data = form.token.data or secrets.token_urlsafe(16)
    preview = by_manager.preview_reminder(current_actor(), picked.people, quiz_id=picked.quiz_id, now=clock.now())
    page = present_reminder(preview, picked)
    return render_template("team/remind.html", form=form, errors=form.problems(), page=page)


@bp.route("/team/tell", methods=["GET", "POST"])
@requires(Permission.SEE_TEAM)
def tell() -> ResponseReturnValue:
    """Ask what holds about the people picked, and keep it."""
    picked, form, now = read_picked(request.values), TellForm(), clock.now()
    if not picked.among:
        return _ask_for_somebody(picked)
    found = data_queries.open_people(current_actor(), picked.among, quiz_id=picked.quiz_id, now=now)
    page, problems = present_tell(found, picked), []
    form.offer(after_a_pass=page.all_passed)
    if TELL in request.form:
        problems = [] if picked.people else [Problem(NOBODY_LEFT, f"#{PERSON}")]
        if form.validate_on_submit() and picked.people:
            try:
                word = form.word()
                data_queries.report_people(current_actor(), picked.people, quiz_id=picked.quiz_id, word=word, now=now)
            except Invalid as invalid:
                form.refuse(invalid)
            else:
                flash(told_words(found, picked, word=word))
                return _back(picked)
        problems += form.problems()
    return render_template("team/tell.html", form=form, errors=problems, page=page, nobody=not picked.people)


@bp.post("/team/reports/<int(max=2147483647):query_id>/take-back")
@requires(Permission.SEE_TEAM)
def take_back(query_id: int) -> ResponseReturnValue:
    """Say that a report does not hold."""
    TakeBackForm()
    quiz_id = data_queries.take_back(current_actor(), query_id, now=clock.now())
    flash("The report is taken back.")
    return redirect(url_for(".report", quiz=quiz_id), code=303)


def _ask_for_somebody(picked: Picked) -> ResponseReturnValue:
    """The page as it was left: the same people in the same order, and nobody ticked."""
    flash(NOBODY_PICKED, NOTICE)
    kept = {name: request.values.get(name, "") for name in KEPT}
    query = {"quiz": str(picked.quiz_id or ""), **kept, "ticks": NOBODY_TICKED}
    return redirect(address(url_for(".report"), query), code=303)


def _back(picked: Picked) -> ResponseReturnValue:
    return redirect(url_for(".report", quiz=picked.quiz_id or None), code=303)
