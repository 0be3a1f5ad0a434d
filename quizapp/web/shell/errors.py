"""Everything that can go wrong, turned once into a calm page with a reference number."""

import logging

from flask import Flask, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizapp import clock
from quizapp.logs import request_id
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.web.shell.frame import keep_frame_plain
from quizapp.web.shell.posted.parking import park_form

_log = logging.getLogger(__name__)

ErrorPage = tuple[str, int, dict[str, str]]

PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500, 503})
RETRY_SECONDS = "30"
_KEPT_HEADERS = frozenset({"Allow", "Retry-After"})


def prepare_errors(app: Flask) -> None:
    """Register a page for each of the four refusals of a service, and for all that HTTP knows."""
    app.register_error_handler(NotFound, lambda error: error_page(404, message=error.message))
    app.register_error_handler(NotAllowed, lambda error: error_page(403, message=error.message))
    app.register_error_handler(Conflict, lambda error: error_page(409, message=error.message))
    app.register_error_handler(Invalid, lambda error: error_page(400, message=error.message))
    app.register_error_handler(CSRFError, lambda _: answer_old_form())
    app.register_error_handler(HTTPException, answer_http)


def answer_http(error: HTTPException) -> ResponseReturnValue:
    """The page for an HTTP error; redirects and answers that are already written pass."""
    code = error.code or 500
    if code < 400 or error.response is not None:
        return error
    kept = {name: value for name, value in error.get_headers() if name in _KEPT_HEADERS}
    return error_page(code, headers=kept)


def answer_old_form() -> ResponseReturnValue:
    """For a form from before somebody signed in again: its own page with what was sent, else a page that explains."""
    if park_form(now=clock.now()):
        return redirect(request.script_root + request.path, 303)
    return error_page(400, template="csrf")


def answer_unavailable(error: Exception) -> ErrorPage:
    """The page for a database that is away; nothing is said to be saved."""
    _log.error("database away", exc_info=error)
    return error_page(503, headers={"Retry-After": RETRY_SECONDS})


def error_page(
    code: int, *, message: str | None = None, template: str | None = None, headers: dict[str, str] | None = None
) -> ErrorPage:
    """One error page; from 500 on it is made without asking the database."""
    if code >= 500:
        keep_frame_plain()
    name = template or str(code if code in PAGES else code // 500 * 100 + 400)
    page = render_template(f"errors/{name}.html", message=message, reference=request_id())
    return page, code, headers or {}
