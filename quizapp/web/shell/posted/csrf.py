"""Forms sent from elsewhere are refused: a token in every form, and the browser's own word on where it came from."""

from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_wtf.csrf import CSRFError, CSRFProtect

_UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_OWN_SITE = frozenset({"same-origin", "none"})


def prepare_csrf(app: Flask) -> None:
    """Check every unsafe request; the token lives as long as the session, so a long lunch costs nobody an answer."""
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    app.config["WTF_CSRF_SSL_STRICT"] = False  # proxies strip the Referer; Sec-Fetch-Site says the same and stays
    app.before_request(refuse_other_sites)
    CSRFProtect(app)


def refuse_other_sites() -> None:
    """Raise CSRFError for a form another site made this browser send; old browsers do not say and are let through."""
    if request.method not in _UNSAFE or not current_app.config["WTF_CSRF_ENABLED"]:
        return
    if request.headers.get("Sec-Fetch-Site", "none") not in _OWN_SITE:
        raise CSRFError("The form was sent from another site.")


def is_own_form() -> bool:
    """Whether the browser sent this form from a page of ours; one that says nothing of it is believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _OWN_SITE
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host
