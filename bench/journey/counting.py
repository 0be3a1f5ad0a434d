"""The service with a counter in it: every reply says how many SQL statements it took."""

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response, g, has_request_context

from quizapp.app import create_app
from quizapp.config import Config
from quizapp.storage.db import db

STATEMENTS = "X-Statements"
BEGINNINGS = ("BEGIN", "COMMIT", "ROLLBACK")


def make_counting_app() -> Flask:
    """The service as its environment sets it up; how transactions begin and end is no statement on either database."""
    app = create_app(Config.from_environ(os.environ, instance_path=Path("instance")))

    with app.app_context():
        engine = db.engine

    @sa.event.listens_for(engine, "after_cursor_execute")
    def count(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if has_request_context() and not statement.startswith(BEGINNINGS):
            g.statements = g.get("statements", 0) + 1

    @app.after_request
    def say(response: Response) -> Response:
        response.headers[STATEMENTS] = str(g.get("statements", 0))
        return response

    return app
