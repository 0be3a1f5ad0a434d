"""A manager's page: the people of their team tree, and the same list as a file."""

from flask import Blueprint, Response, render_template, request, url_for

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.managing import team_page
from quizapp.services.managing.team_page import ManagedTeam
from quizapp.services.reports import exports
from quizapp.services.reports.exports import FileKind
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes
from quizapp.web.team.presenters import Paths, present_file, present_nothing, present_team
from quizapp.web.team.selection import Selection, read_selection

bp = Blueprint("team", __name__)


@bp.get("/team")
@requires(Permission.SEE_TEAM)
def report() -> str:
    """Who needs something, then everybody else."""
    selection = read_selection(request.args)
    try:
        found, selection = _open(selection)
    except NotFound as nothing:
        if selection.quiz is not None:
            raise
        return render_template("team/report.html", page=present_nothing(nothing.message))
    page = present_team(found, selection, paths=_paths())
    return render_template("team/report.html", page=page, errors=page.problems)


@file_routes(bp, "/team")
@requires(Permission.SEE_TEAM)
def download(kind: FileKind) -> Response:
    """The list as it is on the screen, with the same filters and order."""
    actor, now = current_actor(), clock.now()
    selection = read_selection(request.args)
    if selection.day.problem:
        raise Invalid("day", selection.day.problem)
    found = team_page.open_team(actor, now=now, quiz_id=selection.quiz, day=selection.day.day)
    head = found.report.head
    subject = f"team report, quiz {head.quiz_id}"
    content = exports.export(actor, present_file(found, selection), kind=kind, subject=subject, now=now)
    return file_response(content, kind=kind, name=f"my-team-{head.on.day}")


def _open(selection: Selection) -> tuple[ManagedTeam, Selection]:
    """The team on the day asked for; where there is no such day the team as it is, with what is wrong."""
    actor, now = current_actor(), clock.now()
    try:
        return team_page.open_team(actor, now=now, quiz_id=selection.quiz, day=selection.day.day), selection
    except Invalid as invalid:
        selection = selection.without_day(invalid.message)
        return team_page.open_team(actor, now=now, quiz_id=selection.quiz), selection


def _paths() -> Paths:
    def report_on(person_id: int, quiz_id: int) -> str:
        return address(url_for(".tell"), {"quiz": str(quiz_id), "person": str(person_id)})

    return Paths(url_for(".report"), files=file_paths(".download"), report_on=report_on)
