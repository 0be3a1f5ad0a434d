"""The floor figures are held against: a bare Flask page that reads a row, commits one and renders as much text."""

import sqlite3
from pathlib import Path

from flask import Flask, request

PAGE = "<!doctype html><title>Floor</title><h1>{{ name }}</h1>{% for line in lines %}<p>{{ line }}</p>{% endfor %}"


def make_floor(path: Path, *, page_bytes: int) -> Flask:
    """The bare application on an SQLite file with the same promises as ours: WAL, and on the disk before it answers."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for statement in (
        "PRAGMA journal_mode=wal",
        "PRAGMA synchronous=full",
        "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)",
        "CREATE TABLE note (id INTEGER PRIMARY KEY, thing INTEGER, words TEXT)",
        "INSERT INTO thing VALUES (1, 'one')",
    ):
        connection.execute(statement)
    app = Flask("floor")
    lines = ["some words of an ordinary length, as they stand on a page"] * (page_bytes // 60)
    page = app.jinja_env.from_string(PAGE)

    @app.post("/save")
    def save() -> str:
        """One indexed read, one committed write, one page."""
        (name,) = connection.execute("SELECT name FROM thing WHERE id = ?", (1,)).fetchone()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO note (thing, words) VALUES (1, ?)", (request.form["words"],))
        connection.execute("COMMIT")
        return page.render(name=name, lines=lines)

    return app
