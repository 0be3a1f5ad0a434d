"""The organisation's report, the list of people behind each of its numbers, and both as files."""

from flask import Blueprint, Response, render_template, request, url_for

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.reports import exports, reports
from quizapp.services.reports import organisation as organisation_reports
from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.organisation import OrganisationReport
from quizapp.web.reports import presenters
from quizapp.web.reports.month_end import find_frozen
from quizapp.web.reports.presenters import Picture
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.measures import people_list
from quizapp.web.shell.measures.charts import svg_response
from quizapp.web.shell.measures.team_lines import table_file
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes

bp = Blueprint("reports", __name__)


@bp.get("/organisation")
@requires(Permission.SEE_ORGANISATION)
def organisation() -> str:
    """The measures of the whole or of a team, on a day, and those of the teams below."""
    selection = presenters.read_selection(request.args)
    paths = presenters.Paths(
        url_for(".organisation"),
        files=file_paths(".download"),
        people=url_for(".people"),
        pictures={picture: url_for(".picture", name=picture.value) for picture in Picture},
    )
    try:
        found = _find_report(selection)
        page = presenters.present_organisation(found, selection, paths=paths, frozen=find_frozen(found.head))
    except Invalid as invalid:
        page = presenters.present_no_day(selection, invalid.message)
    except NotFound as nothing:
        if selection.quiz is not None or selection.team is not None:
            raise
        page = presenters.present_nothing(nothing.message)
    return render_template("reports/organisation.html", page=page, errors=page.problems)


@bp.get("/organisation/teams.svg", defaults={"name": Picture.TEAMS.value})
@bp.get("/organisation/statuses.svg", defaults={"name": Picture.STATUSES.value})
@requires(Permission.SEE_ORGANISATION)
def picture(name: str) -> Response:
    """One of the charts as a file."""
    report = _find_report(presenters.read_selection(request.args))
    return svg_response(presenters.draw_picture(report, Picture(name)), name=f"{name}-{report.head.on.day}")


@file_routes(bp, "/organisation")
@requires(Permission.SEE_ORGANISATION)
def download(kind: FileKind) -> Response:
    """The table by team as it is on the screen."""
    selection = presenters.read_selection(request.args)
    found = _find_report(selection)
    subject = f"organisation report, quiz {found.head.quiz_id}"
    table = table_file(found, selection.order)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
    return file_response(content, kind=kind, name=f"organisation-{found.head.on.day}")


@bp.get("/organisation/people")
@requires(Permission.SEE_ORGANISATION)
def people() -> str:
    """The people behind one number."""
    selection = people_list.read_selection(request.args)
    found = reports.list_group(
        current_actor(),
        selection.ask(size=people_list.PAGE_SIZE),
        now=clock.now(),
        quiz_id=selection.quiz,
        day=selection.day.day,
    )
    page = people_list.present_people(
        found,
        selection,
        path=url_for(".people"),
        files=file_paths(".people_download"),
        report_path=url_for(".organisation"),
    )
    return render_template("reports/people.html", page=page)


@file_routes(bp, "/organisation/people")
@requires(Permission.SEE_ORGANISATION)
def people_download(kind: FileKind) -> Response:
    """The whole of such a list, row by row as it is read."""
    selection = people_list.read_selection(request.args)
    found = reports.stream_group(
        current_actor(), selection.ask(size=None), now=clock.now(), quiz_id=selection.quiz, day=selection.day.day
    )
    try:
        subject = f"list {selection.group}, team {selection.team}, quiz {found.head.quiz_id}"
        table = people_list.present_file(found, selection)
        content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
        response = file_response(content, kind=kind, name=f"{selection.group}-{found.head.on.day}")
    except BaseException:
        found.close()
        raise
    response.call_on_close(found.close)
    return response


def _find_report(selection: presenters.Selection) -> OrganisationReport:
    if selection.day.problem:
        raise Invalid("day", selection.day.problem)
    return organisation_reports.report_on_organisation(
        current_actor(), now=clock.now(), quiz_id=selection.quiz, day=selection.day.day, team_id=selection.team
    )
