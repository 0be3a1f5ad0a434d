"""Logging: one JSON object a line, with the request's reference on each, and never a name, an address or an answer."""

import json
import logging
import re
import secrets
import sys
import time
import traceback
from datetime import UTC, datetime

from flask import Flask, Response, g, has_request_context, request

# Without letters and digits that are misread over the telephone; 32 of them, five bits each.
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_FOREIGN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log = logging.getLogger(__name__)
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def configure_logging(level: str, *, show_messages: bool) -> None:
    """Send every log line to stderr as JSON; texts of exceptions only where `show_messages` (they may hold names)."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler.formatter, JsonLines)]:
        root.removeHandler(handler)
    handler = _Stderr()
    handler.setFormatter(JsonLines(show_messages=show_messages))
    root.addHandler(handler)
    root.setLevel(level.upper())


def prepare_request_log(app: Flask, *, id_header: str | None) -> None:
    """Note every request when it is answered; `id_header` is where a trusted proxy says its own reference."""

    def begin() -> None:
        g.begun = time.perf_counter()
        if id_header is not None and _FOREIGN_ID.fullmatch(request.headers.get(id_header, "")):
            g.request_id = request.headers[id_header]

    app.before_request(begin)
    app.after_request(_note_request)


def note_actor(*, organisation_id: int, person_id: int | None) -> None:
    """Put the numbers of who is acting on the lines that follow."""
    g.log_actor = {"organisation": organisation_id, "person": person_id}


def request_id() -> str:
    """The reference number of the request being answered; made when first asked for."""
    if "request_id" not in g:
        g.request_id = _new_id()
    return str(g.request_id)


class _Stderr(logging.Handler):
    """Looks stderr up for every line, so that whoever replaces it gets the rest."""

    def emit(self, record: logging.LogRecord) -> None:
        print(self.format(record), file=sys.stderr, flush=True)


class JsonLines(logging.Formatter):
    """One event as one line; fields given with `extra` become keys."""

    def __init__(self, *, show_messages: bool) -> None:
        super().__init__()
        self._show_messages = show_messages

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON; line breaks inside are escaped, so no line can be forged."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if has_request_context():
            line |= {"request": request_id(), **g.get("log_actor", {})}
        line |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = self._describe(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)

    def _describe(self, error: BaseException) -> list[str]:
        """Where it happened, innermost last; the database's own messages quote values, so they are held back."""
        frames = traceback.extract_tb(error.__traceback__)
        where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return [*where, f"{type(error).__name__}: {error}" if self._show_messages else type(error).__name__]


def _note_request(response: Response) -> Response:
    """Endpoint and not address: addresses can hold one-time tokens."""
    if _log.isEnabledFor(logging.INFO):
        milliseconds = round((time.perf_counter() - g.begun) * 1000, 1) if "begun" in g else None
        fields = {"method": request.method, "endpoint": request.endpoint, "status": response.status_code}
        _log.info("request", extra=fields | {"milliseconds": milliseconds})
    return response


def _new_id() -> str:
    number = secrets.randbits(5 * 8)
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(8))
    return f"{letters[:4]}-{letters[4:]}"
