"""A form sent after its session had ended waits half an hour in the browser's own signed cookie."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from flask import current_app, request, session
from werkzeug.datastructures import MultiDict

from quizapp.web.shell.posted.csrf import is_own_form

PARKED = "parked"
LIFE = timedelta(minutes=30)
MOST_LETTERS = 2000  # a browser takes a cookie of 4 KB, and this one holds the session too
_FORM_TOKEN = "csrf_token"  # noqa: S105  (a field's name)

View = TypeVar("View", bound=Callable[..., Any])


def parks(view: View) -> View:
    """Declare that a form which is refused here, for want of a session, is kept; written under `requires`."""
    view.parks = True  # type: ignore[attr-defined]
    return view


def park_form(*, now: datetime) -> bool:
    """Keep the form of this request if its view wants that; False where it is not kept.

    What another site sent is never kept: it is no answer of the person's, and the cookie that went back with it would
    take the place of the one they are signed in with, which browsers hold back from such a request.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method != "POST" or not getattr(view, "parks", False) or not is_own_form():
        return False
    fields = {name: values for name, values in request.form.to_dict(flat=False).items() if name != _FORM_TOKEN}
    if len(json.dumps(fields)) > MOST_LETTERS:
        return False
    session[PARKED] = {"path": request.path, "fields": fields, "until": (now + LIFE).timestamp()}
    return True


def find_parked(*, now: datetime) -> MultiDict[str, str] | None:
    """The fields that wait for the page of this request, if any do."""
    kept = session.get(PARKED)
    if kept is None or kept["path"] != request.path or now.timestamp() > kept["until"]:
        return None
    return MultiDict(kept["fields"])


def parked_path(*, now: datetime) -> str | None:
    """The page for which a form waits, as `next` names it."""
    kept = session.get(PARKED)
    return None if kept is None or now.timestamp() > kept["until"] else f"{request.script_root}{kept['path']}"


def drop_parked() -> None:
    """Forget what waits for the page of this request: it was sent, or is not needed any more."""
    kept = session.get(PARKED)
    if kept is not None and kept["path"] == request.path:
        del session[PARKED]
