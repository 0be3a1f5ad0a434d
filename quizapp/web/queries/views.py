"""What managers reported about people, for administrators: the list, and settling one report."""

from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.assessment.data_queries import QueryKind
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.managing import settlements
from quizapp.services.managing.settlements import Reported
from quizapp.services.people import absences, people
from quizapp.web.queries.forms import AbsenceForm, LastDayForm, SettleForm
from quizapp.web.queries.presenters import present_queries, present_query, read_filters
from quizapp.web.shell.filters import long_date
from quizapp.web.shell.forms import Form
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.sessions import current_visitor

QUERY = "/organisation/queries/<int(max=2147483647):query_id>"

bp = Blueprint("queries", __name__)


@bp.get("/organisation/queries")
@requires(Permission.MANAGE_PEOPLE)
def home() -> str:
    """What is open, newest first, and what was settled last."""
    found = settlements.list_reports(current_actor(), now=clock.now())
    page = present_queries(
        found,
        read_filters(request.args),
        zone=_zone(),
        settle_path=lambda query_id: url_for(".settle", query_id=query_id),
    )
    return render_template("queries/home.html", page=page)


@bp.route(QUERY, methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def settle(query_id: int) -> ResponseReturnValue:
    """One report beside what the data say, and answering it."""
    form = SettleForm()
    if form.validate_on_submit():
        try:
            settlements.settle_report(current_actor(), query_id, note=str(form.note.data), now=clock.now())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash("The report is settled. The manager reads your answer.")
            return redirect(url_for(".home"), code=303)
    return _show(_find(query_id), form)


@bp.post(f"{QUERY}/last-day")
@requires(Permission.MANAGE_PEOPLE)
def record_last_day(query_id: int) -> ResponseReturnValue:
    """Record when somebody left, which is what the report asked for."""
    found, form = _find(query_id, QueryKind.HAS_LEFT), LastDayForm()
    if form.validate_on_submit() and form.last_day.data:
        try:
            people.end_post(current_actor(), found.person_id, last_day=form.last_day.data, now=clock.now())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(f"Recorded: the last day of {found.facts.name} is {long_date(form.last_day.data)}.")
            return redirect(url_for(".home"), code=303)
    return _show(found, form)


@bp.post(f"{QUERY}/absence")
@requires(Permission.MANAGE_PEOPLE)
def record_absence(query_id: int) -> ResponseReturnValue:
    """Record a long absence, which is what the report asked for."""
    found, form = _find(query_id, QueryKind.ON_LEAVE), AbsenceForm()
    if form.validate_on_submit() and form.from_date.data:
        try:
            absences.record_absence(
                current_actor(),
                found.person_id,
                kind=form.absence_kind(),
                from_date=form.from_date.data,
                returns_on=form.returns_on.data,
                now=clock.now(),
            )
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(f"Recorded: {found.facts.name} is away from {long_date(form.from_date.data)}.")
            return redirect(url_for(".home"), code=303)
    return _show(found, form)


def _find(query_id: int, kind: QueryKind | None = None) -> Reported:
    found = settlements.show_report(current_actor(), query_id, now=clock.now())
    if kind not in (None, found.kind):
        raise NotFound("There is no such report.")
    return found


def _show(found: Reported, sent: Form) -> ResponseReturnValue:
    """The page of one report; of its forms one may have been sent."""
    forms: dict[str, Form] = {
        "settle": sent if isinstance(sent, SettleForm) else SettleForm(formdata=None),
        "last_day": sent if isinstance(sent, LastDayForm) else LastDayForm(formdata=None),
        "absence": sent
        if isinstance(sent, AbsenceForm)
        else AbsenceForm(formdata=None, data={"from_date": found.on_date, "returns_on": found.until_date}),
    }
    page = present_query(found, day=found.on_date, zone=_zone())
    return render_template("queries/settle.html", query_id=found.id, forms=forms, errors=sent.problems(), page=page)


def _zone() -> ZoneInfo:
    visitor = current_visitor()
    return ZoneInfo(visitor.time_zone if visitor else "UTC")
