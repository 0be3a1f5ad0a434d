"""The organisation's report, the list of people behind each of its numbers, and both as files."""

from flask import Blueprint, Response, render_template, request, url_for

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import NotFound
from quizapp.services.reports import exports, reports
from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.reports import TeamReport
from quizapp.web.reports import presenters
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.measures import people_list
from quizapp.web.shell.measures.team_lines import table_file
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes

bp = Blueprint("reports", __name__)


@bp.get("/organisation")
@requires(Permission.SEE_ORGANISATION)
def organisation() -> str:
    """The measures of the whole, and the teams."""
    selection = presenters.read_selection(request.args)
    try:
        found = reports.report_on_organisation(current_actor(), now=clock.now(), quiz_id=selection.quiz)
    except NotFound as nothing:
        if selection.quiz is not None:
            raise
        return render_template("reports/organisation.html", page=presenters.present_nothing(nothing.message))
    paths = presenters.Paths(url_for(".organisation"), files=file_paths(".download"), people=url_for(".people"))
    page = presenters.present_organisation(found, selection.order, paths=paths)
    return render_template("reports/organisation.html", page=page)


@file_routes(bp, "/organisation")
@requires(Permission.SEE_ORGANISATION)
def download(kind: FileKind) -> Response:
    """The table by team as it is on the screen."""
    actor, now = current_actor(), clock.now()
    selection = presenters.read_selection(request.args)
    found = reports.report_on_organisation(actor, now=now, quiz_id=selection.quiz)
    subject = f"organisation report, quiz {found.head.quiz_id}"
    content = exports.export(actor, table_file(found, selection.order), kind=kind, subject=subject, now=now)
    return file_response(content, kind=kind, name=f"organisation-{found.head.on.day}")


@bp.get("/organisation/people")
@requires(Permission.SEE_ORGANISATION)
def people() -> str:
    """The people behind one number."""
    selection = people_list.read_selection(request.args)
    page = people_list.present_people(
        _find_people(selection),
        selection,
        path=url_for(".people"),
        files=file_paths(".people_download"),
        report_path=url_for(".organisation"),
    )
    return render_template("reports/people.html", page=page)


@file_routes(bp, "/organisation/people")
@requires(Permission.SEE_ORGANISATION)
def people_download(kind: FileKind) -> Response:
    """The whole of such a list."""
    selection = people_list.read_selection(request.args)
    found = _find_people(selection)
    subject = f"list {selection.group}, team {selection.team}, quiz {found.head.quiz_id}"
    table = people_list.present_file(found, selection)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
    return file_response(content, kind=kind, name=f"{selection.group}-{found.head.on.day}")


def _find_people(selection: people_list.Selection) -> TeamReport:
    return reports.list_group(
        current_actor(), selection.group, now=clock.now(), quiz_id=selection.quiz, team_id=selection.team
    )
