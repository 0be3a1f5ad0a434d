"""Frozen months: the list of them, one month with the people behind its numbers, and re-opening it."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.reports.exports import FileKind, Table, export
from quizapp.services.reports.months import behind, comparing, freezing, frozen
from quizapp.services.reports.months.behind import DueGroup, EditionKey
from quizapp.services.reports.months.frozen import FrozenReport
from quizapp.web.reports.months import change_words, due_words, home_words, presenters
from quizapp.web.reports.months.forms import ReopenForm
from quizapp.web.reports.months.month_words import name_month
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.measures import people_list
from quizapp.web.shell.measures.team_lines import BY_TEAM, HEADINGS
from quizapp.web.shell.tables.downloads import file_response, file_routes
from quizapp.web.shell.tables.ordering import read_order

MONTHS = "/organisation/months"
MONTH = f"{MONTHS}/<int(min=1, max=9998):year>/<int(min=1, max=12):month>"
EDITION = f"{MONTH}/<int(max=2147483647):edition>"
CONFLICT = 409

bp = Blueprint("months", __name__)


@bp.get(MONTHS)
@requires(Permission.SEE_ORGANISATION)
def home() -> str:
    """Every month, frozen or not yet."""
    try:
        found = frozen.list_months(current_actor(), now=clock.now(), quiz_id=_quiz())
    except NotFound as nothing:
        if _quiz() is not None:
            raise
        return render_template("months/home.html", page=home_words.present_nothing(nothing.message))
    query = {"quiz": str(found.quiz.id)}
    due = {**query, "group": DueGroup.DUE.value}
    page = home_words.present_home(
        found,
        open_month=lambda month: address(_place("month", month), query),
        list_due=lambda month: address(url_for("trends.on_time_people"), due | {"month": month.isoformat()}),
    )
    return render_template("months/home.html", page=page)


@bp.get(MONTH)
@requires(Permission.SEE_ORGANISATION)
def month(year: int, month: int) -> str:
    """One edition of a frozen month, the newest unless the address names another."""
    found = _find_month(date(year, month, 1), whole_number(request.args.get("edition")))
    key = {"edition": found.edition.number}
    paths = presenters.Paths(
        month=_place("month", found.month),
        people=_place("people", found.month, **key),
        due=_place("due", found.month, **key),
        changes=_place("changes", found.month, **key),
        reopen=_place("reopen", found.month),
        files=_files("download", found.month, **key),
    )
    order = read_order(request.args, keys=[heading.key for heading in HEADINGS], default=BY_TEAM)
    page = presenters.present_month(found, order, paths=paths, team=request.args.get("team", ""))
    return render_template("months/month.html", page=page)


@file_routes(bp, f"{EDITION}/teams")
@requires(Permission.SEE_ORGANISATION)
def download(*, year: int, month: int, edition: int, kind: FileKind) -> Response:
    """The table by team as it is on the screen."""
    found = _find_month(date(year, month, 1), edition)
    order = read_order(request.args, keys=[heading.key for heading in HEADINGS], default=BY_TEAM)
    return _send(presenters.month_file(found, order), found.month, kind=kind, name="teams")


@bp.get(f"{EDITION}/people")
@requires(Permission.SEE_ORGANISATION)
def people(*, year: int, month: int, edition: int) -> str:
    """The people behind one number of the month's end."""
    key, selection = _key(year, month, edition), people_list.read_selection(request.args)
    asked = selection.ask(size=people_list.PAGE_SIZE)
    page = people_list.present_people(
        behind.list_frozen_group(current_actor(), key, query=asked, now=clock.now()),
        selection,
        path=_place("people", key.month, edition=edition),
        files=_files("people_download", key.month, edition=edition),
        report_path=_place("month", key.month),
    )
    return render_template("months/people.html", page=page, month=name_month(key.month), back=_back(key))


@file_routes(bp, f"{EDITION}/people")
@requires(Permission.SEE_ORGANISATION)
def people_download(*, year: int, month: int, edition: int, kind: FileKind) -> Response:
    """The whole of such a list, row by row as it is read."""
    key, selection = _key(year, month, edition), people_list.read_selection(request.args)
    found = behind.stream_frozen_group(current_actor(), key, query=selection.ask(size=None), now=clock.now())
    try:
        response = _send(people_list.present_file(found, selection), key.month, kind=kind, name=selection.group)
    except BaseException:
        found.close()
        raise
    response.call_on_close(found.close)
    return response


@bp.get(f"{EDITION}/due")
@requires(Permission.SEE_ORGANISATION)
def due(*, year: int, month: int, edition: int) -> str:
    """The people behind on-time completion."""
    key, selection = _key(year, month, edition), due_words.read_selection(request.args)
    page = due_words.present_due(
        _find_due(key, selection),
        selection,
        month=key.month,
        path=_place("due", key.month, edition=edition),
        files=_files("due_download", key.month, edition=edition),
    )
    return render_template("months/people.html", page=page, month=name_month(key.month), back=_back(key))


@file_routes(bp, f"{EDITION}/due")
@requires(Permission.SEE_ORGANISATION)
def due_download(*, year: int, month: int, edition: int, kind: FileKind) -> Response:
    """The whole of such a list."""
    key, selection = _key(year, month, edition), due_words.read_selection(request.args)
    table = due_words.due_file(_find_due(key, selection), selection, month=key.month)
    return _send(table, key.month, kind=kind, name=selection.group)


@bp.get(f"{EDITION}/changes")
@requires(Permission.SEE_ORGANISATION)
def changes(*, year: int, month: int, edition: int) -> str:
    """What the record says today about the month's last day."""
    key = _key(year, month, edition)
    page = change_words.present_changes(comparing.compare_month(current_actor(), key, now=clock.now()), month=key.month)
    return render_template("months/changes.html", page=page, month=name_month(key.month), back=_back(key))


@bp.route(f"{MONTH}/reopen", methods=["GET", "POST"])
@requires(Permission.MANAGE_REPORTS)
def reopen(year: int, month: int) -> ResponseReturnValue:
    """Count a frozen month anew as a further edition, with a reason."""
    form, status, wanted = ReopenForm(), 200, date(year, month, 1)
    found = _find_month(wanted, None)
    quiz_id = found.report.head.quiz_id
    back = address(_place("month", wanted), {"quiz": str(quiz_id)})
    if form.validate_on_submit():
        try:
            seen = whole_number(form.seen.data) or 0
            reason = form.reason.data or ""
            done = freezing.reopen_month(
                current_actor(), wanted, quiz_id=quiz_id, reason=reason, seen=seen, now=clock.now()
            )
        except Invalid as invalid:
            form.refuse(invalid)
        except Conflict as conflict:
            form.form_errors.append(conflict.message)
            status = CONFLICT
        else:
            flash(f"{name_month(wanted)} was counted anew. This is edition {done.edition}.")
            return redirect(back, code=303)
    form.seen.data = str(found.edition.number)
    action = address(_place("reopen", wanted), {"quiz": str(quiz_id)})
    page = {"month": name_month(wanted), "edition": found.edition.number, "action": action}
    return render_template("months/reopen.html", form=form, errors=form.problems(), page=page, back=back), status


def _find_month(month: date, edition: int | None) -> FrozenReport:
    team_id = whole_number(request.args.get("team"))
    return frozen.show_month(current_actor(), month, now=clock.now(), quiz_id=_quiz(), edition=edition, team_id=team_id)


def _find_due(key: EditionKey, selection: due_words.DueSelection) -> behind.DueReport:
    return behind.list_frozen_due(
        current_actor(), key, group=selection.group, now=clock.now(), team_id=selection.team, alone=selection.alone
    )


def _key(year: int, month: int, edition: int) -> EditionKey:
    return EditionKey(date(year, month, 1), edition, _quiz())


def _quiz() -> int | None:
    return whole_number(request.args.get("quiz"))


def _place(view: str, month: date, **values: Any) -> str:
    return url_for(f".{view}", year=month.year, month=month.month, **values)


def _files(view: str, month: date, **values: Any) -> dict[FileKind, str]:
    return {kind: _place(view, month, kind=kind, **values) for kind in FileKind}


def _back(key: EditionKey) -> str:
    query = {"edition": str(key.edition), "quiz": str(key.quiz_id or "")}
    return address(_place("month", key.month), query)


def _send(table: Table, month: date, *, kind: FileKind, name: str) -> Response:
    subject = f"frozen month {month:%Y-%m}, {name}"
    content = export(current_actor(), table, kind=kind, subject=subject, now=clock.now())
    return file_response(content, kind=kind, name=f"{month:%Y-%m}-{name}")
