"""Puts one running service together from its settings."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from flask import Blueprint, Flask, request
from flask_migrate import Migrate
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import clock
from quizapp.cli.register import register_commands
from quizapp.config import Config, Environment
from quizapp.logs import configure_logging, prepare_request_log
from quizapp.output.mail import Carrier, MailServer, NoServer, Security
from quizapp.services.people import accounts
from quizapp.services.reminders.post_office import PostOffice
from quizapp.storage.db import db, init_app
from quizapp.web.register import PAGES, register_pages
from quizapp.web.shell.assets import prepare_assets
from quizapp.web.shell.errors import answer_unavailable, prepare_errors
from quizapp.web.shell.guard import check_permission
from quizapp.web.shell.headers import prepare_headers
from quizapp.web.shell.jinja import prepare_templates
from quizapp.web.shell.posted.csrf import prepare_csrf
from quizapp.web.shell.posted.uploads import prepare_uploads
from quizapp.web.shell.sessions import SessionLoader, prepare_sessions

_HERE = Path(__file__).resolve().parent
_BODY_LIMIT = 256 * 1024
_ID_HEADER = "X-Request-Id"


class QuizApp(Flask):
    """Flask, with an error log that leaves addresses out: they can hold one-time tokens."""

    def log_exception(
        self, exc_info: tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> None:
        """Note what could not be answered."""
        fields = {"method": request.method, "endpoint": request.endpoint}
        self.logger.error("unexpected error", exc_info=exc_info, extra=fields)


def create_app(
    config: Config, *, pages: Sequence[Blueprint] = PAGES, load_session: SessionLoader | None = None
) -> Flask:
    """A service ready to answer; `pages` and `load_session` are other than the real ones in tests alone."""
    app = QuizApp("quizapp", static_folder=None, template_folder=None)
    app.config.from_mapping(_flask_settings(config))
    app.url_map.merge_slashes = False  # such a redirect would name whatever host was asked for
    app.extensions["quizapp.config"] = config
    _add_logging(app, config)
    prepare_templates(app)
    _add_database(app)
    _add_proxy(app, config)
    prepare_headers(app, transport_security=config.cookie_secure)
    prepare_sessions(app, load_session or _load_session)
    app.before_request(check_permission)  # before the form's token: who is signed out is told so, and not "try again"
    prepare_uploads(app)  # after the permission: nobody else is let in with a large file
    prepare_csrf(app)
    prepare_errors(app)
    prepare_assets(app, _HERE / "static")
    register_pages(app, pages)
    register_commands(app)
    app.extensions["quizapp.post_office"] = partial(_open_post_office, app)
    return app


def _flask_settings(config: Config) -> dict[str, Any]:
    secure = config.cookie_secure
    return {
        "TESTING": config.environment is Environment.TEST,
        "SECRET_KEY": config.secret_key,
        "SECRET_KEY_FALLBACKS": list(config.secret_key_fallbacks),
        "TRUSTED_HOSTS": list(config.trusted_hosts) or None,
        "MAX_CONTENT_LENGTH": _BODY_LIMIT,
        "MAX_FORM_MEMORY_SIZE": _BODY_LIMIT,
        "MAX_FORM_PARTS": 200,
        # The prefix makes browsers refuse the cookie from any other host or over plain http.
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        **_database_settings(config),
    }


def _database_settings(config: Config) -> dict[str, Any]:
    engine: dict[str, Any] = {"hide_parameters": True}  # they hold names, and errors are logged
    if config.database_url.startswith("postgresql"):
        engine["pool_pre_ping"] = True
        if not config.database_prepare:
            engine["connect_args"] = {"prepare_threshold": None}
    return {"SQLALCHEMY_DATABASE_URI": config.database_url, "SQLALCHEMY_ENGINE_OPTIONS": engine}


def _add_logging(app: Flask, config: Config) -> None:
    configure_logging(config.log_level, show_messages=config.environment is not Environment.PRODUCTION)
    prepare_request_log(app, id_header=_ID_HEADER if config.proxy_hops else None)


def _add_database(app: Flask) -> None:
    init_app(app)
    Migrate(app, db, directory=str(_HERE.parent / "migrations"), render_as_batch=True)
    for away in (OperationalError, InterfaceError, PoolTimeoutError):
        app.register_error_handler(away, answer_unavailable)


def _add_proxy(app: Flask, config: Config) -> None:
    hops = config.proxy_hops
    if hops:  # only then: anybody else could forge the address, the scheme and the host
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _open_post_office(app: Flask) -> PostOffice:
    """Asked for when it is needed: the demo learns its own address only when it is served."""
    config: Config = app.extensions["quizapp.config"]
    paths = app.url_map.bind("")
    is_demo = config.environment is Environment.DEMO
    carrier: Carrier | None = NoServer() if is_demo else None
    if config.mail is not None:
        mail = config.mail
        carrier = MailServer(
            host=mail.host,
            port=mail.port,
            security=Security(mail.security),
            sender=mail.sender,
            bounces=mail.bounces,
            user=mail.user,
            password=mail.password,
            timeout=mail.timeout,
        )
    return PostOffice(
        carrier,
        learning=config.server_address + paths.build("learn.home"),
        team=config.server_address + paths.build("team.report"),
        booster=lambda token: config.server_address + paths.build("boosters.start", {"token": token}),
        reply_to=config.mail.reply_to if config.mail else None,
        is_demo=is_demo and config.mail is None,
    )


def _load_session(token: str) -> accounts.Visitor | None:
    return accounts.find_visitor(token, now=clock.now())
