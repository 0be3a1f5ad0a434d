"""A learner's pages: my learning, before the start, the questions, the result, the review, the certificate."""

import re

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.attempts import attempts, completions, learning, papers
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.web.learn.forms import read_answer, read_token
from quizapp.web.learn.presenters import cards, explanations, questions, results
from quizapp.web.shell.guard import current_actor, requires

# Row ids as large as the databases take; anything above is no address of ours.
ASSIGNMENT = "/learning/quizzes/<int(max=2147483647):assignment_id>"
ATTEMPT = "/learning/attempts/<int(max=2147483647):attempt_id>"
CERTIFICATE_CODE = re.compile(r"[A-Za-z0-9]{4}(-[A-Za-z0-9]{4}){2}")
NOTICE = "notice"

bp = Blueprint("learn", __name__)


@bp.get("/learning")
@requires(Permission.TAKE_QUIZ)
def home() -> str:
    """The quizzes somebody has, and where they stand."""
    quizzes = learning.list_my_quizzes(current_actor(), now=clock.now())
    return render_template("learn/home.html", cards=cards.present_cards(quizzes))


@bp.route(ASSIGNMENT, methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
def start(assignment_id: int) -> ResponseReturnValue:
    """What to know before starting; sending the form starts, or carries on where an attempt is open."""
    actor, now = current_actor(), clock.now()
    if request.method != "POST":
        quiz = learning.show_my_quiz(actor, assignment_id, now=now)
        return render_template("learn/start.html", page=cards.present_start(quiz), press=attempts.new_token())
    token = read_token(request.form) or attempts.new_token()
    try:
        attempt_id = attempts.start_attempt(actor, assignment_id, token=token, now=now)
    except Conflict as conflict:
        flash(conflict.message, NOTICE)
        return redirect(url_for("learn.start", assignment_id=assignment_id), 303)
    position = papers.find_next_position(actor, attempt_id)
    if position != 1:
        flash(questions.STARTED_BEFORE if position else questions.FINISHED_BEFORE, NOTICE)
    return _to(attempt_id, position)


@bp.get(ATTEMPT)
@requires(Permission.TAKE_QUIZ)
def attempt(attempt_id: int) -> ResponseReturnValue:
    """To wherever one is in an attempt, on whatever device one left it."""
    return _to(attempt_id, papers.find_next_position(current_actor(), attempt_id))


@bp.route(f"{ATTEMPT}/questions/<int(max=99):position>", methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
def question(attempt_id: int, position: int) -> ResponseReturnValue:
    """A question, or what its answer came to; sending the form answers it."""
    if request.method == "POST":
        return _take_answer(attempt_id, position)
    try:
        place = papers.show_place(current_actor(), attempt_id, position=position)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NOT_THERE_YET)
    if place.explanation is not None:
        page = explanations.present_explanation(place, place.explanation)
        return render_template("learn/question.html", explained=page)
    asked = questions.present_question(place.question, press=attempts.new_token())
    return render_template("learn/question.html", page=asked)


@bp.get(f"{ATTEMPT}/result")
@requires(Permission.TAKE_QUIZ)
def result(attempt_id: int) -> ResponseReturnValue:
    """How a finished attempt went."""
    try:
        found = papers.show_result(current_actor(), attempt_id)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NO_RESULT_YET)
    return render_template("learn/result.html", page=results.present_result(found), press=attempts.new_token())


@bp.get(f"{ATTEMPT}/review")
@requires(Permission.TAKE_QUIZ)
def review(attempt_id: int) -> ResponseReturnValue:
    """The questions of a finished attempt that went wrong, with the lines they rest on."""
    try:
        found = papers.show_result(current_actor(), attempt_id)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NO_RESULT_YET)
    return render_template("learn/review.html", page=results.present_review(found), press=attempts.new_token())


@bp.get("/learning/certificates/<string:code>")
@requires(Permission.TAKE_QUIZ)
def certificate(code: str) -> str:
    """One's own certificate, to be kept or printed."""
    if not CERTIFICATE_CODE.fullmatch(code):
        abort(404)
    found = completions.show_certificate(current_actor(), code)
    return render_template("learn/certificate.html", page=results.present_certificate(found))


def _take_answer(attempt_id: int, position: int) -> ResponseReturnValue:
    actor = current_actor()
    sent = read_answer(request.form)
    token = sent.token or attempts.new_token()
    try:
        answered = attempts.answer(
            actor, attempt_id, position=position, chosen=sent.chosen, token=token, now=clock.now()
        )
    except Invalid as refusal:
        place = papers.show_place(actor, attempt_id, position=position)
        page = questions.present_question(place.question, press=token, chosen=sent.chosen, error=refusal.message)
        return render_template("learn/question.html", page=page, errors=page.problems)
    notice = questions.NOTICES.get(answered.outcome)
    if notice:
        flash(notice, NOTICE)
    return _to(attempt_id, answered.next_position)


def _to_where_one_is(attempt_id: int, notice: str) -> ResponseReturnValue:
    """On from an address that cannot be shown; raises NotFound where the attempt is somebody else's."""
    position = papers.find_next_position(current_actor(), attempt_id)
    if position is not None:
        flash(notice, NOTICE)
    return _to(attempt_id, position)


def _to(attempt_id: int, position: int | None) -> ResponseReturnValue:
    if position is None:
        return redirect(url_for("learn.result", attempt_id=attempt_id), 303)
    return redirect(url_for("learn.question", attempt_id=attempt_id, position=position), 303)
