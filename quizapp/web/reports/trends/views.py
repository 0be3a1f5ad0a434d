"""On-time completion over the months, how soon starters pass, and the page for the board, each with its picture."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.reports import exports
from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.trends import board as board_reports
from quizapp.services.reports.trends import on_time as on_time_trends
from quizapp.services.reports.trends import starters as starter_trends
from quizapp.services.reports.trends.board import BoardReport
from quizapp.services.reports.trends.month_people import MonthPeople, list_month
from quizapp.services.reports.trends.on_time import OnTimeTrend
from quizapp.services.reports.trends.starters import StarterList, StartersTrend
from quizapp.web.reports.month_end import find_frozen
from quizapp.web.reports.trends import board_words, month_list_words, on_time_words, starter_list_words, starters_words
from quizapp.web.reports.trends.step_chart import draw_steps
from quizapp.web.reports.trends.trend_chart import draw_trend
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.asked.report_day import AskedDay, read_day
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.measures.charts import svg_response
from quizapp.web.shell.parts import Problem
from quizapp.web.shell.tables.downloads import file_paths, file_response, file_routes

bp = Blueprint("trends", __name__)

NO_REPORT = "There is no report for this day."


@bp.get("/organisation/trend")
@requires(Permission.SEE_ORGANISATION)
def on_time() -> str:
    """Whether on-time completion has changed."""
    paths = on_time_words.Paths(
        url_for(".on_time_picture"), file_paths(".on_time_file"), _month_page, url_for(".on_time_people")
    )
    try:
        page = on_time_words.present_on_time(_find_on_time(), paths=paths)
    except NotFound as nothing:
        if "quiz" in request.args:
            raise
        page = on_time_words.present_nothing(nothing.message)
    return render_template("trends/on_time.html", page=page)


@bp.get("/organisation/trend.svg")
@requires(Permission.SEE_ORGANISATION)
def on_time_picture() -> Response:
    """The chart as a file."""
    return svg_response(draw_trend(_find_on_time()), name="on-time-completion")


@file_routes(bp, "/organisation/trend")
@requires(Permission.SEE_ORGANISATION)
def on_time_file(kind: FileKind) -> Response:
    """The months as they are on the screen."""
    found = _find_on_time()
    subject = f"on-time completion, quiz {found.series.quiz_id}"
    table = on_time_words.present_file(found)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.series.as_at)
    return file_response(content, kind=kind, name="on-time-completion")


@bp.get("/organisation/trend/people")
@requires(Permission.SEE_ORGANISATION)
def on_time_people() -> ResponseReturnValue:
    """The people behind one number of a month that is not frozen; a frozen one keeps its own list."""
    selection = month_list_words.read_selection(request.args)
    found = _find_month(selection)
    if found.edition is not None:
        return redirect(_frozen_list(found, selection))
    page = month_list_words.present_month(
        found,
        selection,
        path=url_for(".on_time_people"),
        files=file_paths(".on_time_people_file"),
        report_path=url_for(".on_time"),
    )
    return render_template("trends/on_time_people.html", page=page)


@file_routes(bp, "/organisation/trend/people")
@requires(Permission.SEE_ORGANISATION)
def on_time_people_file(kind: FileKind) -> Response:
    """The whole of such a list."""
    selection = month_list_words.read_selection(request.args)
    found = _find_month(selection)
    if found.edition is not None:
        raise NotFound("This month is frozen. Its lists stand on its own page.")
    subject = f"on-time completion {selection.group}, {found.month:%Y-%m}, quiz {found.head.quiz_id}"
    table = month_list_words.present_file(found, selection)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
    return file_response(content, kind=kind, name=f"{selection.group}-{found.month:%Y-%m}")


@bp.get("/organisation/starters")
@requires(Permission.SEE_ORGANISATION)
def starters() -> str:
    """How soon starters pass."""
    paths = starters_words.Paths(
        url_for(".starters_picture"), file_paths(".starters_file"), url_for(".starters_people")
    )
    day = read_day(request.args)
    try:
        page = starters_words.present_starters(_find_starters(), day, paths=paths)
    except Invalid as invalid:
        page = starters_words.present_nothing(NO_REPORT, replace(day, problem=invalid.message))
    except NotFound as nothing:
        if "quiz" in request.args:
            raise
        page = starters_words.present_nothing(nothing.message, day)
    return render_template("trends/starters.html", page=page, errors=_problems(page.day))


@bp.get("/organisation/starters.svg")
@requires(Permission.SEE_ORGANISATION)
def starters_picture() -> Response:
    """The curves as a file."""
    found = _find_starters()
    return svg_response(draw_steps(found), name=f"starters-{found.head.on.day}")


@file_routes(bp, "/organisation/starters")
@requires(Permission.SEE_ORGANISATION)
def starters_file(kind: FileKind) -> Response:
    """The counts as they are on the screen."""
    found = _find_starters()
    subject = f"starters, quiz {found.head.quiz_id}"
    table = starters_words.present_file(found)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
    return file_response(content, kind=kind, name=f"starters-{found.head.on.day}")


@bp.get("/organisation/starters/people")
@requires(Permission.SEE_ORGANISATION)
def starters_people() -> str:
    """The starters behind one number."""
    selection = starter_list_words.read_selection(request.args)
    page = starter_list_words.present_list(
        _find_people(selection),
        selection,
        path=url_for(".starters_people"),
        files=file_paths(".starters_people_file"),
        report_path=url_for(".starters"),
    )
    return render_template("trends/starters_people.html", page=page)


@file_routes(bp, "/organisation/starters/people")
@requires(Permission.SEE_ORGANISATION)
def starters_people_file(kind: FileKind) -> Response:
    """The whole of such a list."""
    selection = starter_list_words.read_selection(request.args)
    found = _find_people(selection)
    subject = f"starters {selection.group}, from {found.first} to {found.last}, quiz {found.head.quiz_id}"
    table = starter_list_words.present_file(found, selection)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=found.head.as_at)
    return file_response(content, kind=kind, name=f"starters-{selection.group}-{found.first}")


@bp.get("/organisation/board")
@requires(Permission.SEE_ORGANISATION)
def board() -> str:
    """One page for the board, to be printed or copied."""
    paths = board_words.Paths(
        url_for(".board_picture"),
        file_paths(".board_file"),
        people=url_for("reports.people"),
        stuck=url_for("oversight.stuck"),
        reported=url_for("queries.home"),
        month_people=url_for(".on_time_people"),
    )
    day = read_day(request.args)
    try:
        found = _find_board()
        page = board_words.present_board(found, day, paths=paths, frozen=find_frozen(found.report.head))
    except Invalid as invalid:
        page = board_words.present_nothing(NO_REPORT, replace(day, problem=invalid.message))
    except NotFound as nothing:
        if "quiz" in request.args:
            raise
        page = board_words.present_nothing(nothing.message, day)
    return render_template("trends/board.html", page=page, errors=_problems(page.day))


@bp.get("/organisation/board.svg")
@requires(Permission.SEE_ORGANISATION)
def board_picture() -> Response:
    """The board's chart as a file."""
    found = _find_board()
    return svg_response(draw_trend(found.trend), name=f"on-time-completion-{found.report.head.on.day}")


@file_routes(bp, "/organisation/board")
@requires(Permission.SEE_ORGANISATION)
def board_file(kind: FileKind) -> Response:
    """The board's table of teams."""
    found = _find_board()
    head = found.report.head
    subject = f"report to the board, quiz {head.quiz_id}"
    table = board_words.present_file(found)
    content = exports.export(current_actor(), table, kind=kind, subject=subject, now=head.as_at)
    return file_response(content, kind=kind, name=f"board-{head.on.day}")


def _find_on_time() -> OnTimeTrend:
    return on_time_trends.trace_on_time(current_actor(), now=clock.now(), quiz_id=_quiz())


def _find_month(selection: month_list_words.Selection) -> MonthPeople:
    return list_month(current_actor(), selection.month, group=selection.group, now=clock.now(), quiz_id=selection.quiz)


def _find_starters() -> StartersTrend:
    return starter_trends.trace_starters(current_actor(), now=clock.now(), quiz_id=_quiz(), day=_day())


def _find_people(selection: starter_list_words.Selection) -> StarterList:
    return starter_trends.list_starters(
        current_actor(),
        selection.group,
        span=selection.span,
        now=clock.now(),
        quiz_id=selection.quiz,
        day=selection.day.day,
    )


def _find_board() -> BoardReport:
    return board_reports.report_to_board(current_actor(), now=clock.now(), quiz_id=_quiz(), day=_day())


def _quiz() -> int | None:
    return whole_number(request.args.get("quiz"))


def _day() -> date | None:
    """Raises Invalid where what was typed is no day."""
    asked = read_day(request.args)
    if asked.problem:
        raise Invalid("day", asked.problem)
    return asked.day


def _problems(day: AskedDay) -> tuple[Problem, ...]:
    return (Problem(day.problem, "#on-day"),) if day.problem else ()


def _frozen_list(found: MonthPeople, selection: month_list_words.Selection) -> str:
    """The same list as it was frozen, in the newest edition."""
    path = url_for("months.due", year=found.month.year, month=found.month.month, edition=found.edition)
    return address(path, {"group": selection.group.value, "quiz": str(found.head.quiz_id)})


def _month_page(month: date) -> str:
    return url_for("months.month", year=month.year, month=month.month)
