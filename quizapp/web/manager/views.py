"""A manager's pages beside the team: review dates, the discussion sheet, and sharing the view."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.managing.discussion import show_discussion
from quizapp.services.managing.review_dates import list_review_dates
from quizapp.services.managing.sharing import end_share as end_this_share
from quizapp.services.managing.sharing import share_team, show_sharing
from quizapp.services.reports.exports import FileKind, export
from quizapp.web.manager.discussion_words import present_discussion, present_no_discussion
from quizapp.web.manager.forms import ShareForm
from quizapp.web.manager.review_words import present_dates, present_dates_file, present_no_dates
from quizapp.web.manager.sharing_words import ended_words, present_sharing, shared_words
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes

bp = Blueprint("manager", __name__)


@bp.get("/team/dates")
@requires(Permission.SEE_TEAM)
def dates() -> str:
    """Who reaches a review in the next 28 days."""
    quiz = whole_number(request.args.get("quiz"))
    try:
        found = list_review_dates(current_actor(), now=clock.now(), quiz_id=quiz)
    except NotFound as nothing:
        if quiz is not None:
            raise
        return render_template("manager/dates.html", page=present_no_dates(nothing.message))
    return render_template("manager/dates.html", page=present_dates(found, files=file_paths(".dates_download")))


@file_routes(bp, "/team/dates")
@requires(Permission.SEE_TEAM)
def dates_download(kind: FileKind) -> Response:
    """The same list as a file."""
    actor, now = current_actor(), clock.now()
    found = list_review_dates(actor, now=now, quiz_id=whole_number(request.args.get("quiz")))
    subject = f"review dates, quiz {found.head.quiz_id}"
    content = export(actor, present_dates_file(found), kind=kind, subject=subject, now=now)
    return file_response(content, kind=kind, name=f"review-dates-{found.head.on.day}")


@bp.get("/team/discussion")
@requires(Permission.SEE_TEAM)
def discussion() -> str:
    """Three open questions for each value, to print and talk about."""
    quiz = whole_number(request.args.get("quiz"))
    try:
        page = present_discussion(show_discussion(current_actor(), quiz_id=quiz))
    except NotFound as nothing:
        if quiz is not None:
            raise
        page = present_no_discussion(nothing.message)
    return render_template("manager/discussion.html", page=page)


@bp.route("/team/sharing", methods=["GET", "POST"])
@requires(Permission.SEE_TEAM)
def shares() -> ResponseReturnValue:
    """Who sees one's teams; sending the form lets one more person see them."""
    form = ShareForm()
    if form.validate_on_submit() and form.last_day.data:
        try:
            share = share_team(
                current_actor(), email=form.email.data or "", last_day=form.last_day.data, now=clock.now()
            )
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(shared_words(share))
            return redirect(url_for(".shares"), code=303)
    page = present_sharing(show_sharing(current_actor(), now=clock.now()))
    return render_template("manager/shares.html", form=form, errors=form.problems(), page=page)


@bp.post("/team/sharing/<int(max=2147483647):share_id>/end")
@requires(Permission.SEE_TEAM)
def end_share(share_id: int) -> ResponseReturnValue:
    """Let somebody see one's teams no longer."""
    flash(ended_words(end_this_share(current_actor(), share_id, now=clock.now())))
    return redirect(url_for(".shares"), code=303)
