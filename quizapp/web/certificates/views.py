"""Certificates: one's own as a page and as a file, and the check that is open to everybody."""

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp import clock
from quizapp.access.permissions import Permission
from quizapp.services.attempts.certificates import certificate_files, completions, verification
from quizapp.services.attempts.certificates.certificate_codes import read_code
from quizapp.services.errors import Conflict, Invalid
from quizapp.web.certificates import presenters
from quizapp.web.certificates.forms import VerifyForm
from quizapp.web.shell.errors import RETRY_SECONDS, error_page
from quizapp.web.shell.guard import current_actor, requires
from quizapp.web.shell.tables.downloads import pdf_response

CERTIFICATE = "/learning/certificates/<string:code>"

bp = Blueprint("certificates", __name__)


@bp.get(CERTIFICATE)
@requires(Permission.TAKE_QUIZ)
def show(code: str) -> str:
    """One's own certificate, to be kept or printed."""
    found = completions.show_certificate(current_actor(), code, now=clock.now())
    page = presenters.present_certificate(found, check_at=_check_address())
    return render_template("certificates/show.html", page=page, has_file=certificate_files.can_make_files())


@bp.get(f"{CERTIFICATE}.pdf")
@requires(Permission.TAKE_QUIZ)
def pdf(code: str) -> ResponseReturnValue:
    """The same as a PDF file; not now where too many are asked for."""
    found = completions.show_certificate(current_actor(), code, now=clock.now())
    page = presenters.present_certificate(found, check_at=_check_address())
    try:
        content = certificate_files.make_file(render_template("certificates/pdf.html", page=page))
    except Conflict as busy:
        return error_page(503, message=busy.message, headers={"Retry-After": RETRY_SECONDS})
    return pdf_response(content, name=f"certificate-{page.code}")


@bp.route("/verify", methods=["GET", "POST"])
@requires(Permission.PUBLIC)
def verify() -> ResponseReturnValue:
    """Whether a certificate is one of ours and still stands; a code in the address is filled in and not asked."""
    form = VerifyForm(code=read_code(request.args.get("code", "")))
    if not form.validate_on_submit():
        return _form_page(form)
    client = request.remote_addr or ""
    try:
        found = verification.verify_certificate(form.code.data or "", client=client, now=clock.now())
    except Invalid as refusal:
        form.refuse(refusal)
        return _form_page(form)
    if found.wait is not None:
        seconds = {"Retry-After": str(presenters.whole_seconds(found.wait))}
        return error_page(429, message=presenters.explain_wait(found.wait), headers=seconds)
    form.code.data = ""
    return render_template("certificates/verify.html", form=form, answer=presenters.present_answer(found))


def _form_page(form: VerifyForm) -> str:
    return render_template("certificates/verify.html", form=form, errors=form.problems(), answer=None)


def _check_address() -> str:
    """The public address of the page on which anybody can check a certificate."""
    server: str = current_app.extensions["quizapp.config"].server_address
    return server + url_for("certificates.verify").removeprefix(request.script_root)
