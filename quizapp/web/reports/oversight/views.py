"""What an administrator looks into: exceptions, learning, staff time, ESR, and the settings of the reports."""

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.access.policy import may
from quizapp.services.errors import Conflict, Invalid
from quizapp.services.reports.exports import FileKind, Table, export
from quizapp.services.reports.oversight import settings as report_settings
from quizapp.services.reports.oversight.esr_export import list_completions
from quizapp.services.reports.oversight.exceptions import ExceptionList, count_exceptions, list_exceptions
from quizapp.services.reports.oversight.learning import Learning, report_learning
from quizapp.services.reports.oversight.reconciliation import compare_with_esr, walk_to_esr
from quizapp.services.reports.oversight.staff_time import StaffTime, report_staff_time
from quizapp.web.reports.oversight import (
    comparison_words,
    esr_words,
    exception_words,
    learning_words,
    settings_words,
    time_words,
)
from quizapp.web.reports.oversight.forms import CompareForm, SettingsForm
from quizapp.web.reports.oversight.learning_chart import draw_values
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.asked.day_field import day_of, read_typed
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.measures.charts import svg_response
from quizapp.web.shell.parts import Problem
from quizapp.web.shell.posted.uploads import takes_file
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes

LEARNING, QUESTIONS, TIME = "/organisation/learning", "/organisation/learning/questions", "/organisation/time"
STUCK, REPORTED = "/organisation/exceptions/people", "queries.home"
ESR = "/organisation/esr"
MOST_BYTES = 10_000_000
CONFLICT = 409
NOTICE = "notice"

bp = Blueprint("oversight", __name__)


@bp.get("/organisation/exceptions")
@requires(Permission.SEE_ORGANISATION)
def exceptions() -> str:
    """Who is stuck somewhere, in counts."""
    found = count_exceptions(current_actor(), now=clock.now(), quiz_id=_asked_quiz())
    reports = url_for(REPORTED) if REPORTED in current_app.view_functions else ""
    page = exception_words.present_exceptions(found, people=url_for(".stuck"), reports=reports)
    return render_template("oversight/exceptions.html", page=page)


@bp.get(STUCK)
@requires(Permission.SEE_ORGANISATION)
def stuck() -> str:
    """The people behind one of the counts."""
    page = exception_words.present_list(
        _find_stuck(),
        part=whole_number(request.args.get("part")) or 1,
        path=url_for(".stuck"),
        back=url_for(".exceptions"),
        files=file_paths(".stuck_download"),
    )
    return render_template("oversight/stuck.html", page=page)


@file_routes(bp, STUCK)
@requires(Permission.SEE_ORGANISATION)
def stuck_download(kind: FileKind) -> Response:
    """The whole of such a list."""
    found = _find_stuck()
    return _send(exception_words.list_file(found), kind=kind, name=found.matter.value)


@bp.get(LEARNING)
@requires(Permission.SEE_LEARNING)
def learning() -> str:
    """First answers by value."""
    page = learning_words.present_values(
        _find_learning(),
        questions=url_for(".questions"),
        picture=url_for(".learning_picture"),
        files=_files(".learning_download"),
    )
    return render_template("oversight/learning.html", page=page)


@bp.get(f"{LEARNING}.svg")
@requires(Permission.SEE_LEARNING)
def learning_picture() -> Response:
    """The bars of the values as a file."""
    return svg_response(draw_values(_find_learning()), name="learning-by-value")


@file_routes(bp, LEARNING)
@requires(Permission.SEE_ORGANISATION)
def learning_download(kind: FileKind) -> Response:
    """The table by value."""
    return _send(learning_words.values_file(_find_learning()), kind=kind, name="learning-by-value")


@bp.get(QUESTIONS)
@requires(Permission.SEE_LEARNING)
def questions() -> str:
    """First answers by question."""
    sees_bank = may(current_actor(), Permission.SEE_BANK)
    page = learning_words.present_questions(
        _find_learning(),
        values=url_for(".learning"),
        files=_files(".questions_download"),
        item_path=(lambda item_id: url_for("items.show", item_id=item_id)) if sees_bank else None,
    )
    return render_template("oversight/questions.html", page=page)


@file_routes(bp, QUESTIONS)
@requires(Permission.SEE_ORGANISATION)
def questions_download(kind: FileKind) -> Response:
    """The table by question."""
    return _send(learning_words.questions_file(_find_learning()), kind=kind, name="learning-by-question")


@bp.get(TIME)
@requires(Permission.SEE_LEARNING)
def time() -> str:
    """How much of people's time a quiz takes."""
    page = time_words.present_time(_find_time(), learning=url_for(".learning"), files=_files(".time_download"))
    return render_template("oversight/time.html", page=page)


@file_routes(bp, TIME)
@requires(Permission.SEE_ORGANISATION)
def time_download(kind: FileKind) -> Response:
    """Time by month."""
    return _send(time_words.time_file(_find_time()), kind=kind, name="staff-time")


@bp.get(ESR)
@requires(Permission.SEE_ORGANISATION)
def esr() -> str:
    """From our rate to ESR's, step by step."""
    page = esr_words.present_walk(
        walk_to_esr(current_actor(), now=clock.now(), quiz_id=_asked_quiz()),
        people=url_for("reports.people"),
        compare=url_for(".compare"),
        completions=url_for(".completions"),
    )
    return render_template("oversight/esr.html", page=page)


@bp.route(f"{ESR}/compare", methods=["GET", "POST"])
@requires(Permission.SEE_ORGANISATION)
@takes_file(MOST_BYTES)
def compare() -> ResponseReturnValue:
    """A file from ESR against our record, on the page or as a file; nothing of it is kept."""
    form, page = CompareForm(), None
    if form.validate_on_submit():
        actor, now = current_actor(), clock.now()
        try:
            found = compare_with_esr(actor, form.file.data.read(), now=now, quiz_id=_asked_quiz())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            if request.form.get("as") == "file":
                return _send(comparison_words.comparison_file(found), kind=FileKind.CSV, name="comparison-with-esr")
            page = comparison_words.present_comparison(found)
    action = address(url_for(".compare"), {"quiz": str(_asked_quiz() or "")})
    return render_template("oversight/compare.html", form=form, errors=form.problems(), page=page, action=action)


@bp.get(f"{ESR}/completions")
@requires(Permission.SEE_ORGANISATION)
def completions() -> str:
    """What the file of completions for ESR holds."""
    typed = read_typed(request.args, "since")
    since = day_of(typed)
    problem = esr_words.NO_DAY if any(typed) and since is None else None
    try:
        found = list_completions(current_actor(), now=clock.now(), quiz_id=_asked_quiz(), since=since)
    except Invalid:
        page = esr_words.present_no_competence(request.args.get("quiz", ""))
    else:
        page = esr_words.present_completions(
            found, since=since, typed=typed, problem=problem, file=url_for(".completions_download")
        )
    errors = [Problem(problem, "#since-day")] if problem else []
    return render_template("oversight/completions.html", page=page, errors=errors)


@bp.get(f"{ESR}/completions.csv")
@requires(Permission.SEE_ORGANISATION)
def completions_download() -> Response:
    """The completions for ESR."""
    since = esr_words.read_since(request.args)
    found = list_completions(current_actor(), now=clock.now(), quiz_id=_asked_quiz(), since=since)
    return _send(found.table, kind=FileKind.CSV, name="completions-for-esr")


@bp.route("/organisation/settings", methods=["GET", "POST"])
@requires(Permission.MANAGE_REPORTS)
def settings() -> ResponseReturnValue:
    """The settings of the reports; sending them saves them, unless somebody else was quicker."""
    form, page, status = SettingsForm(), settings_words.SettingsPage(), 200
    if form.validate_on_submit():
        wanted = form.settings()
        try:
            is_changed = report_settings.change_settings(
                current_actor(), wanted, seen=form.seen.data or "", now=clock.now()
            )
        except Invalid as invalid:
            form.refuse(invalid)
        except Conflict as conflict:
            form.form_errors.append(conflict.message)
            known, status = report_settings.show_settings(current_actor()), CONFLICT
            form.seen.data = known.fingerprint
            page = settings_words.present_comparison(known, wanted)
        else:
            flash(
                settings_words.SAVED if is_changed else settings_words.SAME_AGAIN, "message" if is_changed else NOTICE
            )
            return redirect(url_for(".settings"), code=303)
    if not form.is_submitted():
        form.fill(report_settings.show_settings(current_actor()))
    return render_template("oversight/settings.html", form=form, errors=form.problems(), page=page), status


def _find_stuck() -> ExceptionList:
    matter = exception_words.read_matter(request.args)
    return list_exceptions(current_actor(), matter, now=clock.now(), quiz_id=_asked_quiz())


def _find_learning() -> Learning:
    period = learning_words.read_period(request.args)
    return report_learning(current_actor(), now=clock.now(), quiz_id=_asked_quiz(), period=period)


def _find_time() -> StaffTime:
    return report_staff_time(current_actor(), now=clock.now(), quiz_id=_asked_quiz())


def _asked_quiz() -> int | None:
    return whole_number(request.args.get("quiz"))


def _files(endpoint: str) -> dict[FileKind, str] | None:
    """Where a table can be taken away, for who may take reports of the organisation."""
    return file_paths(endpoint) if may(current_actor(), Permission.SEE_ORGANISATION) else None


def _send(table: Table, *, kind: FileKind, name: str) -> Response:
    content = export(current_actor(), table, kind=kind, subject=f"list {name}, quiz {_asked_quiz()}", now=clock.now())
    return file_response(content, kind=kind, name=name)
