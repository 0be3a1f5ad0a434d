"""A manager's page: the people of their team tree, and the same list as a file."""

from flask import Blueprint, Response, render_template, request, url_for

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import NotFound
from quizapp.services.reports import exports, reports
from quizapp.services.reports.exports import FileKind
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes
from quizapp.web.team.presenters import present_file, present_nothing, present_team, read_selection

bp = Blueprint("team", __name__)


@bp.get("/team")
@requires(Permission.SEE_TEAM)
def report() -> str:
    """Who needs something, then everybody else."""
    selection = read_selection(request.args)
    try:
        found = reports.report_on_team(current_actor(), now=clock.now(), quiz_id=selection.quiz)
    except NotFound as nothing:
        if selection.quiz is not None:
            raise
        return render_template("team/report.html", page=present_nothing(nothing.message))
    page = present_team(found, selection, path=url_for(".report"), files=file_paths(".download"))
    return render_template("team/report.html", page=page)


@file_routes(bp, "/team")
@requires(Permission.SEE_TEAM)
def download(kind: FileKind) -> Response:
    """The list as it is on the screen, with the same filters and order."""
    actor, now = current_actor(), clock.now()
    selection = read_selection(request.args)
    found = reports.report_on_team(actor, now=now, quiz_id=selection.quiz)
    subject = f"team report, quiz {found.head.quiz_id}"
    content = exports.export(actor, present_file(found, selection), kind=kind, subject=subject, now=now)
    return file_response(content, kind=kind, name=f"my-team-{found.head.on.day}")
