"""A learner's pages: my learning, before the start, the questions, the result, the review."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.attempts import answers, learning, papers, remarks, results, starts
from quizapp.services.attempts.answers import Outcome
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.attempts.papers import Onward, Place
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.web.learn.forms import read_answer, read_reason, read_token
from quizapp.web.learn.presenters import cards, checking, explanations, questions, reading, reviews, starting
from quizapp.web.learn.presenters import results as result_pages
from quizapp.web.learn.presenters.boosters import present_waiting
from quizapp.web.learn.presenters.questions import QuestionPage
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.posted.parking import drop_parked, find_parked, parks

# Row ids as large as the databases take; anything above is no address of ours.
ASSIGNMENT = "/learning/quizzes/<int(max=2147483647):assignment_id>"
ATTEMPT = "/learning/attempts/<int(max=2147483647):attempt_id>"
NOTICE = "notice"

bp = Blueprint("learn", __name__)


@bp.get("/learning")
@requires(Permission.TAKE_QUIZ)
def home() -> str:
    """The quizzes somebody has, and where they stand."""
    actor, now = current_actor(), clock.now()
    found = learning.show_my_learning(actor, now=now)
    waiting = present_waiting(booster_links.list_my_boosters(actor, now=now))
    page = cards.present_home(found.quizzes, found.certificates, has_left=found.has_left)
    return render_template("learn/home.html", page=page, boosters=waiting)


@bp.route(ASSIGNMENT, methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
def start(assignment_id: int) -> ResponseReturnValue:
    """What to know before starting; sending the form starts, or carries on where an attempt is open."""
    if request.method == "POST":
        return _start(assignment_id, reviewed=None)
    quiz = learning.show_my_quiz(current_actor(), assignment_id, now=clock.now())
    return render_template("learn/start.html", page=starting.present_start(quiz), press=starts.new_token())


@bp.get(f"{ASSIGNMENT}/values")
@requires(Permission.TAKE_QUIZ)
def values(assignment_id: int) -> str:
    """What the quiz is about, in the page's own words, to be read in two minutes or left."""
    found = learning.show_values(current_actor(), assignment_id, now=clock.now())
    return render_template("learn/values.html", page=reading.present_reading(found), press=starts.new_token())


@bp.get(ATTEMPT)
@requires(Permission.TAKE_QUIZ)
def attempt(attempt_id: int) -> ResponseReturnValue:
    """To wherever one is in an attempt, on whatever device one left it."""
    return _go(attempt_id, papers.find_next(current_actor(), attempt_id))


@bp.route(f"{ATTEMPT}/questions/<int(max=99):position>", methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
@parks
def question(attempt_id: int, position: int) -> ResponseReturnValue:
    """A question, or what its answer came to; sending the form answers it."""
    if request.method == "POST":
        return _take_answer(attempt_id, position)
    try:
        place = papers.show_place(current_actor(), attempt_id, position=position)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NOT_THERE_YET)
    parked = _take_up_parked(place)
    if place.explanation is not None:
        page = explanations.present_explanation(place, place.explanation)
        return render_template("learn/question.html", explained=page)
    asked = parked or questions.present_question(place, press=starts.new_token())
    return render_template("learn/question.html", page=asked)


@bp.post(f"{ATTEMPT}/questions/<int(max=99):position>/remark")
@requires(Permission.TAKE_QUIZ)
def remark(attempt_id: int, position: int) -> ResponseReturnValue:
    """Call an explained question unclear, for one of the reasons offered."""
    actor, reason = current_actor(), read_reason(request.form)
    if reason is not None:
        is_new = remarks.add_remark(actor, attempt_id, position=position, reason=reason, now=clock.now())
        flash(explanations.CALLED_UNCLEAR if is_new else explanations.CALLED_UNCLEAR_BEFORE, "success")
        return redirect(url_for("learn.question", attempt_id=attempt_id, position=position), 303)
    place = papers.show_place(actor, attempt_id, position=position)
    if place.explanation is None:
        return redirect(url_for("learn.question", attempt_id=attempt_id, position=position), 303)
    page = explanations.present_explanation(place, place.explanation, unclear_error=explanations.NO_REASON)
    return render_template("learn/question.html", explained=page, errors=page.unclear.problems)


@bp.get(f"{ATTEMPT}/elsewhere")
@requires(Permission.TAKE_QUIZ)
def elsewhere(attempt_id: int) -> str:
    """Said to a window that was left behind: what it sent was answered already, and where to go on."""
    onward = papers.find_next(current_actor(), attempt_id)
    page = checking.present_elsewhere(attempt_id, onward, position=whole_number(request.args.get("question")))
    return render_template("learn/elsewhere.html", page=page)


@bp.route(f"{ATTEMPT}/answers", methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
def check_answers(attempt_id: int) -> ResponseReturnValue:
    """All answers of a test, to be looked at once more; sending the form hands them in."""
    actor = current_actor()
    if request.method == "POST":
        try:
            answers.submit_attempt(actor, attempt_id, now=clock.now())
        except Conflict as conflict:
            return _to_where_one_is(attempt_id, conflict.message)
        return redirect(url_for("learn.result", attempt_id=attempt_id), 303)
    try:
        sheet = papers.show_answers(actor, attempt_id)
    except Conflict:
        return _go(attempt_id, papers.find_next(actor, attempt_id))
    return render_template("learn/check_answers.html", page=checking.present_answers(sheet))


@bp.get(f"{ATTEMPT}/result")
@requires(Permission.TAKE_QUIZ)
def result(attempt_id: int) -> ResponseReturnValue:
    """How a finished attempt went."""
    try:
        found = results.show_result(current_actor(), attempt_id)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NO_RESULT_YET)
    return render_template("learn/result.html", page=result_pages.present_result(found))


@bp.route(f"{ATTEMPT}/review", methods=["GET", "POST"])
@requires(Permission.TAKE_QUIZ)
def review(attempt_id: int) -> ResponseReturnValue:
    """What to look at again, value by value; the next try starts from here."""
    try:
        found = results.show_result(current_actor(), attempt_id)
    except NotFound:
        return _to_where_one_is(attempt_id, questions.NO_RESULT_YET)
    if request.method == "POST":
        return _start(found.assignment_id, reviewed=attempt_id)
    page = reviews.present_review(found)
    return render_template("learn/review.html", page=page, press=starts.new_token())


def _start(assignment_id: int, *, reviewed: int | None) -> ResponseReturnValue:
    actor, token = current_actor(), read_token(request.form)
    try:
        attempt_id = starts.start_attempt(actor, assignment_id, token=token, now=clock.now(), reviewed=reviewed)
    except Conflict as conflict:
        flash(conflict.message, NOTICE)
        return redirect(url_for("learn.start", assignment_id=assignment_id), 303)
    onward = papers.find_next(actor, attempt_id)
    if onward.position != 1:
        flash(questions.FINISHED_BEFORE if onward.is_submitted else questions.STARTED_BEFORE, NOTICE)
    return _go(attempt_id, onward)


def _take_answer(attempt_id: int, position: int) -> ResponseReturnValue:
    actor, sent = current_actor(), read_answer(request.form)
    try:
        answered = answers.answer(actor, attempt_id, position=position, sent=sent, now=clock.now())
    except Invalid as refusal:
        place = papers.show_place(actor, attempt_id, position=position)
        page = questions.present_question(place, press=sent.token, sent=sent.chosen, error=refusal.message)
        return render_template("learn/question.html", page=page, errors=page.problems)
    drop_parked()
    if answered.outcome is Outcome.ANSWERED_BEFORE:
        return redirect(url_for("learn.elsewhere", attempt_id=attempt_id, question=position), 303)
    if answered.outcome is Outcome.CHANGED_MEANWHILE:
        place = papers.show_place(actor, attempt_id, position=position)
        page = questions.present_meanwhile(place, press=starts.new_token(), sent=sent.chosen)
        return render_template("learn/question.html", page=page), 409
    notice = questions.NOTICES.get(answered.outcome)
    if notice:
        flash(notice, NOTICE)
    return _go(attempt_id, answered.onward)


def _take_up_parked(place: Place) -> QuestionPage | None:
    """The question with the answer that waits for it; where it is not needed any more, it is said why."""
    fields = find_parked(now=clock.now())
    if fields is None:
        return None
    sent = read_answer(fields)
    if place.explanation is None and any(sent.chosen) and sent.chosen != place.chosen:
        page = questions.present_parked(place, sent)
        flash(questions.explain_parked(page), NOTICE)
        return page
    drop_parked()
    if any(sent.chosen):
        is_saved = sent.chosen == place.chosen
        flash(questions.SAVED_ALREADY if is_saved else questions.NO_LONGER_ASKED, NOTICE)
    return None


def _to_where_one_is(attempt_id: int, notice: str) -> ResponseReturnValue:
    """On from an address that cannot be shown; raises NotFound where the attempt is somebody else's.

    Who was led there by what somebody else's window had sent is let go, and the form with it.
    """
    try:
        onward = papers.find_next(current_actor(), attempt_id)
    except NotFound:
        if find_parked(now=clock.now()) is None:
            raise
        drop_parked()
        return redirect(url_for("learn.home"), 303)
    if not onward.is_submitted:
        flash(notice, NOTICE)
    return _go(attempt_id, onward)


def _go(attempt_id: int, onward: Onward) -> ResponseReturnValue:
    if onward.position is not None:
        return redirect(url_for("learn.question", attempt_id=attempt_id, position=onward.position), 303)
    page = "learn.result" if onward.is_submitted else "learn.check_answers"
    return redirect(url_for(page, attempt_id=attempt_id), 303)
