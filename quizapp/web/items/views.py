"""The author's pages: the bank beside its page, one question beside its page, and the decisions about questions."""

from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.bank import authoring, items, remarks
from quizapp.services.errors import Invalid, NotFound
from quizapp.web.items.forms import RetireForm, SettleForm
from quizapp.web.items.item_words import item_name, present_item
from quizapp.web.items.presenters import present_bank, present_item_page, present_nothing
from quizapp.web.items.selection import read_selection
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.filters import count
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.sessions import current_visitor

bp = Blueprint("items", __name__)


@bp.get("/bank")
@requires(Permission.SEE_BANK)
def bank() -> str:
    """Every question with its status, beside the page it rests on."""
    selection = read_selection(request.args)
    try:
        opened = authoring.open_bank(current_actor(), selection.document)
    except NotFound as nothing:
        if selection.document is not None:
            raise
        return render_template("items/bank.html", page=present_nothing(nothing.message))
    page = present_bank(opened, selection, zone=_zone(), path=url_for(".bank"))
    return render_template("items/bank.html", page=page)


@bp.get("/bank/<int(max=2147483647):item_id>")
@requires(Permission.SEE_BANK)
def show(item_id: int) -> str:
    """One question with its lines on the page and what was decided about it."""
    opened = authoring.open_item(current_actor(), item_id)
    page = present_item_page(opened, zone=_zone(), bank_path=url_for(".bank"))
    return render_template("items/show.html", page=page)


@bp.post("/bank/<int(max=2147483647):item_id>/approve")
@requires(Permission.REVIEW_ITEMS)
def approve(item_id: int) -> ResponseReturnValue:
    """Let papers draw a question; back to the bank with the filters it was approved under."""
    items.approve(current_actor(), item_id, reason=None, now=clock.now())
    flash(f"{item_name(item_id)} is approved. Papers draw it from now on.")
    return redirect(address(url_for(".bank"), read_selection(request.args).parameters), code=303)


@bp.route("/bank/<int(max=2147483647):item_id>/retire", methods=["GET", "POST"])
@requires(Permission.REVIEW_ITEMS)
def retire(item_id: int) -> ResponseReturnValue:
    """Take a question out of use, with a reason."""
    form = RetireForm()
    opened = authoring.open_item(current_actor(), item_id)
    if form.validate_on_submit():
        try:
            items.retire(current_actor(), item_id, reason=str(form.reason.data), now=clock.now())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(f"{item_name(item_id)} is retired. Papers draw it no more; finished attempts keep it.")
            return redirect(address(url_for(".bank"), {"document": str(opened.document_id)}), code=303)
    return render_template("items/retire.html", form=form, errors=form.problems(), item=present_item(opened.item))


@bp.route("/bank/<int(max=2147483647):item_id>/remarks", methods=["GET", "POST"])
@requires(Permission.REVIEW_ITEMS)
def settle(item_id: int) -> ResponseReturnValue:
    """Answer what learners find unclear about a question; remarks that came after the page was shown stay open."""
    form = SettleForm()
    if form.validate_on_submit():
        last, note = whole_number(form.last.data) or 0, str(form.note.data)
        try:
            settled = remarks.settle_remarks(current_actor(), item_id, note=note, last_remark_id=last, now=clock.now())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            flash(f"{count(settled, 'remark')} on {item_name(item_id).lower()} settled.")
            return redirect(url_for(".show", item_id=item_id), code=303)
    opened = authoring.open_item(current_actor(), item_id)
    page = present_item_page(opened, zone=_zone(), bank_path=url_for(".bank"))
    return render_template("items/settle.html", form=form, errors=form.problems(), item=page.item)


def _zone() -> ZoneInfo:
    visitor = current_visitor()
    return ZoneInfo(visitor.time_zone if visitor else "UTC")
