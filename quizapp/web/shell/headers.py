"""What every response tells the browser: what it may load, where it may be shown, and that it must not be kept."""

import secrets

from flask import Flask, Response, current_app, g

_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("X-Robots-Tag", "noindex"),
)
_POLICY = (
    "default-src 'none'; script-src 'self'{nonce}; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TRANSPORT = "max-age=63072000; includeSubDomains"


def prepare_headers(app: Flask, *, transport_security: bool) -> None:
    """Put the headers on every response; with `transport_security` browsers are told to use https alone."""
    app.config["QUIZ_TRANSPORT_SECURITY"] = transport_security
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(add_headers)


def csp_nonce() -> str:
    """The word that allows the one inline script of this response and no other."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def add_headers(response: Response) -> Response:
    """Responses that say nothing of caching are never kept, so none is shown again after signing out."""
    headers = response.headers
    for name, value in _ALWAYS:
        headers[name] = value
    nonce = f" 'nonce-{g.csp_nonce}'" if "csp_nonce" in g else ""
    headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
    headers.setdefault("Cache-Control", "no-store")
    if current_app.config["QUIZ_TRANSPORT_SECURITY"]:
        headers["Strict-Transport-Security"] = _TRANSPORT
    return response
