"""What an administrator looks into: exceptions, learning, staff time, ESR, and the settings of the reports."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.errors import Conflict, Invalid
from quizapp.services.oversight import settings as report_settings
from quizapp.web.oversight import settings_words
from quizapp.web.oversight.forms import SettingsForm
from quizapp.web.shell.guard import current_actor, requires

CONFLICT = 409
NOTICE = "notice"

bp = Blueprint("oversight", __name__)


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
