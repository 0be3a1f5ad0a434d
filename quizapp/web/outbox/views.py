"""The outbox for administrators: every message with what has become of it, and in the demo a button that sends."""

from zoneinfo import ZoneInfo

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import NotFound
from quizapp.services.reminders import outbox, runs
from quizapp.services.reminders.post_office import PostOffice
from quizapp.services.reports.oversight.reminder_effect import measure_reminders
from quizapp.web.outbox.presenters import (
    EFFECT,
    Paths,
    present_message,
    present_outbox,
    read_selection,
    say_effect,
    sent_words,
)
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.sessions import current_visitor

bp = Blueprint("outbox", __name__)


@bp.get("/organisation/messages")
@requires(Permission.SEE_ORGANISATION)
def home() -> str:
    """A part of the outbox, the newest first."""
    selection, office = read_selection(request.args), _office()
    found = outbox.list_outbox(current_actor(), state=selection.state, part=selection.part)
    paths = {line.id: url_for(".message", message_id=line.id) for line in found.lines}
    page = present_outbox(
        found,
        selection,
        zone=_zone(),
        paths=Paths(url_for(".home"), paths),
        has_server=office.carrier is not None,
        is_demo=office.is_demo,
    )
    effect = say_effect(measure_reminders(current_actor(), now=clock.now()))
    return render_template("outbox/home.html", page=page, effect=effect, definition=EFFECT)


@bp.get("/organisation/messages/<int(max=2147483647):message_id>")
@requires(Permission.SEE_ORGANISATION)
def message(message_id: int) -> str:
    """One message as it was sent."""
    page = present_message(outbox.show_message(current_actor(), message_id), zone=_zone())
    return render_template("outbox/message.html", page=page)


@bp.post("/organisation/messages/send")
@requires(Permission.MANAGE_REPORTS)
def send() -> ResponseReturnValue:
    """In the demo alone: plan and send what is due now."""
    office = _office()
    if not office.is_demo:
        raise NotFound("There is no such page.")
    run = runs.run_reminders(current_actor(), office, tell_time=clock.now)
    flash(*sent_words(run))
    return redirect(url_for(".home"), code=303)


def _office() -> PostOffice:
    office: PostOffice = current_app.extensions["quizapp.post_office"]()
    return office


def _zone() -> ZoneInfo:
    visitor = current_visitor()
    return ZoneInfo(visitor.time_zone if visitor else "UTC")
